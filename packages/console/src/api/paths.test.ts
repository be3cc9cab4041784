import { expect, test } from 'vitest'
import { downloads, eventsUrl, paths } from './paths.ts'

test('every link of the console', () => {
  expect({ ...paths, ...downloads, events: eventsUrl('41') }).toMatchInlineSnapshot(`
    {
      "book": "/book",
      "changes": "/changes",
      "changesCsv": "/api/v1/changes?format=csv",
      "conversation": "/people/$conversationId",
      "events": "/api/v1/events?lastEventId=41",
      "import": "/import/$importId",
      "imports": "/import",
      "people": "/people",
      "settings": "/settings",
      "signIn": "/sign-in",
    }
  `)
})
