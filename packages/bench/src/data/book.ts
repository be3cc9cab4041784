import { DAY, instant, MINUTE, type Instant } from '@recado/domain/shared/instant'
import { isoWeekday, instantToWallTime, localMs } from '@recado/domain/shared/zoned'
import { seeded } from './random.ts'

export const ZONE = 'America/Sao_Paulo'

export type BookOptions = {
  readonly visits: number
  /** A patient has several visits where there are fewer of them. */
  readonly patients: number
  /** Visits lie between these, by day, in opening hours. */
  readonly from: Instant
  readonly days: number
  readonly seed: number
}

const HEADER =
  'appointment_id,patient_id,first_name,last_name,phone,date,time,duration_min,practitioner,visit_type,location,status,language,consent'
const GIVEN = 'Ana Bruno Carla Davi Elisa Fabio Gabriela Heitor Iara Jonas Karina Luan Marina Nuno Olga Paulo'.split(' ')
const FAMILY = 'Almeida Barros Cardoso Duarte Esteves Farias Gomes Lacerda Macedo Novaes Pacheco Queiroz'.split(' ')
const SERVICES = ['Consulta', 'Retorno', 'Exame', 'Vacina', 'Curativo', 'Fisioterapia', 'Avaliação', 'Triagem']
const SITES = ['Centro', 'Norte', 'Sul', 'Leste', 'Oeste']
const PRACTITIONERS = 60
const OPENS_MINUTE = 8 * 60
const SLOT_MIN = 15
const SLOTS_A_DAY = 40

/** An appointment book as a practice system exports it: made up, the same for the same seed. */
export function makeBook({ visits, patients, from, days, seed }: BookOptions): string {
  const random = seeded(seed)
  const among = (count: number) => Math.floor(random() * count)
  const pick = (list: readonly string[]) => list[among(list.length)] ?? ''
  const people = Array.from({ length: patients }, (_, index) => `P${100_000 + index},${pick(GIVEN)},${pick(FAMILY)},${phoneOf(index)}`)
  const dates = workdays(from, days)
  const rows = Array.from({ length: visits }, (_, index) => {
    const minute = OPENS_MINUTE + SLOT_MIN * among(SLOTS_A_DAY)
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const who = `Dr. ${FAMILY[index % FAMILY.length]} ${1 + among(PRACTITIONERS / FAMILY.length)}`
    return `A${1_000_000 + index},${people[index % patients]},${pick(dates)},${time},30,${who},${pick(SERVICES)},${pick(SITES)},booked,pt-BR,yes`
  })
  return [HEADER, ...rows, ''].join('\n')
}

/** A Brazilian mobile number of its own for each patient, spread out: numbers in a row look like fillers. */
const phoneOf = (index: number): string => `+55119${70_000_000 + ((index * 7_919 + 1_357_911) % 29_999_999)}`

function workdays(from: Instant, days: number): string[] {
  const all = Array.from({ length: days }, (_, day) => instant(from + day * DAY))
  const open = all.filter((day) => isoWeekday(localMs(day, ZONE)) < 6)
  return (open.length > 0 ? open : all).map((day) => instantToWallTime(day, ZONE).slice(0, 10))
}

/** The next Tuesday, 12:00 in São Paulo (15:00 UTC): every message may go out then, whenever the bench runs. */
export function nextTuesdayNoon(now: number): Instant {
  const noon = Math.floor(now / DAY) * DAY + 15 * 60 * MINUTE
  for (let day = noon + DAY; ; day += DAY) if (isoWeekday(day) === 2) return instant(day)
}
