import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.runtime', 'coverage', 'reports', 'data', '.stryker-tmp'])

/** Paths of all files of the project below `folder`, relative to its root; what is installed or built is left out. */
export function filesBelow(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

export const isTest = (path: string): boolean => /\.test\.tsx?$|\/test-[^/]+\.ts$|^test\/|\/testing\//.test(path)
