import { foldDigits } from '@recado/domain/shared/phone-text'
import { allCellsReader, cellReader, COMMA_NAME, hasExtra, LONGEST_NAME } from '../profile.ts'
import type { Moments } from '../profile.ts'
import { isCancelReason } from '../columns/headings.ts'
import { kindOfRow } from '../columns/layout.ts'
import type { Layout } from '../columns/layout.ts'
import { cleanText, isNoName, isNothing } from '../columns/nothing.ts'
import type { AppointmentRow, Field, ReadOptions, Reject, Warning } from '../file-reading.ts'
import { ZoneClock, isZone } from '../moments/zones.ts'
import type { Plan } from '../plan.ts'
import { sentence } from '../sentences.ts'
import type { RawRow } from '../table/tokenizer.ts'
import { readLanguage } from '../words/languages.ts'
import { readYesNo } from '../words/yes-no.ts'
import { phoneOfRow, withCallingCode } from './phones.ts'
import { readDuration } from '../words/durations.ts'
import { MomentReader, birthDateOf } from './moment-of-row.ts'
import type { RowMoment } from './moment-of-row.ts'
import { opOfRow } from './op-of-row.ts'
import type { RowContext } from './row-context.ts'
import { RowKeys } from './row-key.ts'
import { statusOfRow } from './status-of-row.ts'

const FLAG_FIELDS = ['cancelledFlag', 'noShowFlag', 'arrivedFlag', 'attendedFlag', 'confirmedFlag'] as const
const PLAIN_FIELDS = ['email', 'notes', 'videoUrl'] as const
const SHOWN_FIELDS = ['name', 'given', 'family', 'practitioner', 'service'] as const

export type RowSink = { readonly rows: AppointmentRow[]; readonly rejected: Reject[]; readonly warnings: Warning[] }

/** A field that a mutable row under construction may get. */
type Draft = { -readonly [key in keyof AppointmentRow]: AppointmentRow[key] }

/** Reads the rows of one pass in order; keeps what lines above a group of rows said, and nothing else. */
export class RowReader implements RowContext {
  readonly cell: (field: Field, cells: readonly string[]) => string | undefined
  readonly cells: (field: Field, cells: readonly string[]) => readonly string[]
  readonly hasFlags: boolean
  readonly hasOneStatus: boolean
  readonly cancelledByReason: boolean
  readonly plan: Plan
  readonly moments: Moments
  readonly group = new Map<Field, string>()
  private readonly layout: Layout
  private readonly options: ReadOptions
  private readonly isForeign: (line: number) => boolean
  private readonly clocks = new Map<string | undefined, Clock>()
  private readonly keys = new RowKeys()

  constructor(
    layout: Layout,
    plan: Plan,
    moments: Moments,
    options: ReadOptions,
    isForeign: (line: number) => boolean,
  ) {
    this.layout = layout
    this.plan = plan
    this.moments = moments
    this.options = options
    this.isForeign = isForeign
    this.cell = cellReader(layout)
    this.cells = allCellsReader(layout)
    this.hasFlags = FLAG_FIELDS.some((field) => layout.columns.single.has(field))
    this.cancelledByReason = isCancelReason(layout.headings[layout.columns.single.get('cancelledFlag') ?? -1] ?? '')
    this.hasOneStatus = !this.hasFlags && layout.columns.single.has('status') && !layout.columns.more.has('status')
  }

  add(raw: RawRow, sink: RowSink): void {
    if (raw.line <= this.layout.headerLine) return
    const kind = raw.broken ? ({ is: 'data' } as const) : kindOfRow(raw.cells, this.layout)
    if (kind.is === 'group') this.group.set(kind.field, cleanText(kind.value))
    if (kind.is === 'loose' && raw.line > this.layout.headerLine) sink.warnings.push(warningOf('row.skipped', raw.line))
    if (kind.is !== 'data') return
    const off = this.misshapen(raw)
    if (off !== undefined) return void sink.rejected.push(rejectOf(off, raw.line))
    const read = this.read(raw)
    if ('code' in read) return void sink.rejected.push(read)
    for (const code of read.warnings ?? []) sink.warnings.push(warningOf(code, raw.line))
    sink.rows.push(read)
  }

