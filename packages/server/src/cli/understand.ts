import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { z } from 'zod'
import { understandText } from '../modules/understanding/index.ts'
import type { Command } from './command.ts'

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.string().optional(),
})

/** Without any sign of a language. */
const FALLBACK = 'en'

/**
 * `recado understand < lines.jsonl > out.jsonl`: one message a line in, `{ id, text, lang? }`, one line out for each, in
 * order. A line that cannot be read is answered with its number and what is wrong; exit 1 when there was one.
 */
export const run: Command = async () => {
  let number = 0
  let bad = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const answer = answerTo(line, number)
    if ('error' in answer) bad += 1
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain')
  }
  return bad > 0 ? 1 : 0
}

function answerTo(line: string, number: number): object {
  const read = Line.safeParse(parsed(line))
  if (!read.success)
    return { line: number, error: { code: 'invalid', message: 'A line is {"id": …, "text": "…", "lang"?: "…"}.' } }
  const { id, text, lang } = read.data
  const understood = understandText(text, lang)
  return { id, ...understood, language: understood.language ?? FALLBACK }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
