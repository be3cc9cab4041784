/** Every variable of the environment that Recado reads; nothing else does. docs/generated/config.md is made from this table. */
export type Variable = {
  readonly name: string
  /** What holds when it is not set, in words. */
  readonly fallback: string
  readonly secret?: true
  /** One sentence or two for the person who installs Recado. */
  readonly help: string
}

export const variables = [
  {
    name: 'PORT',
    fallback: '8080',
    help: 'Port of the web service: API, webhooks, console and patient pages. 0 picks a free one.',
  },
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    help: 'Address that the web service listens on. Demo mode refuses an address that other machines can reach.',
  },
  {
    name: 'SIMULATOR_PORT',
    fallback: '8090',
    help: 'Port of the WhatsApp simulator, when it runs; always on the loopback address. 0 picks a free one.',
  },
  {
    name: 'RECADO_MODE',
    fallback: '`live` when `WHATSAPP_ACCESS_TOKEN` is set, else `demo`',
    help: '`demo`: a made-up clinic, simulated phones and a clock that can be moved. `live`: an empty organization and the real clock; without an access token it is a trial that sends to the simulator. A database keeps the mode that it was made in.',
  },
  { name: 'RECADO_DATA_DIR', fallback: '`./data`', help: 'Folder of the bundled database and of media files.' },
  {
    name: 'RECADO_KEY_DIR',
    fallback: "`recado` in the user's configuration folder",
    help: 'Folder of the master key. It must not lie inside the data folder, so that a copy of the data is worthless without the key.',
  },
  {
    name: 'DATABASE_URL',
    fallback: 'the bundled PostgreSQL',
    secret: true,
    help: 'An own PostgreSQL, version 15 or newer, for example `postgres://recado_app:…@db.clinic.example/recado`.',
  },
  {
    name: 'DATABASE_OWNER_URL',
    fallback: '`DATABASE_URL`',
    secret: true,
    help: 'The role that owns the tables and runs migrations, if it is another one than the role of `DATABASE_URL`.',
  },
  {
    name: 'RECADO_BOOTSTRAP_API_KEY',
    fallback: 'none',
    secret: true,
    help: 'At the first start: an API key of the first organization with all rights, at least 32 characters. Kept hashed, audited, revocable; in live mode it ends after 24 hours or with the first owner.',
  },
  {
    name: 'RECADO_MASTER_KEY',
    fallback: 'made at the first start, in `RECADO_KEY_DIR`',
    secret: true,
    help: "Wraps the keys that encrypt patients' content: 32 bytes as 64 hexadecimal digits or in base64. Whoever loses it loses the content.",
  },
  {
    name: 'WHATSAPP_API_URL',
    fallback: "Meta's Graph API with an access token, else the simulator",
    help: 'Address of the Graph API, without version. Without an access token only a loopback address is taken.',
  },
  {
    name: 'WHATSAPP_ACCESS_TOKEN',
    fallback: "the simulator's",
    secret: true,
    help: "Meta's system user token of the first sender. Setting it means live mode.",
  },
  {
    name: 'WHATSAPP_APP_SECRET',
    fallback: "the simulator's",
    secret: true,
    help: 'Secret of the Meta app: every webhook is checked against it. Needed with an access token.',
  },
  {
    name: 'WHATSAPP_VERIFY_TOKEN',
    fallback: "the simulator's",
    secret: true,
    help: "The word that Meta shows when it verifies the webhook's address. Needed with an access token.",
  },
  {
    name: 'WHATSAPP_PHONE_NUMBER_ID',
    fallback: "the simulator's",
    help: "Meta's id of the first sender's number. Needed with an access token.",
  },
  {
    name: 'WHATSAPP_BUSINESS_ACCOUNT_ID',
    fallback: "the simulator's",
    help: "Meta's id of the WhatsApp Business account. Needed with an access token.",
  },
  { name: 'RECADO_MLLP_PORT', fallback: 'off', help: 'Port of the HL7 v2 listener (MLLP).' },
  { name: 'RECADO_LOG_LEVEL', fallback: '`info`', help: 'How much is logged: `debug`, `info`, `warn` or `error`.' },
] as const satisfies readonly Variable[]

export type VariableName = (typeof variables)[number]['name']
