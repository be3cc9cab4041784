import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configPage } from './config-page.ts'
import { ConfigError, decodeMasterKey, isLoopback, loadConfig } from './config.ts'

const token = {
  WHATSAPP_ACCESS_TOKEN: 'EAAG-not-real',
  WHATSAPP_APP_SECRET: 's',
  WHATSAPP_VERIFY_TOKEN: 'v',
  WHATSAPP_PHONE_NUMBER_ID: '100',
  WHATSAPP_BUSINESS_ACCOUNT_ID: '200',
}

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig({ ...env })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('with nothing set, Recado is a demo on this machine alone', () => {
  const config = loadConfig({})
  expect(config).toMatchObject({
    mode: 'demo',
    trial: false,
    sending: 'simulator',
    host: '127.0.0.1',
    port: 8080,
    simulatorPort: 8090,
  })
  expect(config.dataDir).toBe(resolve('data'))
})

test('an access token alone makes it live', () => {
  expect(loadConfig({ ...token })).toMatchObject({ mode: 'live', trial: false, sending: 'meta' })
})

test("live without a token is a trial on the simulator, with the clinic's own secret if it is set", () => {
  const config = loadConfig({ RECADO_MODE: 'live', WHATSAPP_APP_SECRET: 'own' })
  expect(config).toMatchObject({ mode: 'live', trial: true, sending: 'simulator', whatsapp: { appSecret: 'own' } })
})

test('the secret and the verify token do not make a demo live', () => {
  expect(loadConfig({ WHATSAPP_APP_SECRET: 'own', WHATSAPP_VERIFY_TOKEN: 'word' })).toMatchObject({ mode: 'demo' })
})

test('the bootstrap key is taken out of the environment, so that no child process inherits it', () => {
  const env: Record<string, string | undefined> = { RECADO_BOOTSTRAP_API_KEY: 'k'.repeat(32) }
  expect(loadConfig(env).bootstrapApiKey).toBe('k'.repeat(32))
  expect(env).not.toHaveProperty('RECADO_BOOTSTRAP_API_KEY')
})

const refusals: readonly [string, Record<string, string>, RegExp][] = [
  ['a demo that other machines could reach', { HOST: '0.0.0.0' }, /^HOST/],
  ['a demo with a real access token', { ...token, RECADO_MODE: 'demo' }, /^RECADO_MODE=demo/],
  [
    'a token without the rest of the sender',
    { WHATSAPP_ACCESS_TOKEN: 'EAAG' },
    /needs WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN/,
  ],
  ['a demo that would talk to a far Graph API', { WHATSAPP_API_URL: 'https://graph.example.org' }, /^WHATSAPP_API_URL/],
  ['a bootstrap key that can be guessed', { RECADO_BOOTSTRAP_API_KEY: 'k'.repeat(31) }, /at least 32/],
  ['a master key of the wrong size', { RECADO_MASTER_KEY: 'abc' }, /32 bytes/],
  [
    'a key kept beside the data that it protects',
    { RECADO_DATA_DIR: '/srv/d', RECADO_KEY_DIR: '/srv/d/keys' },
    /^RECADO_KEY_DIR/,
  ],
  ['an owner without a database', { DATABASE_OWNER_URL: 'postgres://o@h/d' }, /^DATABASE_OWNER_URL/],
  ['a database of another kind', { DATABASE_URL: 'mysql://h/d' }, /^DATABASE_URL/],
  ['a port that is none', { PORT: '80800' }, /^PORT must be a port/],
  ['one port for two services', { PORT: '8090' }, /must differ/],
  ['a mode that does not exist', { RECADO_MODE: 'prod' }, /demo, live/],
]
test.each(refusals)('refuses %s', (_, env, sentence) =>
  expect(problemsOf(env)).toEqual([expect.stringMatching(sentence)]),
)

test('every problem is named at once, and no value of a variable is repeated', () => {
  const problems = problemsOf({ HOST: '10.1.2.3', PORT: 'x', RECADO_BOOTSTRAP_API_KEY: 'hunter2' })
  expect(problems).toHaveLength(3)
  expect(problems.join(' ')).not.toMatch(/hunter2|10\.1\.2\.3/)
})

describe('small readings', () => {
  test.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost'])('%s is this machine', (host) =>
    expect(isLoopback(host)).toBe(true),
  )
  test.each(['0.0.0.0', '::', '10.0.0.1', '127.evil.org', 'localhost.evil.org'])('%s is not', (host) =>
    expect(isLoopback(host)).toBe(false),
  )
  test('a master key reads the same in hexadecimal and in base64', () => {
    const bytes = Buffer.alloc(32, 7)
    expect(decodeMasterKey(bytes.toString('hex'))).toEqual(bytes)
    expect(decodeMasterKey(bytes.toString('base64'))).toEqual(bytes)
  })
})

test('docs/generated/config.md is what the table of variables says (npm run generate writes it)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/generated/config.md'), 'utf8')
  expect(page).toBe(configPage())
})
