import { closeSync, existsSync, openSync, readSync } from 'node:fs'

/** A send request as the simulator saw it, see its truth log. */
export type TruthLine = {
  readonly seq: number
  readonly at: string
  readonly to: string
  readonly accepted: boolean
  readonly wamid?: string
  readonly callbackData: string | null
  /** `template`, `text`, `interactive`, … */
  readonly type: string
  /** The fault that was played on the answer, if one was. */
  readonly fault?: string
}

/** The simulator's own record, read from its file while it is written. */
export type Truth = {
  /** Reads what is new. */
  read(): readonly TruthLine[]
  accepted(): readonly TruthLine[]
}

export function truthOf(path: string): Truth {
  const lines: TruthLine[] = []
  let at = 0
  let rest = ''
  const read = () => {
    if (!existsSync(path)) return lines
    const file = openSync(path, 'r')
    const buffer = Buffer.alloc(1 << 20)
    for (
      let got = readSync(file, buffer, 0, buffer.length, at);
      got > 0;
      got = readSync(file, buffer, 0, buffer.length, at)
    ) {
      at += got
      const parts = (rest + buffer.toString('utf8', 0, got)).split('\n')
      rest = parts.pop() ?? ''
      for (const part of parts) if (part !== '') lines.push(JSON.parse(part) as TruthLine)
    }
    closeSync(file)
    return lines
  }
  return { read, accepted: () => read().filter((line) => line.accepted) }
}
