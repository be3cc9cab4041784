import type { Config } from '../config.ts'

/** What a check found: `fix` is what a person does about it, for anything that is not in order. */
export type Finding = {
  readonly name: string
  readonly state: 'ok' | 'warn' | 'bad'
  readonly found: string
  readonly fix?: string
}

export type Check = (config: Config) => Promise<Finding[]>

export const ok = (name: string, found: string): Finding => ({ name, state: 'ok', found })
export const warn = (name: string, found: string, fix: string): Finding => ({ name, state: 'warn', found, fix })
export const bad = (name: string, found: string, fix: string): Finding => ({ name, state: 'bad', found, fix })
