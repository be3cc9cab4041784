export { linkContacts } from './contacts.ts'
export { identifyPatients, type Identified, type PatientSighting } from './identify.ts'
export { patientLabel, type PatientLabel } from './patient-label.ts'
