import { homedir } from 'node:os'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { VariableName } from './config-variables.ts'
import type { LogLevel } from './log.ts'

/** demo: made-up clinic, simulator, movable clock. trial: live without a token: real clock, simulator as sender. live: Meta. */
export type Sending = 'simulator' | 'meta'

export type Config = {
  readonly mode: 'demo' | 'live'
  /** Live without an access token: everything is real except that messages go to the simulator. */
  readonly trial: boolean
  readonly sending: Sending
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  readonly simulatorPort: number
  /** Absolute. */
  readonly dataDir: string
  /** Absolute, never inside `dataDir`. */
  readonly keyDir: string
  /** Undefined: the bundled PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  readonly bootstrapApiKey: string | undefined
  readonly masterKey: string | undefined
  /** Undefined fields are the simulator's; with `sending: 'meta'` all of them are set. */
  readonly whatsapp: {
    readonly apiUrl: string | undefined
    readonly accessToken: string | undefined
    readonly appSecret: string | undefined
    readonly verifyToken: string | undefined
    readonly phoneNumberId: string | undefined
    readonly businessAccountId: string | undefined
  }
  readonly mllpPort: number | undefined
  readonly logLevel: LogLevel
}

/** What is wrong with the environment, every point of it in one sentence each; names the variables, never their values. */
export class ConfigError extends Error {
  readonly code = 'config'
  readonly exitCode = 2
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join(' '))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

export const META_GRAPH_URL = 'https://graph.facebook.com'
const BOOTSTRAP_KEY_MIN = 32
const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent']

type Env = Record<string, string | undefined>

/**
 * Reads the configuration and takes the bootstrap key out of `env`, so that no child process inherits it.
 * @throws ConfigError with every problem found
 */
export function loadConfig(env: Env = process.env): Config {
  const problems: string[] = []
  const read = reader(env, problems)
  const token = read.text('WHATSAPP_ACCESS_TOKEN')
  const mode = read.choice('RECADO_MODE', ['demo', 'live'] as const) ?? (token ? 'live' : 'demo')
  const dataDir = resolve(read.text('RECADO_DATA_DIR') ?? 'data')
  const config: Config = {
    mode,
    trial: mode === 'live' && !token,
    sending: token ? 'meta' : 'simulator',
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.port('PORT') ?? 8080,
    simulatorPort: read.port('SIMULATOR_PORT') ?? 8090,
    dataDir,
    keyDir: resolve(read.text('RECADO_KEY_DIR') ?? join(configFolder(env), 'recado')),
    databaseUrl: read.databaseUrl('DATABASE_URL'),
    databaseOwnerUrl: read.databaseUrl('DATABASE_OWNER_URL'),
    bootstrapApiKey: read.text('RECADO_BOOTSTRAP_API_KEY'),
    masterKey: read.text('RECADO_MASTER_KEY'),
    whatsapp: {
      apiUrl: read.httpUrl('WHATSAPP_API_URL') ?? (token ? META_GRAPH_URL : undefined),
      accessToken: token,
      appSecret: read.text('WHATSAPP_APP_SECRET'),
      verifyToken: read.text('WHATSAPP_VERIFY_TOKEN'),
      phoneNumberId: read.text('WHATSAPP_PHONE_NUMBER_ID'),
      businessAccountId: read.text('WHATSAPP_BUSINESS_ACCOUNT_ID'),
    },
    mllpPort: read.port('RECADO_MLLP_PORT'),
    logLevel: read.choice('RECADO_LOG_LEVEL', LEVELS) ?? 'info',
  }
  problems.push(...rules.flatMap((rule) => rule(config) ?? []))
  if (problems.length > 0) throw new ConfigError(problems)
  delete env['RECADO_BOOTSTRAP_API_KEY']
  return config
}

