/** The shapes that reading an appointment file hands on. No database, no planning, no consent decision behind any of them. */

/** Our fields that a column of a file can hold; flags and helpers included. */
export const FIELDS = [
  'externalId', 'patientExternalId', 'given', 'family', 'name', 'phone', 'phoneAlt', 'date', 'time', 'start', 'end',
  'duration', 'status', 'cancelledFlag', 'confirmedFlag', 'noShowFlag', 'arrivedFlag', 'attendedFlag', 'practitioner', 'practitionerFamily',
  'service', 'site', 'zone', 'email', 'birthDate', 'age', 'language', 'consent', 'op', 'notes', 'videoUrl', 'weekday', 'phoneCountry',
] as const // prettier-ignore
export type Field = (typeof FIELDS)[number]

/** What the file says about a visit: FHIR's words, and `confirmed` and `unmapped`, which only a file can say. */
export const FILE_STATUSES = [
  'proposed', 'pending', 'booked', 'arrived', 'in-progress', 'fulfilled', 'cancelled', 'noshow', 'waitlist',
  'entered-in-error', 'unknown', 'confirmed', 'unmapped',
] as const // prettier-ignore
export type FileStatus = (typeof FILE_STATUSES)[number]

/**
 * One visit as the file tells it. Three-valued: a field that the file has no column for is absent; a column whose cell
 * is empty gives `null`; anything else is a value. `status` is always there: a row without a status column is `booked`.
 */
export type AppointmentRow = {
  /** The physical line of the file on which the row begins, from 1 (for a workbook: the row of the sheet). */
  readonly line: number
  /** Identity within the source: the appointment id, else a hash of patient, day and practitioner. Always there. */
  readonly key: string
  /** What a file of changes asks for; a snapshot or an ordinary export has no `op`. */
  readonly op?: 'create' | 'update' | 'delete'
  readonly externalId?: string | null
  readonly patientExternalId?: string | null
  readonly given?: string | null
  readonly family?: string | null
  readonly name?: string | null
  readonly phoneE164?: string | null
  /** The cell as it stood, kept only when it held something that is no usable number. */
  readonly phoneRaw?: string
  /** YYYY-MM-DD in `zone`; left out while the order of day and month is an open question. */
  readonly date?: string
  /** YYYY-MM-DDTHH:mm:ss on the clinic's wall; absent for a visit known by day only. */
  readonly startLocal?: string
  /** IANA zone of the site. Absent when nobody said. */
  readonly zone?: string
  /** The same moment as an instant, ISO 8601 with Z. */
  readonly utc?: string
  readonly durationMin?: number | null
  readonly status: FileStatus
  /** The file's own word, when it is none of ours. */
  readonly statusRaw?: string
  readonly practitioner?: string | null
  readonly service?: string | null
  readonly site?: string | null
  readonly email?: string | null
  /** YYYY-MM-DD. */
  readonly birthDate?: string | null
  /** BCP 47. */
  readonly language?: string | null
  /** The file's yes or no; what a yes grants is decided elsewhere. */
  readonly consent?: boolean | null
  readonly notes?: string | null
  readonly videoUrl?: string | null
  /** Codes, e.g. `phone.invalid`; their sentences are in the batch's `warnings`. */
  readonly warnings?: readonly string[]
}

/** A row that is not read: the line, our field, and why in plain words without the patient's data. */
export type Reject = { readonly line: number; readonly field?: Field; readonly code: string; readonly why: string }
export type Warning = { readonly line?: number; readonly code: string; readonly why: string }

/** Asked only for what would change time, identity, phone or status. Answered by `answers[about] = one of options`. */
export type Question = { readonly about: string; readonly options: readonly string[]; readonly evidence: string }
export type Answers = Readonly<Record<string, string>>

/** How the file was read; shown to staff and saved per source. `columns` maps our field to the file's heading. */
export type Reading = {
  readonly encoding: string
  readonly delimiter: string
  /** The physical line of the headings; 0 for a file without. */
  readonly header: number
  readonly dateFormat?: string
  readonly timeFormat?: string
  readonly columns: Readonly<Partial<Record<Field, string>>>
}

/** What a person settled for a source before: taken as it is, as long as the file has these headings. */
export type SavedMapping = { readonly columns?: Reading['columns']; readonly answers?: Answers }

export type SiteHint = { readonly zone?: string; readonly country?: string }

export type ReadOptions = {
  /** ISO 3166-1 alpha-2; national phone numbers and code pages are read by it. */
  readonly country?: string
  /** IANA zone of the wall times. */
  readonly zone?: string
  /** Used for rows without a site of their own. */
  readonly site?: string
  /** By the file's site name, for files of several sites. */
  readonly sites?: Readonly<Record<string, SiteHint>>
  readonly answers?: Answers
  readonly mapping?: SavedMapping
  readonly fileName?: string
  /** YYYY-MM-DD: two-digit years and "no-show: no" are read against it. Default: the machine's date. */
  readonly today?: string
  /** Rows of one batch of records(); default 1,000. */
  readonly batchRows?: number
}

export type RowBatch = {
  readonly rows: readonly AppointmentRow[]
  readonly rejected: readonly Reject[]
  readonly warnings: readonly Warning[]
}

export type FileReading = {
  readonly reading: Reading
  /** Open questions: while there are any, rows lack what the question is about, and nothing may be committed. */
  readonly questions: readonly Question[]
  /** About the file as a whole; those of single rows come with their batch. */
  readonly warnings: readonly Warning[]
  /** Answers and columns as they were used, to save for the source. */
  readonly mapping: SavedMapping
  /** Reads the file again from its kept bytes, each time from the start; rows are never held. */
  records(): AsyncIterable<RowBatch>
  /** Frees the kept bytes (and the temporary file of a large one). */
  close(): Promise<void>
}
