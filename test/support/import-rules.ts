import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import config from '../../.dependency-cruiser.mjs'

export const ruleNames: readonly string[] = (config.forbidden ?? []).map((rule) => rule.name ?? '')

/** Reads every import below `baseDir` and checks it against the rules of .dependency-cruiser.mjs, in this process. */
export async function readImports(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { forbidden, options } = config
  const asked: ICruiseOptions = { ...options, ruleSet: { forbidden: forbidden ?? [] }, validate: true, baseDir }
  const resolving = { ...options?.enhancedResolveOptions, extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'] }
  const { output } = await cruise(folders, asked, resolving)
  return output as ICruiseResult
}
