/** What a command is given. Standard output is what it answers; everything else goes to the log or to standard error. */
export type CommandContext = {
  /** What stands behind the command's name, without --json. */
  readonly args: readonly string[]
  /** Asked for JSON: standard output is then exactly one JSON value, also when the command fails. */
  readonly json: boolean
  /** Writes a line to standard output; nothing when JSON was asked for. */
  print(line: string): void
  /** Writes the one JSON value; nothing when JSON was not asked for. */
  answer(value: unknown): void
}

/** Answers the exit code. Throws a Failure (or any error with a `code`) when it could not do its work. */
export type Command = (context: CommandContext) => Promise<number>

/** A file of this folder exports this. */
export type CommandModule = { readonly run: Command }
