/** Every link in the console. A test prints them all, so that a moved screen shows up as a one-line diff. */
export const paths = {
  signIn: '/sign-in',
  book: '/book',
  people: '/people',
  conversation: '/people/$conversationId',
  imports: '/import',
  import: '/import/$importId',
  changes: '/changes',
  settings: '/settings',
} as const

/** Downloads that the browser fetches by itself, with the session's cookie. */
export const downloads = {
  changesCsv: '/api/v1/changes?format=csv',
} as const

/** Where the stream of events is; a stream opened anew says where it left off. */
export const eventsUrl = (lastEventId?: string): string =>
  lastEventId === undefined ? '/api/v1/events' : `/api/v1/events?lastEventId=${encodeURIComponent(lastEventId)}`
