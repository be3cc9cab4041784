import { uuid } from './random.ts'

/** The demo clinic: three sites in three zones, one of them with daylight saving time. All names are made up. */
export const organization = { id: uuid('organization', 1), name: 'Clínica Aurora' }

export const sites = [
  { id: uuid('site', 1), name: 'Aurora Paulista', zone: 'America/Sao_Paulo', country: 'BR', sendingEnabled: true },
  { id: uuid('site', 2), name: 'Aurora Chamberí', zone: 'Europe/Madrid', country: 'ES', sendingEnabled: true },
  { id: uuid('site', 3), name: 'Aurora Salt Lake', zone: 'Asia/Kolkata', country: 'IN', sendingEnabled: true },
]

type Hours = 'accepted' | 'proposed' | 'none'
const practitioner = (
  n: number,
  name: string,
  site: number,
  opens: number,
  closes: number,
  hoursState: Hours = 'accepted',
) => ({
  id: uuid('practitioner', n),
  name,
  siteId: uuid('site', site),
  opens,
  closes,
  hoursState,
  sendingEnabled: true,
})

export const practitioners = [
  practitioner(1, 'Dra. Helena Prado', 1, 8, 17),
  practitioner(2, 'Dr. Caio Nogueira', 1, 9, 18),
  practitioner(3, 'Dra. Yara Menezes', 1, 8, 14, 'proposed'),
  practitioner(4, 'Dr. Iker Mendizábal', 2, 9, 15),
  practitioner(5, 'Dra. Nuria Vidal', 2, 10, 18),
  practitioner(6, 'Dr. Anirban Sen', 3, 9, 17),
  practitioner(7, 'Dr. Meher Contractor', 3, 10, 16, 'none'),
]

export const services = [
  { id: uuid('service', 1), name: 'Consulta', durationMin: 30, sendingEnabled: true },
  { id: uuid('service', 2), name: 'Retorno', durationMin: 20, sendingEnabled: true },
  { id: uuid('service', 3), name: 'Ecocardiograma', durationMin: 40, sendingEnabled: true },
  { id: uuid('service', 4), name: 'Revisión', durationMin: 20, sendingEnabled: true },
  { id: uuid('service', 5), name: 'New patient visit', durationMin: 40, sendingEnabled: true },
  { id: uuid('service', 6), name: 'Vacuna', durationMin: 15, sendingEnabled: false },
]

export const staff = [
  { id: uuid('staff', 1), name: 'Rosa Figueiredo', role: 'reception', site: 'Aurora Paulista', language: 'pt-BR' },
  { id: uuid('staff', 2), name: 'Pilar Echeverría', role: 'reception', site: 'Aurora Chamberí', language: 'es' },
  { id: uuid('staff', 3), name: 'Tanvi Bose', role: 'reception', site: 'Aurora Salt Lake', language: 'en' },
  { id: uuid('staff', 4), name: 'سلمى الحداد', role: 'manager', site: undefined, language: 'ar' },
  { id: uuid('staff', 5), name: 'Otto Brandt', role: 'administrator', site: undefined, language: 'en' },
] as const

export const source = { id: uuid('source', 1), name: 'agenda-aurora' }

type Person = readonly [name: string, language: string]
const bySite: readonly (readonly Person[])[] = [
  [['Beatriz Lacerda', 'pt-BR'], ['João Pedro Siqueira', 'pt-BR'], ['Lúcia Amaral', 'pt-BR'], ['Renato Bittencourt', 'pt-BR'], ['Iracema Duarte', 'pt-BR'], ['Davi Furtado', 'pt-BR'], ['Maria Antônia Vasconcelos de Albuquerque e Mello', 'pt-BR'], ['Samir Haddad', 'ar'], ['Celeste Quintela', 'pt-BR'], ['Otávio Brandão', 'pt-BR'], ['Nair Sampaio', 'pt-BR'], ['Emily Carter', 'en']],
  [['Lucía Aranguren', 'es'], ['Gonzalo Pardiñas', 'es'], ['Inés Calatrava', 'es'], ['Youssef Benali', 'fr'], ['Marisol Quiroga', 'es'], ['Fermín Zubiri', 'es'], ['Greta Lindholm', 'de'], ['Amparo Talens', 'es']],
  [['Rukmini Chatterjee', 'en'], ['Arjun Bagchi', 'hi'], ['Shalini Deshpande', 'hi'], ['Farida Ansari', 'en'], ['Kabir Lahiri', 'en'], ['Devika Menon', 'en'], ['Siti Rahmawati', 'id'], ['Pranab Ghoshal', 'hi']],
] // prettier-ignore

const initialsOf = (name: string): string => {
  const words = name.split(' ')
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase()
}

/** Numbers from ranges that no network gives out, where the country has such a range. */
const prefixes = ['+551190000', '+346000000', '+919900000']

export const patients = bySite.flatMap((people, site) =>
  people.map(([name, language], index) => ({
    id: uuid('patient', site * 100 + index + 1),
    site,
    name,
    initials: initialsOf(name),
    language,
    phone: `${prefixes[site] ?? ''}${String(10 + index).padStart(site === 0 ? 4 : 3, '0')}`,
  })),
)
export type MockPatient = (typeof patients)[number]
