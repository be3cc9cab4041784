import { cleanPhoneText, readPhone } from '@recado/domain/shared/phone'
import type { PhoneReading as NumberReading } from '@recado/domain/shared/phone'
import { foldDigits, isScientific } from '@recado/domain/shared/phone-text'
import { isNothing } from '../columns/nothing.ts'

export type RowPhone = { readonly e164: string | null; readonly raw?: string; readonly warnings: readonly string[] }

const SURE_SEPARATOR = /[;,\n|]|\s\/\s|\s(?:or|ou|o|y|e|oder|and|und|или|أو|या|atau)\s/i
const SEPARATORS = /[;,\n|/]|\s(?:or|ou|o|y|e|oder|and|und|или|أو|या|atau)\s/i

type PhoneReading = NumberReading | { readonly e164?: never; readonly refused: 'do_not_use' }

type CellPhone = { readonly reading: PhoneReading; readonly several: boolean }

/** The number to write to among the phone cells of a row, best column first: a mobile anywhere beats a fixed line. */
export function phoneOfRow(cells: readonly string[], country: string | undefined): RowPhone {
  let fixed: string | undefined
  let warning: string | undefined
  let raw: string | undefined
  for (const cell of cells) {
    if (isNothing(cell)) continue
    const { reading, several } = readCell(cell, country)
    if (reading.e164 === undefined) {
      if (reading.refused !== 'empty' || /\p{L}/u.test(cell)) {
        warning ??= `phone.${reading.refused === 'empty' ? 'invalid' : reading.refused}`
        raw ??= cell
      }
    } else if (reading.kind === 'fixed') fixed ??= reading.e164
    else return { e164: reading.e164, warnings: notesOf(reading, several) }
  }
  if (fixed !== undefined) return { e164: fixed, warnings: ['phone.landline'] }
  return { e164: null, ...(raw === undefined ? {} : { raw }), warnings: [warning ?? 'phone.missing'] }
}

const NOTHING: readonly string[] = []

function notesOf(reading: PhoneReading, several: boolean): readonly string[] {
  if (!several && !('repaired' in reading)) return NOTHING
  return [...(several ? ['phone.several'] : []), ...('repaired' in reading ? ['phone.repaired'] : [])]
}

/** A number beside its calling code in a column of its own. */
export function withCallingCode(cell: string, code: string | undefined): string {
  const digits = /^(?:\+|00)?(\d{1,3})$/.exec(foldDigits(code ?? ''))?.[1]
  if (digits === undefined || !/\p{Nd}/u.test(cell) || /^\W*(?:\+|00)/.test(cell)) return cell
  // Italy keeps its zero.
  const national = foldDigits(cell).replace(digits === '39' ? /^$/ : /^\W*0/, '')
  return national.replace(/\D/g, '').length > 10 && national.startsWith(digits)
    ? `+${national}`
    : `+${digits} ${national}`
}

const LONGEST = 200
const NOT_TO_USE =
  /\b(?:do not|don'?t|never) (?:call|text|use|sms)|\b(?:wrong|bad|old|invalid|disconnected|not in service)\b|\bn[aã]o (?:ligar|usar)|\b(?:errado|desligado|antigo|desativado)\b|\bno (?:llamar|usar)\b|\b(?:equivocado|apagado|erróneo|falsch|ungültig|nicht anrufen|faux|ne pas appeler|sbagliato|non chiamare)\b|не звонить|неверный|لا تتصل|خطأ/iu

function readCell(cell: string, country: string | undefined): CellPhone {
  if (cell.length > LONGEST) return { reading: { refused: 'invalid' }, several: false }
  if (/\p{L}{3}/u.test(cell) && NOT_TO_USE.test(cell)) return { reading: { refused: 'do_not_use' }, several: false }
  if (!SURE_SEPARATOR.test(cell) || isScientific(cleanPhoneText(cell))) {
    const reading = readPhone(cell, country)
    if (reading.e164 !== undefined || !cell.includes('/')) return { reading, several: false }
  }
  const readings = cell.split(SEPARATORS).map((part) => readPhone(part, country))
  const usable = readings.filter((reading) => reading.e164 !== undefined)
  const numbers = new Set(usable.map(({ e164 }) => e164))
  const best = usable.find((reading) => 'kind' in reading && reading.kind !== 'fixed') ?? usable[0]
  return best ? { reading: best, several: numbers.size > 1 } : { reading: readPhone(cell, country), several: false }
}
