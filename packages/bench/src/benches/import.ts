import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { shift, DAY } from '@recado/domain/shared/instant'
import { makeBook } from '../data/book.ts'
import { rounded, type Bench, type Figure } from '../figure.ts'
import { median } from '../measure/statistics.ts'
import { residentMiB, watchMemory } from '../measure/processes.ts'
import { cpuEach, openClinic, type Clinic } from '../program/clinic.ts'
import type { Operator } from '../program/operator.ts'

/** As many visits as the largest public book of appointments has, of as many patients. */
const VISITS = 110_000
const PATIENTS = 62_000
const COPIES = 3

/** A hospital's book, read and planned in one import, beside COPY of the same rows into a bare table. */
export const importBench: Bench = {
  names: ['import.rate', 'import.memory'],
  async *run({ wanted, seed, scale }) {
    const visits = Math.round(VISITS * scale)
    const clinic = await openClinic()
    try {
      const book = makeBook({
        visits,
        patients: Math.round(PATIENTS * scale),
        from: shift(clinic.now, 2 * DAY),
        days: 120,
        seed,
      })
      const idle = residentMiB(clinic.server().pid) ?? 0
      const memory = watchMemory(clinic.server().pid)
      const { rate, details } = await importOnce(clinic, book, visits)
      const grown = memory.stop() - idle
      const baseline = rounded(visits / median(await copies(clinic.operator, book)))
      const figures: Figure[] = [
        {
          name: 'import.rate',
          value: rounded(rate),
          unit: 'rows/s',
          baseline,
          ratio: rounded(rate / baseline),
          seed,
          details,
        },
        { name: 'import.memory', value: rounded(grown), unit: 'MiB', baseline: rounded(idle), seed },
      ]
      yield* figures.filter(({ name }) => wanted(name))
    } finally {
      await clinic.stop()
    }
  },
}

type Report = {
  readonly rows: number
  readonly created: number
  readonly planned: number
  readonly rejectedCount: number
}

async function importOnce(clinic: Clinic, book: string, visits: number) {
  const before = clinic.cpu()
  const begun = performance.now()
  const report = await clinic.installation.post<Report>(
    '/api/v1/imports?source=bench&country=BR&zone=America/Sao_Paulo',
    book,
    'text/csv',
  )
  const seconds = (performance.now() - begun) / 1_000
  if (report.created !== visits) throw new Error(`of ${visits} visits ${report.created} were created`)
  const details = {
    rows: report.rows,
    planned: report.planned,
    seconds: rounded(seconds),
    cpuMsPerThousand: cpuEach(before, clinic.cpu(), visits / 1_000),
  }
  return { rate: visits / seconds, details }
}

/** Seconds that COPY takes for the same file into a table of the same columns, without an index. */
async function copies({ query }: Operator, book: string): Promise<number[]> {
  const [place] = await query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  const file = join(dirname(place?.folder ?? ''), 'bench-book.csv')
  writeFileSync(file, book, { mode: 0o644 })
  const columns = book.slice(0, book.indexOf('\n')).split(',')
  const seconds: number[] = []
  for (let run = 0; run < COPIES; run++) {
    await query(`create table bench_copy (${columns.map((name) => `${name} text`).join(', ')})`)
    const begun = performance.now()
    await query(`copy bench_copy from '${file}' with (format csv, header)`)
    seconds.push((performance.now() - begun) / 1_000)
    await query('drop table bench_copy')
  }
  return seconds
}
