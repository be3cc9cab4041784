export { addToCatalogue, foldName, loadCatalogue, type Catalogue, type NewNames } from './catalogue.ts'
