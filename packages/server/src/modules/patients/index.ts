export { linkContacts } from './contacts.ts'
export { identifyPatients, type Identified } from './identify.ts'
export {
  addPeople,
  keysOf,
  linkKey,
  lookUpPeople,
  nobody,
  type LinkConsents,
  type PatientSighting,
  type People,
  type PersonKeys,
} from './look-up.ts'
export { patientLabel, type PatientLabel } from './patient-label.ts'
export { requirePatient } from './require-patient.ts'
