export { addToCatalogue, foldName, loadCatalogue, type Catalogue, type NewNames } from './catalogue.ts'
export { ensureInstallation, type Mode } from './installation.ts'
export {
  ensureOrganization,
  ensureSender,
  listOrganizations,
  listSenders,
  loadCipher,
  type NewSender,
  type Organization,
  type SenderRow,
} from './organization.ts'
export { noteProposedHours } from './proposed-hours.ts'
