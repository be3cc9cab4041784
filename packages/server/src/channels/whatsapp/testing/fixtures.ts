import { readdirSync, readFileSync } from 'node:fs'
import type { WebhookPart } from '../parts.ts'
import { parseWebhook } from '../webhook.ts'

/** For tests: payloads in Meta's shapes with names, numbers and ids of our own invention. */
const FOLDER = new URL('../fixtures/', import.meta.url)

export const FIXTURE_NAMES: readonly string[] = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, '')).sort() // prettier-ignore

export const fixtureBytes = (name: string): Buffer => readFileSync(new URL(`${name}.json`, FOLDER))

/** The parts of a fixture. @throws Error when it is refused as a whole. */
export function fixtureParts(name: string): readonly WebhookPart[] {
  const parsed = parseWebhook(fixtureBytes(name))
  if (!parsed.ok) throw new Error(`${name}: ${parsed.why}`)
  return parsed.parts
}

/** Every single value of a JSON document with its nearest key, counted. */
export function leavesOf(document: unknown, key = '', counts = new Map<string, number>()): Map<string, number> {
  if (typeof document === 'object' && document !== null) {
    for (const [name, below] of Object.entries(document)) leavesOf(below, Array.isArray(document) ? '' : name, counts)
    return counts
  }
  const leaf = `${key}=${JSON.stringify(document)}`
  return counts.set(leaf, (counts.get(leaf) ?? 0) + 1)
}
