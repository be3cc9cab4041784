import { sql } from 'kysely'
import type { Instant } from '@recado/domain/shared/instant'
import type { Db } from '../../db/db.ts'
import type { TimelineSample } from './import-timeline.ts'
import { formatInstant } from '@recado/domain/shared/instant'
import { instantToWallTime } from '@recado/domain/shared/zoned'
import type { Language } from '@recado/domain/shared/language'
import { previewTouch } from '../messaging/index.ts'
import { patientLabel } from '../patients/index.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly given: string | null
  readonly family: string | null
  readonly language: Language | null
  readonly start_local: string | null
  readonly start_at: Instant | null
  readonly date: string
  readonly zone: string
  readonly country: string
  readonly place: string
  readonly clinic: string
  readonly clinic_language: Language
}

/** The samples of an import in the patients' words, read where the visits are: inside the transaction that a dry run takes back. */
export async function previewSamples(trx: Db, organizationId: string, samples: readonly TimelineSample[]) {
  const { rows } = await sql<Row>`
      select a.id, p.name, p.given, p.family, p.language, a.start_local, a.start_at, a.date, a.zone, s.country, coalesce(s.address, s.name) as place,
             o.name as clinic, o.language as clinic_language
        from appointment a join patient p on p.organization_id = a.organization_id and p.id = a.patient_id
        join site s on s.organization_id = a.organization_id and s.id = a.site_id join organization o on o.id = a.organization_id
       where a.organization_id = ${organizationId} and a.id = any (${samples.map((sample) => sample.visitId)}::uuid[])`.execute(
    trx,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return samples.flatMap((sample) => {
    const row = byId.get(sample.visitId)
    if (!row) return []
    const language = row.language ?? row.clinic_language
    return [
      {
        patient: { name: row.name, initials: patientLabel('', row.name).initials },
        journey: sample.journey,
        step: sample.step,
        dueAt: formatInstant(sample.dueAt),
        dueLocal: `${instantToWallTime(sample.dueAt, sample.zone).slice(0, 16)}:00`,
        ...(row.start_local === null ? {} : { visitLocal: row.start_local }),
        language,
        text: previewTouch(sample.template, language, visitOf(row), row.clinic),
      },
    ]
  })
}

const visitOf = (row: Row) => ({ ...row, patient_name: row.name, site: row.place, address: row.place })
