import type { Chance } from './chance.ts'

const STRANGE: readonly unknown[] = [
  null, true, 0, -1, 1e21, '', '\0', 'x'.repeat(2_000), '\ud800', [], {}, [[]], '__proto__', 'NaN', [null], { a: null },
] // prettier-ignore

/** A document with a few of its values replaced, removed, doubled or renamed, or its bytes cut or flipped. */
export function damagedDocument(good: Buffer, chance: Chance): Buffer {
  if (chance.unit() < 0.3) return damagedBytes(good, chance)
  const root = JSON.parse(good.toString('utf8')) as Record<string, unknown>
  for (let rounds = chance.between(1, 4); rounds > 0; rounds--) spoilOne(root, chance)
  return Buffer.from(JSON.stringify(root))
}

function spoilOne(root: Record<string, unknown>, chance: Chance): void {
  let node = root
  for (;;) {
    const below = Object.values(node).filter((value) => typeof value === 'object' && value !== null)
    if (below.length === 0 || chance.unit() < 0.1) break
    node = chance.pick(below) as Record<string, unknown>
  }
  const keys = Object.keys(node)
  if (keys.length === 0) return
  const key = chance.pick(keys)
  const way = chance.between(0, 3)
  if (way === 0) node[key] = structuredClone(chance.pick(STRANGE))
  else if (way === 1) delete node[key]
  else if (way === 2) node[key] = [node[key], structuredClone(node[key])]
  else node[`${key}_`] = structuredClone(node[key])
}

function damagedBytes(good: Buffer, chance: Chance): Buffer {
  const at = chance.between(0, Math.max(0, good.length - 1))
  const way = chance.between(0, 3)
  if (way === 0) return good.subarray(0, at)
  if (way === 1) return Buffer.concat([good.subarray(0, at), good])
  if (way === 2) return Buffer.from(Array.from({ length: chance.between(0, 300) }, () => chance.between(0, 255)))
  const changed = Buffer.from(good)
  for (let times = chance.between(1, 5); times > 0; times--) changed[chance.between(0, changed.length - 1)] = chance.between(0, 255) // prettier-ignore
  return changed
}

const SPITE = ['"', '\n', '\r', '\0', ',,,,', ';', '\t', '=cmd()', '\ufeff', '9'.repeat(40), '\u202e', '31/02/2026', '""', '<table>', 'sep=|\n'] // prettier-ignore

/** A file with something in it that does not belong there, or a part of it gone or moved. */
export function damagedText(good: string, chance: Chance): string {
  const at = chance.between(0, good.length)
  const way = chance.between(0, 4)
  if (way === 0) return good.slice(0, at)
  if (way === 1) return good.slice(at) + good.slice(0, at)
  if (way === 2) return Buffer.from(Array.from({ length: chance.between(1, 400) }, () => chance.between(0, 255))).toString('latin1') // prettier-ignore
  if (way === 3) return good.replaceAll(chance.pick([',', '-', ':', '\n', '5', 'a']), chance.pick(SPITE))
  return good.slice(0, at) + chance.pick(SPITE) + good.slice(at)
}
