import { variables, type Variable } from './config-variables.ts'

/** docs/generated/config.md, made from the table of variables. `npm run generate` writes it; a test fails when it is stale. */
export function configPage(): string {
  const rows = variables.map((variable: Variable) => {
    const kind = variable.secret ? ' (secret)' : ''
    return `| \`${variable.name}\`${kind} | ${variable.fallback} | ${variable.help} |`
  })
  return [
    '# Configuration',
    '',
    '<!-- Generated from packages/server/src/platform/config-variables.ts by `npm run generate`. Do not edit. -->',
    '',
    'Recado is configured by environment variables alone. They are checked when it starts: every problem is named at once, and nothing',
    'starts with half of a configuration. An empty variable counts as not set.',
    '',
    '| Variable | When not set | Meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
