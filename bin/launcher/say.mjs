/** A problem that one sentence explains; the launcher prints it and exits with its code. */
export class Problem extends Error {
  constructor(message, code = 'install') {
    super(message)
    this.code = code
  }
}

/** Progress goes to standard error: standard output belongs to what a command answers. */
export const say = (text) => process.stderr.write(`${text}\n`)

/** Ends the process with the problem in words, or as JSON where that was asked for. */
export function giveUp(error, args) {
  if (!(error instanceof Problem)) throw error
  if (args.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code: error.code, message: error.message } })}\n`)
  else say(`recado: ${error.message}`)
  process.exit(1)
}
