import type { PatientLanguage } from '../languages.ts'

/**
 * The one dictionary of template parameters. A name means the same in every template, and says how its value is made:
 *
 * - `patient`: the first name as the book has it; `name.unknown` of the patient's texts where there is none
 * - `patients`: first names of a household, formatList; `name.another` where there is none
 * - `clinic`: the sender as the patient knows it; a neutral name for departments that must not be named
 * - `day`: formatDate, style `long`, in the zone of the visit's site. Never "tomorrow": a message may leave a day early
 * - `time`: formatTime in the same zone
 * - `place`: the name or the address that patients use for the site; never a department
 * - `visits`: formatList, kind `plain`, of "Ana 09:00"
 *
 * Nothing here names a diagnosis, a department, a practitioner or a visit type (level L0 of what a reminder may say).
 */
export const TEMPLATE_PARAMETERS = ['patient', 'patients', 'clinic', 'day', 'time', 'place', 'visits'] as const
export type TemplateParameter = (typeof TEMPLATE_PARAMETERS)[number]

/** What Meta's reviewers see; made-up people and places. */
export const PARAMETER_EXAMPLES: Readonly<Record<PatientLanguage, Readonly<Record<TemplateParameter, string>>>> = {
  en: {
    patient: 'Grace',
    patients: 'Grace and Tom',
    clinic: 'Riverside Clinic',
    day: 'Tuesday 24 November',
    time: '09:00',
    place: '12 Market Street',
    visits: 'Grace 09:00, Tom 09:20',
  },
  es: {
    patient: 'Lucía',
    patients: 'Lucía y Mateo',
    clinic: 'Clínica del Parque',
    day: 'martes, 24 de noviembre',
    time: '09:00',
    place: 'Calle Mayor 12',
    visits: 'Lucía 09:00, Mateo 09:20',
  },
  'pt-BR': {
    patient: 'Helena',
    patients: 'Helena e Davi',
    clinic: 'Clínica do Parque',
    day: 'terça-feira, 24 de novembro',
    time: '09:00',
    place: 'Rua das Acácias, 12',
    visits: 'Helena 09:00, Davi 09:20',
  },
  hi: {
    patient: 'मीरा',
    patients: 'मीरा और रोहन',
    clinic: 'नदी किनारा क्लिनिक',
    day: 'मंगलवार, 24 नवंबर',
    time: 'सुबह 9:00',
    place: '12 गांधी मार्ग',
    visits: 'मीरा सुबह 9:00, रोहन सुबह 9:20',
  },
  ar: {
    patient: 'مريم',
    patients: 'مريم وسامي',
    clinic: 'عيادة الحديقة',
    day: 'الثلاثاء، 24 نوفمبر',
    time: '9:00 صباحًا',
    place: '12 شارع السوق',
    visits: 'مريم 9:00 صباحًا، سامي 9:20 صباحًا',
  },
  id: {
    patient: 'Sari',
    patients: 'Sari dan Bayu',
    clinic: 'Klinik Taman',
    day: 'Selasa, 24 November',
    time: '09.00',
    place: 'Jalan Melati 12',
    visits: 'Sari 09.00, Bayu 09.20',
  },
  fr: {
    patient: 'Camille',
    patients: 'Camille et Louis',
    clinic: 'Clinique du Parc',
    day: 'mardi 24 novembre',
    time: '09:00',
    place: '12 rue du Marché',
    visits: 'Camille 09:00, Louis 09:20',
  },
  de: {
    patient: 'Hanna',
    patients: 'Hanna und Jonas',
    clinic: 'Praxis am Park',
    day: 'Dienstag, 24. November',
    time: '09:00',
    place: 'Marktstraße 12',
    visits: 'Hanna 09:00, Jonas 09:20',
  },
}