/** Rules between variables; each returns its sentence when broken. */
const rules: readonly ((config: Config) => string | undefined)[] = [
  ({ mode, host }) =>
    mode === 'demo' && !isLoopback(host)
      ? 'HOST must be a loopback address in demo mode (127.0.0.1, ::1 or localhost): the demo signs everybody in.'
      : undefined,
  ({ mode, sending }) =>
    mode === 'demo' && sending === 'meta'
      ? 'RECADO_MODE=demo does not go with WHATSAPP_ACCESS_TOKEN: made-up patients must never be written to. Remove one of them.'
      : undefined,
  ({ sending, whatsapp }) => {
    if (sending !== 'meta') return undefined
    const missing = (Object.keys(NEEDED_WITH_TOKEN) as (keyof typeof NEEDED_WITH_TOKEN)[]).filter(
      (key) => !whatsapp[key],
    )
    if (missing.length === 0) return undefined
    return `WHATSAPP_ACCESS_TOKEN needs ${missing.map((key) => NEEDED_WITH_TOKEN[key]).join(', ')} too.`
  },
  ({ sending, whatsapp: { apiUrl } }) =>
    sending === 'simulator' && apiUrl && !isLoopback(new URL(apiUrl).hostname)
      ? 'WHATSAPP_API_URL must be a loopback address as long as WHATSAPP_ACCESS_TOKEN is not set.'
      : undefined,
  ({ bootstrapApiKey }) =>
    bootstrapApiKey !== undefined && bootstrapApiKey.length < BOOTSTRAP_KEY_MIN
      ? `RECADO_BOOTSTRAP_API_KEY must have at least ${BOOTSTRAP_KEY_MIN} characters.`
      : undefined,
  ({ masterKey }) =>
    masterKey !== undefined && decodeMasterKey(masterKey) === undefined
      ? 'RECADO_MASTER_KEY must be 32 bytes: 64 hexadecimal digits or their base64.'
      : undefined,
  ({ dataDir, keyDir }) =>
    isInside(keyDir, dataDir)
      ? 'RECADO_KEY_DIR must not lie inside RECADO_DATA_DIR: a copy of the data must be worthless without the key.'
      : undefined,
  ({ databaseUrl, databaseOwnerUrl }) =>
    databaseOwnerUrl && !databaseUrl ? 'DATABASE_OWNER_URL has no meaning without DATABASE_URL.' : undefined,
  ({ port, simulatorPort, sending }) =>
    port !== 0 && port === simulatorPort && sending === 'simulator'
      ? 'PORT and SIMULATOR_PORT must differ.'
      : undefined,
]

const NEEDED_WITH_TOKEN = {
  appSecret: 'WHATSAPP_APP_SECRET',
  verifyToken: 'WHATSAPP_VERIFY_TOKEN',
  phoneNumberId: 'WHATSAPP_PHONE_NUMBER_ID',
  businessAccountId: 'WHATSAPP_BUSINESS_ACCOUNT_ID',
} as const

/** 127.0.0.0/8, ::1 and localhost; brackets as in a URL are taken too. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

/** The 32 bytes of a master key given as 64 hexadecimal digits or in base64; undefined when it is neither. */
export function decodeMasterKey(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  const bytes = /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined
  return bytes?.length === 32 ? bytes : undefined
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function configFolder(env: Env): string {
  if (process.platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
}

/** Reads variables one by one; an empty value counts as not set. */
function reader(env: Env, problems: string[]) {
  const text = (name: VariableName) => env[name]?.trim() || undefined
  const url = (name: VariableName, protocols: readonly string[], like: string) => {
    const value = text(name)
    if (value === undefined) return undefined
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
    problems.push(`${name} must be an address like ${like}.`)
    return undefined
  }
  return {
    text,
    httpUrl: (name: VariableName) => url(name, ['http:', 'https:'], 'http://127.0.0.1:8090')?.replace(/\/+$/, ''),
    databaseUrl: (name: VariableName) =>
      url(name, ['postgres:', 'postgresql:'], 'postgres://user:password@host/database'),
    port(name: VariableName) {
      const value = text(name)
      if (value === undefined) return undefined
      if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
      problems.push(`${name} must be a port between 0 and 65535.`)
      return undefined
    },
    choice<Choice extends string>(name: VariableName, choices: readonly Choice[]) {
      const value = text(name)
      const found = choices.find((choice) => choice === value)
      if (value !== undefined && !found) problems.push(`${name} must be one of ${choices.join(', ')}.`)
      return found
    },
  }
}
