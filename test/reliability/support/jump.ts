import { simulate } from './api.ts'
import type { Owner } from './owner.ts'

/**
 * Sets the clinic's clock and that of the phones forward at once, without stepping: everything that fell due in between
 * is due now, as after an outage, and leaves while the clocks run on at real speed.
 */
export async function jumpTo(owner: Owner, phonesUrl: string, at: number): Promise<void> {
  await simulate(phonesUrl, 'POST', 'clock', { now: new Date(at).toISOString() })
  await owner.rows(
    'update installation set clock_offset_ms = round(extract(epoch from (to_timestamp($1::float8 / 1000) - clock_timestamp())) * 1000)',
    [at],
  )
}

export async function clinicNow(owner: Owner): Promise<number> {
  const [row] = await owner.rows<{ now: Date }>('select business_now() as now')
  return row?.now.getTime() ?? Number.NaN
}
