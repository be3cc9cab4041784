import type { Language } from '@recado/domain/shared/language'

/** The made-up clinic. Names are common ones put together by chance; phone numbers are of the right shape and nobody's. */
export type DemoSite = {
  readonly name: string
  readonly zone: string
  readonly country: string
  readonly address: string
  readonly phone: string
  readonly practitioners: readonly string[]
  readonly people: readonly DemoPeople[]
}
export type DemoPeople = {
  readonly language: Language
  readonly given: readonly string[]
  readonly family: readonly string[]
}

export const DEMO_SITES: readonly DemoSite[] = [
  {
    name: 'São Paulo', zone: 'America/Sao_Paulo', country: 'BR', address: 'Rua das Laranjeiras, 120', phone: '+5511900',
    practitioners: ['Dra. Helena Prado', 'Dr. Caio Menezes'],
    people: [
      { language: 'pt-BR', given: ['Ana', 'Bruno', 'Carla', 'Davi', 'Elisa', 'Fábio', 'Gabriela', 'Heitor', 'Iara', 'João'], family: ['Silva', 'Souza', 'Oliveira', 'Lima', 'Ribeiro', 'Almeida'] },
      { language: 'es', given: ['Lucía', 'Mateo'], family: ['Rojas', 'Vargas'] },
    ],
  },
  {
    name: 'Madrid', zone: 'Europe/Madrid', country: 'ES', address: 'Calle del Olivar 14', phone: '+346000',
    practitioners: ['Dra. Nuria Vidal', 'Dr. Álvaro Ponce'],
    people: [
      { language: 'es', given: ['Carmen', 'Diego', 'Elena', 'Hugo', 'Inés', 'Javier', 'Laura', 'Pablo'], family: ['García', 'López', 'Martín', 'Ruiz', 'Navarro'] },
      { language: 'ar', given: ['أمينة', 'يوسف', 'ليلى', 'كريم'], family: ['بنعلي', 'الفاسي', 'حداد'] },
      { language: 'de', given: ['Anke', 'Jonas'], family: ['Weber', 'Krüger'] },
      { language: 'fr', given: ['Chloé', 'Luc'], family: ['Moreau', 'Petit'] },
    ],
  },
  {
    name: 'Kolkata', zone: 'Asia/Kolkata', country: 'IN', address: '18 Lake Road', phone: '+919000',
    practitioners: ['Dr. Anjali Sen', 'Dr. Rohan Mukherjee'],
    people: [
      { language: 'hi', given: ['अनीता', 'राजेश', 'सुनीता', 'विकास', 'प्रिया'], family: ['शर्मा', 'वर्मा', 'गुप्ता'] },
      { language: 'en', given: ['Asha', 'Debjani', 'Farhan', 'Ishaan', 'Meera', 'Nikhil'], family: ['Das', 'Bose', 'Khan', 'Roy'] },
      { language: 'id', given: ['Sari', 'Budi'], family: ['Wijaya', 'Santoso'] },
    ],
  },
] // prettier-ignore

export const DEMO_SERVICES = ['Consultation', 'Check-up', 'Follow-up visit', 'Vaccination'] as const

export const DEMO_STAFF = [
  { name: 'Marta Reis', role: 'reception', language: 'pt-BR' },
  { name: 'Sofía Campos', role: 'reception', language: 'es' },
  { name: 'Priya Nair', role: 'nurse', language: 'en' },
  { name: 'Omar Haddad', role: 'manager', language: 'ar' },
  { name: 'Grace Miller', role: 'administrator', language: 'en' },
] as const
