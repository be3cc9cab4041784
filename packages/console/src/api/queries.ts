import type { Queue } from '@recado/contracts/conversations'
import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'

/** One query per thing that a screen shows. The first part of a key is its area: live events invalidate by area and id. */
export const queries = {
  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => call('getSession', {}, signal),
      staleTime: 300_000,
    }),
  demoStaff: () =>
    queryOptions({ queryKey: ['demo-staff'], queryFn: ({ signal }) => call('listDemoStaff', {}, signal) }),
  overview: () => queryOptions({ queryKey: ['overview'], queryFn: ({ signal }) => call('getOverview', {}, signal) }),
  clock: () => queryOptions({ queryKey: ['clock'], queryFn: ({ signal }) => call('getClock', {}, signal) }),
  book: (query: { from: string; to: string; site?: string; practitioner?: string }) =>
    queryOptions({ queryKey: ['book', query], queryFn: ({ signal }) => call('getBook', { query }, signal) }),
  appointment: (id: string) =>
    queryOptions({
      queryKey: ['appointment', id],
      queryFn: ({ signal }) => call('getAppointment', { params: { id } }, signal),
    }),
  timeline: (id: string) =>
    queryOptions({
      queryKey: ['timeline', id],
      queryFn: ({ signal }) => call('getTimeline', { params: { id } }, signal),
    }),
  slots: (id: string) =>
    queryOptions({
      queryKey: ['slots', id],
      queryFn: ({ signal }) => call('listSlots', { params: { id } }, signal),
      staleTime: 0,
    }),
  imports: () => queryOptions({ queryKey: ['imports'], queryFn: ({ signal }) => call('listImports', {}, signal) }),
  import: (id: string) =>
    queryOptions({ queryKey: ['import', id], queryFn: ({ signal }) => call('getImport', { params: { id } }, signal) }),
  conversations: (queue: Queue | undefined) =>
    queryOptions({
      queryKey: ['conversations', queue ?? 'all'],
      queryFn: ({ signal }) => call('listConversations', { query: { queue, limit: 200 } }, signal),
    }),
  conversation: (id: string) =>
    queryOptions({
      queryKey: ['conversation', id],
      queryFn: ({ signal }) => call('getConversation', { params: { id } }, signal),
    }),
  changes: () => queryOptions({ queryKey: ['changes'], queryFn: ({ signal }) => call('listChanges', {}, signal) }),
  sites: () => queryOptions({ queryKey: ['sites'], queryFn: ({ signal }) => call('listSites', {}, signal) }),
  practitioners: () =>
    queryOptions({ queryKey: ['practitioners'], queryFn: ({ signal }) => call('listPractitioners', {}, signal) }),
  services: () => queryOptions({ queryKey: ['services'], queryFn: ({ signal }) => call('listServices', {}, signal) }),
  sources: () => queryOptions({ queryKey: ['sources'], queryFn: ({ signal }) => call('listSources', {}, signal) }),
  apiKeys: () => queryOptions({ queryKey: ['api-keys'], queryFn: ({ signal }) => call('listApiKeys', {}, signal) }),
  households: (patientId: string) =>
    queryOptions({
      queryKey: ['consents', patientId, 'households'],
      queryFn: ({ signal }) => call('listHouseholds', { params: { id: patientId } }, signal),
    }),
  consents: (patientId: string) =>
    queryOptions({
      queryKey: ['consents', patientId],
      queryFn: ({ signal }) => call('listConsents', { params: { id: patientId } }, signal),
    }),
  hours: (id: string) =>
    queryOptions({
      queryKey: ['hours', id],
      queryFn: ({ signal }) => call('getPractitionerHours', { params: { id } }, signal),
    }),
} as const
