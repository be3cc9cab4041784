import { expect, test } from 'vitest'
import { z } from 'zod'
import { ROUTE_PATHS, routeOf } from './route-paths.ts'
import type { RouteName } from './route-paths.ts'
import { routes } from './routes.ts'
import type { Route } from './routes.ts'

const all: [RouteName, Route][] = Object.entries(routes) as [RouteName, Route][]

test('no two routes share a method and a path', () => {
  expect(new Set(Object.values(ROUTE_PATHS)).size).toBe(Object.keys(ROUTE_PATHS).length)
})

test.each(all)('%s can be written into the public API document', (name, route) => {
  const placeholders = [...routeOf(name).path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  expect(Object.keys(route.params?.shape ?? {})).toEqual(placeholders)
  for (const schema of [route.params, route.query, route.body]) {
    if (schema) expect(z.toJSONSchema(schema, { io: 'input' })).toBeTypeOf('object')
  }
  expect(z.toJSONSchema(route.response, { io: 'output' })).toBeTypeOf('object')
})

test('only signing in and the staff to choose from are open to strangers', () => {
  const open = all.filter(([, route]) => route.permission === 'public').map(([name]) => name)
  expect(open).toEqual(['listDemoStaff', 'demoSignIn'])
})

test('a bare ?dryRun means yes and answers are read from JSON', () => {
  const query = routes.createImport.query.parse({ dryRun: '', answers: '{"dateFormat":"dd/mm/yyyy"}' })
  expect(query).toEqual({ dryRun: true, answers: { dateFormat: 'dd/mm/yyyy' } })
  expect(routes.createImport.query.safeParse({ answers: '[1' }).success).toBe(false)
})

test('the clock moves by a duration or to an instant, never by both', () => {
  const body = routes.moveClock.body
  expect(body.safeParse({ advance: 'PT46H' }).success).toBe(true)
  expect(body.safeParse({ advance: 'P' }).success).toBe(false)
  expect(body.safeParse({ to: '2026-11-24T14:30:00Z', advance: 'PT1H' }).success).toBe(false)
})
