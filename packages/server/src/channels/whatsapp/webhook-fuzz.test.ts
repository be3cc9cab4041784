import { describe, expect, test } from 'vitest'
import { FIXTURE_NAMES, fixtureBytes } from './testing/fixtures.ts'
import { parseWebhook } from './webhook.ts'

const SEED = 20_261_121
const CASES = 10_000

/** A small reproducible source of chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const STRANGE = [
  null,
  true,
  0,
  -1,
  1e21,
  '',
  '\0',
  'x'.repeat(3_000),
  '𝒜\ud800',
  [],
  {},
  [[]],
  { a: null },
  '__proto__',
  'wamid.X',
  [null],
  'NaN',
]

/** Changes up to five values somewhere in the document: replaced, removed, doubled or renamed. */
function mutateTree(document: unknown, random: () => number): unknown {
  const root = structuredClone(document)
  const rounds = 1 + Math.floor(random() * 5)
  for (let round = 0; round < rounds; round++) mutateOnce(root, random)
  return root
}

/** Goes down at random, then spoils one value. */
function mutateOnce(root: unknown, random: () => number): void {
  let node = root as Record<string, unknown>
  for (;;) {
    const branches = Object.values(node).filter((value) => typeof value === 'object' && value !== null)
    if (branches.length === 0 || random() < 0.08) break
    node = pick(branches, random) as Record<string, unknown>
  }
  const key = pick(Object.keys(node), random)
  if (key === undefined) return
  const choice = random()
  if (choice < 0.5) node[key] = structuredClone(pick(STRANGE, random))
  else if (choice < 0.75) delete node[key]
  else if (choice < 0.9) node[key] = [node[key], structuredClone(node[key])]
  else node[`${key}_`] = structuredClone(node[key])
}

const pick = <T>(choices: readonly T[], random: () => number): T | undefined =>
  choices[Math.floor(random() * choices.length)]

/** Changes the bytes themselves: cut, doubled, flipped. */
function mutateBytes(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length)
  const choice = random()
  if (choice < 0.4) return bytes.subarray(0, at)
  if (choice < 0.6) return Buffer.concat([bytes.subarray(0, at), bytes])
  const changed = Buffer.from(bytes)
  for (let n = 0; n < 3; n++) changed[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  return changed
}

describe(`${CASES} damaged webhooks (seed ${SEED})`, () => {
  const documents = FIXTURE_NAMES.map((name) => ({
    bytes: fixtureBytes(name),
    value: JSON.parse(fixtureBytes(name).toString()) as unknown,
  }))
  const random = chance(SEED)
  const outcomes = { refused: 0, parts: 0, unreadable: 0, unknown: 0, unreadContents: 0, whys: new Set<string>() }

  test('are each read or refused with a reason, and none ends the process', () => {
    for (let n = 0; n < CASES; n++) {
      const document = documents[n % documents.length]
      if (!document) throw new Error('no fixtures')
      const bytes =
        random() < 0.7
          ? Buffer.from(JSON.stringify(mutateTree(document.value, random)))
          : mutateBytes(document.bytes, random)
      const parsed = parseWebhook(bytes)
      if (!parsed.ok) {
        expect(parsed.why).not.toBe('')
        outcomes.refused++
        outcomes.whys.add(parsed.why)
        continue
      }
      expect(parsed.parts.length).toBeGreaterThan(0)
      for (const part of parsed.parts) {
        outcomes.parts++
        expect(part.dedupeKey.length > 0 && part.dedupeKey.length <= 300 && !part.dedupeKey.includes('\0')).toBe(true)
        if (part.kind === 'unknown') outcomes.unknown++
        if (part.kind === 'message' && part.content.type === 'unreadable') outcomes.unreadContents++
        if (part.kind !== 'unreadable') continue
        outcomes.unreadable++
        outcomes.whys.add(part.why)
        expect(part.why).not.toMatch(/our reader failed/)
      }
    }
  }, 15_000)

  test('were damaged enough to meet every way out', () => {
    expect(outcomes.refused).toBeGreaterThan(1_000)
    expect(outcomes.unreadable).toBeGreaterThan(500)
    expect(outcomes.unknown).toBeGreaterThan(100)
    expect(outcomes.unreadContents).toBeGreaterThan(100)
    expect(outcomes.parts).toBeGreaterThan(4_000)
    expect(outcomes.whys.size).toBeGreaterThan(30)
  })
})
