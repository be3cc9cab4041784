export { identifyPatients, identifyPhones, type Identified, type PatientSighting } from './identify.ts'