  private misshapen({ cells, broken }: RawRow): string | undefined {
    if (broken) return 'row.broken'
    if (cells.length > this.layout.width && hasExtra(cells, this.layout.width)) return 'row.columns'
    return cells.length < this.layout.width && !this.plan.raggedRows && cells.length < this.layout.headings.length
      ? 'row.short'
      : undefined
  }

  private read({ cells, line }: RawRow): AppointmentRow | Reject {
    const warnings: string[] = []
    const op = opOfRow(this.cell('op', cells))
    const site = this.text('site', cells) ?? this.options.site
    const clock = this.clockOf(cells, site, warnings)
    const { moment, notes } = clock.moments.read(cells)
    for (const note of notes) warnings.push(note)
    const gone = op === 'delete' && this.text('externalId', cells) !== undefined
    if ('off' in moment && !gone) return rejectOf(moment.off, line, moment.in)
    const status = statusOfRow(this, cells, 'off' in moment ? undefined : moment.date, warnings)
    if ('off' in status) return rejectOf(status.off, line, status.in)
    const draft: Draft = { line, key: '', status: op === 'delete' ? 'cancelled' : status.status }
    if (op !== undefined) draft.op = op
    this.addIdentity(draft, cells, site)
    if (!('off' in moment)) addMoment(draft, moment)
    if (clock.zone !== undefined && draft.date !== undefined) draft.zone = clock.zone
    if (status.raw !== undefined) draft.statusRaw = status.raw
    this.addDetails(draft, cells, warnings, site)
    if (this.isForeign(line)) warnings.push('encoding.mixed')
    draft.key = draft.externalId ?? this.keys.keyOf(draft)
    if (warnings.length > 0) draft.warnings = warnings
    return draft
  }

  /** Absent column: undefined. Empty cell: null. */
  private valued(field: Field, cells: readonly string[]): string | null | undefined {
    const cell = this.cell(field, cells)
    if (cell === undefined) return undefined
    return isNothing(cell) ? null : unwrapText(cell)
  }

  text(field: Field, cells: readonly string[]): string | undefined {
    return this.valued(field, cells) ?? undefined
  }

  private addIdentity(draft: Draft, cells: readonly string[], site: string | undefined): void {
    const id = this.plan.useIds ? this.valued('externalId', cells) : undefined
    if (id !== undefined) draft.externalId = id && foldDigits(id)
    const patient = this.plan.usePatientIds ? this.valued('patientExternalId', cells) : undefined
    if (patient !== undefined) draft.patientExternalId = patient && foldDigits(patient)
    const name = this.name('name', cells)
    const halves = this.plan.splitNames && name && name.length <= LONGEST_NAME ? COMMA_NAME.exec(name) : null
    if (halves) {
      draft.family = (halves[1] ?? '').trim()
      draft.given = (halves[2] ?? '').trim()
    } else if (name !== undefined) draft.name = name
    const [given, family] = [this.name('given', cells), this.name('family', cells)]
    if (given !== undefined) draft.given = given
    if (family !== undefined) draft.family = family
    if (site !== undefined) draft.site = site
    else if (this.cell('site', cells) !== undefined) draft.site = null
  }

  private name(field: Field, cells: readonly string[]): string | null | undefined {
    const cell = this.cell(field, cells)
    if (cell === undefined) return undefined
    return isNoName(cell) ? null : unwrapText(cell)
  }

  private addDetails(draft: Draft, cells: readonly string[], warnings: string[], site: string | undefined): void {
    if (this.layout.columns.phones.length > 0) this.addPhone(draft, cells, warnings, site)
    const practitioner = this.practitioner(cells)
    if (practitioner !== undefined) draft.practitioner = practitioner
    const service = this.valued('service', cells) ?? this.group.get('service')
    if (service !== undefined) draft.service = service
    this.addDuration(draft, cells, warnings)
    this.addPerson(draft, cells, warnings)
    const birthDate = birthDateOf(this, cells, warnings)
    if (birthDate !== undefined) draft.birthDate = birthDate
    for (const field of PLAIN_FIELDS) {
      const value = this.valued(field, cells)
      if (value !== undefined) draft[field] = value
    }
    if (SHOWN_FIELDS.some((field) => isFormula(draft[field]))) warnings.push('cell.suspicious')
  }

