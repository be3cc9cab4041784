export { understandText, type Understood } from './understand-text.ts'
