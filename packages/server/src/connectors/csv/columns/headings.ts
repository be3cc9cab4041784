import { FIELDS } from '../file-reading.ts'
import type { Field } from '../file-reading.ts'
import { foldKey, foldText, foldWords } from './fold.ts'
import { HEADER_SYNONYMS } from './header-synonyms.ts'

/** Fields that a heading may mean, likeliest first; `exact` when it is listed as it stands. */
export type HeadingMeaning = { readonly fields: readonly Field[]; readonly exact: boolean }

/** With and without "number" taken out of joined words: "AptNum" is listed as one word. */
const keysOf = (term: string): ReadonlySet<string> =>
  new Set([foldKey(term), ...(/[#°º]/.test(term) ? [] : [foldText(term).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')])])

/** A field as the API and the dry run name it: whoever writes a file for us writes these. */
const OWN_NAMES: Readonly<Partial<Record<Field, string>>> = {
  phone: 'phoneE164',
  start: 'startLocal',
  duration: 'durationMin',
}

const fieldsByKey = new Map<string, Field[]>()
for (const field of FIELDS) {
  const listed = Object.values(HEADER_SYNONYMS[field]).flatMap((terms) => terms.split(' | '))
  for (const term of [field, OWN_NAMES[field] ?? field, ...listed]) {
    for (const key of keysOf(term)) {
      const fields = fieldsByKey.get(key) ?? []
      if (!fields.includes(field)) fieldsByKey.set(key, [...fields, field])
    }
  }
}

/** Words around the one that counts: "patient mobile number", "fecha de la cita". */
const QUALIFIERS = new Set(
  (
    'patient patients pt pat paciente pacientes pac client clients appointment appt apt app visit sched schedule booking ' +
    'cita turno consulta agendamento rdv termin randevu wizyty the of de da do del la el du des der das di il no'
  ).split(' '),
)

/** Dates and times that are not the visit's: when it was typed in, paid, sent. */
const OTHER_MOMENTS =
  /^(?:created?|creation|creacion|criacao|criado|creado|registered|registration|registro|cadastro|entered|entry|modified|modification|updated?|changed?|last|next|previous|prior|printed|print|sent|send|paid|payment|invoice|due|referral|referred|admission|discharge|expiry|expires|signed|confirmation|cancellation|cancelled|canceled|made|alta|erstellt|angelegt|geandert|modifie|saisie|utworzono|insurance|received|request|requested|reminder|arrival|arrived|checkin|birth|dob|nac|nasc|nacimiento|nascimento|deceased|death)$/

const MOMENTS: ReadonlySet<Field> = new Set(['date', 'time', 'start', 'end'])

const STATE_WORD =
  /^(?:status|statusid|statuscode|statusname|state|estado|estatus|situacao|situacion|statut|etat|stato|durum|zustand|статус|وضعيت|الحاله|סטטוס|状态|狀態)$/
/** Whose state a heading may mean instead: the bill's, the insurance's, the message's. */
const OTHER_STATE =
  /^(?:old|previous|prior|former|original|anterior|vorher|vorherig|ancien|precedente|payment|billing|bill|paid|invoice|claim|insurance|eligibility|referral|consent|sms|message|reminder|email|patient|marital|civil|account|pago|pagamento|cobro|zahlung|paiement|address|zip|city|country|order|lab|form|forms|intake|document)$/

export const isOtherState = (heading: string): boolean => foldWords(heading).some((word) => OTHER_STATE.test(word))

const PHONE_WORD =
  /^(?:mobile|mobil|cell|cellular|cellphone|phone|telephone|tel|whatsapp|celular|movil|telefono|telefone|telemovel|handy|telefon|portable|cellulare|gsm|сотовый|телефон|جوال|موبايل|هاتف|נייד|טלפון)$/
const AT_HOME =
  /^(?:home|house|work|office|business|landline|fixed|casa|fijo|fixo|residencial|trabajo|trabalho|privat|festnetz|fixe|domicile|fisso|2|secondary|alternate|alt|other)$/
/** Whose phone a heading may mean instead: relatives, doctors, insurers; or what is no number at all. */
const NOT_THE_PATIENTS =
  /^(?:emergency|kin|guardian|parent|mother|father|spouse|relative|doctor|dr|provider|practitioner|clinic|insurance|insurer|pharmacy|employer|referring|fax|type|carrier|consent|opt|ok|verified|valid|emergencia|familiar|madre|padre|mae|pai|responsavel|medico|profesional|arzt|urgence|confirmed|country|code|ext|extension)$/

/** What a heading means, undefined when nothing that we know. */
export function fieldsOfHeading(heading: string): HeadingMeaning | undefined {
  if (heading.length > 60 || !/\p{L}|#/u.test(heading)) return undefined
  const met = headingsMet.get(heading)
  if (met) return met
  const meaning = meaningOf(heading)
  if (meaning && headingsMet.size < 1000) headingsMet.set(heading, meaning)
  return meaning
}

/** Headings understood before; what is no heading, and may be a patient's name, is not kept. */
const headingsMet = new Map<string, HeadingMeaning>()

const meaningOf = (heading: string): HeadingMeaning | undefined =>
  bareMeaning(heading) ?? (remarkOf(heading) === undefined ? undefined : bareMeaning(heading.replace(REMARK, '')))

/** "(24h)", "[MM/DD/YYYY]", "_utc" behind a heading: how its cells are written. Other remarks may change whose they are. */
const REMARK =
  /[\s_-]*(?:[([（](?:[dmyhs]{1,4}(?:[-/.: ]+[dmyhs]{1,4}){1,5}|(?:12|24)[ -]?h(?:ours?|rs?)?|h|hrs?|hours?|horas?|heures?|std\.?|stunden|mins?\.?|minutes?|minutos?|minuten|s|secs?|seconds?|segundos?|utc|gmt|z|local(?: time)?|full|unique|required|optional|\d+ digits)[)\]）]|[\s_-](?:utc|gmt))\s*$/i

export const remarkOf = (heading: string): string | undefined =>
  REMARK.exec(heading)?.[0]
    .replace(/[^\p{L}\p{N}/.: -]/gu, '')
    .replace(/^[\s_-]+/, '')
    .trim()
    .toLowerCase()

const CANCELLED =
  /^(?:cancel\p{L}*|anula\p{L}*|annul\p{L}*|storn\p{L}*|absage\p{L}*|disdett\p{L}*|отмен\p{L}*|iptal\p{L}*)$/u
const REASON =
  /^(?:reason|cause|comment|note|motivo|causa|motif|raison|grund|begrundung|causale|причина|neden\p{L}*|sebep|cancel\p{L}*grund|absagegrund|stornogrund|storno\p{L}*)$/u

/** "Cancellation reason": who writes one has cancelled. */
export const isCancelReason = (heading: string): boolean => {
  const words = foldWords(heading)
  return words.some((word) => CANCELLED.test(word)) && words.some((word) => REASON.test(word))
}

const ACTIVE =
  /^(?:active|activ[oa]|ativ[oa]|actif|attiv[oa]|aktiv|aktif|enabled|valid|vigente|valido|gultig|активн\p{L}*)$/u

/** "Active: no" may be a visit that was taken out of the book, or a patient who left the clinic. */
export const isActiveFlag = (heading: string): boolean => foldWords(heading).some((word) => ACTIVE.test(word))

function bareMeaning(heading: string): HeadingMeaning | undefined {
  const words = foldWords(heading)
  const exact = [...new Set([...keysOf(heading)].flatMap((key) => fieldsByKey.get(key) ?? []))]
  if (exact.length > 0) return { fields: exact, exact: true }
  const id = idHeading(words)
  if (id) return { fields: [id], exact: false }
  if (words.some((word) => STATE_WORD.test(word)))
    return isOtherState(heading) ? undefined : { fields: ['status'], exact: false }
  if (words.some((word) => PHONE_WORD.test(word)) && !words.some((word) => NOT_THE_PATIENTS.test(word)))
    return { fields: [words.some((word) => AT_HOME.test(word)) ? 'phoneAlt' : 'phone'], exact: false }
  const bare = words.filter((word) => !QUALIFIERS.has(word))
  if (bare.length === 0 || bare.length === words.length) return undefined
  const loose = (fieldsByKey.get(bare.join('')) ?? []).filter(
    (field) => !MOMENTS.has(field) || !words.some((word) => OTHER_MOMENTS.test(word)),
  )
  return loose.length > 0 ? { fields: loose, exact: false } : undefined
}

const OF_PATIENT = /^(?:patients?|pt|pat|pacientes?|pac|clients?|paziente|patiente?n?|hasta|pacjenta)$/

/** "Código do agendamento", "Appointment Record No": nothing but words around a number or an id. */
function idHeading(words: readonly string[]): Field | undefined {
  const numbers = /^(?:id|no|ref|key|uid|guid|record|reference|referencia)$/
  if (!words.some((word) => numbers.test(word)) || words.length < 2) return undefined
  if (!words.every((word) => numbers.test(word) || QUALIFIERS.has(word))) return undefined
  return words.some((word) => OF_PATIENT.test(word)) ? 'patientExternalId' : 'externalId'
}