  private practitioner(cells: readonly string[]): string | null | undefined {
    const first = this.valued('practitioner', cells)
    const family = this.valued('practitionerFamily', cells)
    if (first === undefined && family === undefined) return this.group.get('practitioner')
    if (typeof first === 'string' && typeof family === 'string') return `${first} ${family}`
    return first ?? family ?? this.group.get('practitioner') ?? null
  }

  private addPhone(draft: Draft, cells: readonly string[], warnings: string[], site: string | undefined): void {
    const country = this.options.sites?.[site ?? '']?.country ?? this.plan.country
    const code = this.text('phoneCountry', cells)
    const phone = phoneOfRow(
      this.layout.columns.phones.map((at) => withCallingCode(cleanText(cells[at] ?? ''), code)),
      code !== undefined && /^[A-Z]{2}$/i.test(code) ? code.toUpperCase() : country,
    )
    draft.phoneE164 = phone.e164
    if (phone.raw !== undefined) draft.phoneRaw = phone.raw
    for (const code of phone.warnings) warnings.push(code)
  }

  private addDuration(draft: Draft, cells: readonly string[], warnings: string[]): void {
    const cell = this.valued('duration', cells)
    if (cell === undefined || draft.durationMin !== undefined) return
    const minutes = cell === null ? null : readDuration(cell, this.plan.durationUnit)
    if (minutes === undefined) warnings.push('duration.unreadable')
    draft.durationMin = minutes ?? null
  }

  private addPerson(draft: Draft, cells: readonly string[], warnings: string[]): void {
    const language = this.valued('language', cells)
    const tag = language && readLanguage(language)
    if (language && tag === undefined) warnings.push('language.unknown')
    else if (tag !== undefined) draft.language = tag
    const consent = this.valued('consent', cells)
    const yes = consent ? readYesNo(consent) : null
    if (yes === undefined) warnings.push('consent.unreadable')
    else if (consent !== undefined) draft.consent = yes
    const age = this.text('age', cells)
    if (age !== undefined && !(Number(age) >= 0 && Number(age) <= 125)) warnings.push('age.invalid')
  }

  private clockOf(cells: readonly string[], site: string | undefined, warnings: string[]): Clock {
    const named = this.text('zone', cells)
    const own = named !== undefined && isZone(named) ? named : undefined
    if (named !== undefined && own === undefined) warnings.push('zone.unknown')
    const zone = own ?? this.options.sites?.[site ?? '']?.zone ?? this.plan.zone
    const known = this.clocks.get(zone)
    if (known) return known
    const clock = { zone, moments: new MomentReader(this, zone === undefined ? undefined : new ZoneClock(zone)) }
    this.clocks.set(zone, clock)
    return clock
  }
}

type Clock = { readonly zone: string | undefined; readonly moments: MomentReader }

function addMoment(draft: Draft, { date, startLocal, utc, durationMin }: RowMoment): void {
  if (date !== undefined) draft.date = date
  if (startLocal !== undefined) draft.startLocal = startLocal
  if (utc !== undefined) draft.utc = utc
  if (durationMin !== undefined) draft.durationMin = durationMin
}

/** ="0012" is a spreadsheet's way to keep text as text. */
const unwrapText = (cell: string): string => (cell.startsWith('="') ? (/^="(.*)"$/s.exec(cell)?.[1] ?? cell) : cell)

const isFormula = (value: string | null | undefined): boolean =>
  typeof value === 'string' && /^[=@]|^[+-].*[(|!]/s.test(value)

export const warningOf = (code: string, line: number): Warning => ({ line, code, why: sentence(code) })

const rejectOf = (code: string, line: number, field?: Field): Reject => ({
  line,
  ...(field ? { field } : {}),
  code,
  why: sentence(code),
})
