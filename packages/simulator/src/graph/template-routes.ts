import type { Json } from '../json.ts'
import { seesAccount } from './auth.ts'
import { editTemplate, setTemplateStatus, submitTemplate, unpauseTemplate } from '../templates/lifecycle.ts'
import type { Template } from '../templates/template.ts'
import type { Waba } from '../senders.ts'
import { GraphError, unknownObject } from './errors.ts'
import { fieldsIn, page, selected } from './fields.ts'
import type { GraphCall, GraphRoutes } from './call.ts'

/** Everything below one template [M templates/template-management]. */
export const templateRoutes: GraphRoutes = async (call) => {
  const template = call.world.templates.byId(call.id)
  if (!template || !seesAccount(call.world, template.wabaId, call.token)) return undefined
  const { method } = call.exchange
  if (method === 'GET' && call.edge === undefined)
    return selected(nodeOf(template), fieldsIn(call.exchange.query) ?? DEFAULT_FIELDS)
  if (method === 'POST' && call.edge === 'unpause') {
    if (template.status === 'PAUSED') unpauseTemplate(call.world, template)
    return { success: true }
  }
  if (method === 'POST' && call.edge === undefined) {
    editTemplate(call.world, template, await call.readJson())
    return { success: true, id: template.id, category: template.category }
  }
  return undefined
}

const DEFAULT_FIELDS = [
  'name',
  'parameter_format',
  'components',
  'language',
  'status',
  'category',
  'previous_category',
  'id',
]

export function nodeOf(template: Template): Json {
  return {
    id: template.id,
    name: template.name,
    language: template.language,
    status: template.status,
    category: template.category,
    ...(template.previousCategory ? { previous_category: template.previousCategory } : {}),
    parameter_format: template.parameterFormat,
    components: template.components,
    rejected_reason: template.rejectedReason,
    quality_score: { score: template.quality, date: Math.floor(template.qualityAtMs / 1000) },
    ...(template.ttlSeconds === undefined ? {} : { message_send_ttl_seconds: template.ttlSeconds }),
    health_status: {
      can_send_message: template.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
      entities: [
        {
          entity_type: 'MESSAGE_TEMPLATE',
          id: template.id,
          can_send_message: template.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
        },
      ],
    },
  }
}

export async function createTemplate(call: GraphCall, waba: Waba): Promise<Json> {
  const template = submitTemplate(call.world, waba.id, await call.readJson())
  return { id: template.id, status: template.status, category: template.category }
}

type Filter = { name: string; keeps: (template: Template, wanted: string) => boolean }

const FILTERS: readonly Filter[] = [
  { name: 'name', keeps: (template, wanted) => template.name === wanted },
  { name: 'status', keeps: (template, wanted) => template.status === wanted.toUpperCase() },
  { name: 'category', keeps: (template, wanted) => template.category === wanted.toUpperCase() },
  { name: 'language', keeps: (template, wanted) => template.language === wanted },
  { name: 'quality_score', keeps: (template, wanted) => template.quality === wanted.toUpperCase() },
  {
    name: 'name_or_content',
    keeps: (template, wanted) => `${template.name} ${template.shape.body.text}`.includes(wanted),
  },
]

export function listTemplates({ world, exchange }: GraphCall, waba: Waba): Json {
  const { query } = exchange
  const kept = world.templates
    .of(waba.id)
    .filter((template) =>
      FILTERS.every(({ name, keeps }) => !query.has(name) || keeps(template, query.get(name) ?? '')),
    )
  const fields = fieldsIn(query) ?? DEFAULT_FIELDS
  return page(
    kept.map((template) => selected(nodeOf(template), fields)),
    query,
    `${world.url}${exchange.path}`,
  )
}

/** All languages of a name; one, by `hsm_id` and name; or many ids. All or nothing. */
export function deleteTemplates({ world, exchange }: GraphCall, waba: Waba): Json {
  const name = exchange.query.get('name')
  const id = exchange.query.get('hsm_id')
  const ids = exchange.query.get('hsm_ids')
  const all = world.templates.of(waba.id)
  const doomed = all.filter((template) => {
    if (ids !== null) return ids.split(/[^0-9]+/).includes(template.id)
    return id === null ? template.name === name : template.id === id && template.name === name
  })
  if (name === null && ids === null)
    throw new GraphError(100, undefined, { message: '(#100) The parameter name is required.' })
  if (doomed.length === 0) throw unknownObject(id ?? ids ?? name ?? '', 'delete')
  for (const template of doomed) {
    setTemplateStatus(world, template, 'PENDING_DELETION')
    world.templates.delete(template)
  }
  return { success: true }
}
