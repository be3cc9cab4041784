export { readBacklog, type Backlog } from './read-backlog.ts'
