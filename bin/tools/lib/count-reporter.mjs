import { writeFileSync } from 'node:fs'

/** Counts what a run of vitest did, for the last line of `npm test`. A file that cannot even be loaded counts as one failure. */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      let failedInside = 0
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1
        if (state === 'failed') failedInside += 1
      }
      if (module.state() === 'failed' && failedInside === 0) count.failed += 1
    }
    count.failed += unhandledErrors.length
    writeFileSync(process.env.RECADO_TEST_COUNTS, JSON.stringify(count))
  }
}
