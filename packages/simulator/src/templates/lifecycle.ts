import { GraphError } from '../graph/errors.ts'
import { isObject, listAt, numberAt, textAt, type Json } from '../json.ts'
import { escapedJson } from '../webhooks/escape.ts'
import { publish } from '../webhooks/publish.ts'
import { nowOf, type World } from '../world.ts'
import { checkDraft, type Draft } from './creation-rules.ts'
import { reviewOf } from './review.ts'
import { shapeOf, upper, type Template, type TemplateCategory, type TemplateStatus } from './template.ts'

/** Takes a submission, or refuses it at once; the verdict follows by webhook. */
export function submitTemplate(world: World, wabaId: string, body: Json): Template {
  const draft = draftFrom(body)
  checkDraft(draft)
  if (world.templates.find(wabaId, draft.name, draft.language)) throw alreadyThere(draft)
  const ttlSeconds = numberAt(body, 'message_send_ttl_seconds')
  const template: Template = {
    id: world.ids.node(),
    wabaId,
    name: draft.name,
    language: draft.language,
    category: draft.category as TemplateCategory, // checked by the rules
    status: 'PENDING',
    rejectedReason: 'NONE',
    parameterFormat: draft.parameterFormat === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: draft.components,
    shape: shapeOf(draft.components),
    quality: 'UNKNOWN',
    qualityAtMs: nowOf(world),
    pauses: 0,
    createdAtMs: nowOf(world),
    revision: 0,
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
  }
  world.templates.add(template)
  scheduleReview(world, template)
  return template
}

/** An edit replaces all components and is reviewed again [M templates/template-management]. */
export function editTemplate(world: World, template: Template, body: Json): void {
  if (template.status === 'PENDING') {
    throw new GraphError(100, undefined, {
      message: 'Invalid parameter',
      subcode: 2388039,
      userTitle: 'Message template cannot be edited',
      userMessage: 'A template in review cannot be changed.',
    })
  }
  const draft = draftFrom({
    name: template.name,
    language: template.language,
    category: textAt(body, 'category') ?? template.category,
    parameter_format: template.parameterFormat,
    components: listAt(body, 'components') ?? template.components,
  })
  checkDraft(draft)
  const ttlSeconds = numberAt(body, 'message_send_ttl_seconds')
  if (ttlSeconds !== undefined) template.ttlSeconds = ttlSeconds
  template.components = draft.components
  template.shape = shapeOf(draft.components)
  if (template.status !== 'APPROVED') template.category = draft.category as TemplateCategory // checked by the rules
  template.status = 'PENDING'
  template.revision += 1
  scheduleReview(world, template)
}

/** Also what a test or an operator does to a template: pause it, disable it, change its category. */
export function setTemplateStatus(world: World, template: Template, status: TemplateStatus, more: Json = {}): void {
  template.status = status
  tellTemplate(world, template, {
    event: status,
    reason: status === 'PENDING_DELETION' || status === 'DELETED' ? null : template.rejectedReason,
    message_template_category: template.category,
    ...more,
  })
}

const PAUSE_HOURS = [3, 6]

/** Bad quality: paused for 3 hours, then for 6, then disabled for good [M templates/template-pausing]. */
export function pauseTemplate(world: World, template: Template): void {
  const hours = PAUSE_HOURS[template.pauses]
  template.pauses += 1
  setQuality(world, template, 'RED')
  if (hours === undefined) {
    const disabledAt = String(Math.floor(nowOf(world) / 1000))
    setTemplateStatus(world, template, 'DISABLED', {
      disable_info: { disable_date: disabledAt },
      other_info: { title: 'DISABLED', description: 'Your WhatsApp message template has been disabled.' },
    })
    return
  }
  const title = template.pauses === 1 ? 'FIRST_PAUSE' : 'SECOND_PAUSE'
  const description = `Your WhatsApp message template has been paused for ${hours} hours because it continues to have issues.`
  setTemplateStatus(world, template, 'PAUSED', { other_info: { title, description } })
  world.timeline.after(hours * 3_600_000, () => {
    if (template.status === 'PAUSED') unpauseTemplate(world, template)
  })
}

export function unpauseTemplate(world: World, template: Template): void {
  const description = 'Your WhatsApp message template has been unpaused.'
  setTemplateStatus(world, template, 'APPROVED', { other_info: { title: 'UNPAUSE', description } })
}

/** Meta finds the category wrong: announced 24 hours before, then done [M templates/template-categorization]. */
export function recategorise(world: World, template: Template, category: TemplateCategory): void {
  const dueMs = nowOf(world) + 24 * 3_600_000
  tellCategory(world, template, {
    new_category: template.category,
    correct_category: category,
    category_update_timestamp: Math.floor(dueMs / 1000),
  })
  world.timeline.at(dueMs, () => {
    const previous = template.category
    template.category = category
    template.previousCategory = previous
    tellCategory(world, template, { previous_category: previous, new_category: category })
  })
}

export function setQuality(world: World, template: Template, quality: Template['quality']): void {
  if (template.quality === quality) return
  const value = { previous_quality_score: template.quality, new_quality_score: quality, ...namesOf(template) }
  template.quality = quality
  template.qualityAtMs = nowOf(world)
  tellAccount(world, template.wabaId, 'message_template_quality_update', value)
}

/** An account event to the client: routed by the account, never by a number. */
export function tellAccount(world: World, wabaId: string, field: string, value: Json): void {
  const timeSeconds = Math.floor(nowOf(world) / 1000)
  publish(world, { field, kind: 'account', wabaId, json: escapedJson(value), timeSeconds }, { to: '', kind: field })
}

export function scheduleReview(world: World, template: Template): void {
  const { revision } = template
  const delayMs = world.options.templateReviewMs ?? (world.timeline.clock.kind === 'virtual' ? 0 : 300)
  world.timeline.after(delayMs, () => {
    if (template.revision === revision && template.status === 'PENDING') decide(world, template)
  })
}

function decide(world: World, template: Template): void {
  const verdict = reviewOf(template)
  if (verdict.status === 'REJECTED') {
    template.rejectedReason = verdict.reason
    const { why, recommendation } = verdict
    return setTemplateStatus(world, template, 'REJECTED', { rejection_info: { reason: why, recommendation } })
  }
  template.rejectedReason = 'NONE'
  if (verdict.category !== template.category) {
    template.previousCategory = template.category
    template.category = verdict.category
  }
  setTemplateStatus(world, template, 'APPROVED')
}

function tellTemplate(world: World, template: Template, value: Json): void {
  tellAccount(world, template.wabaId, 'message_template_status_update', { ...namesOf(template), ...value })
}

function tellCategory(world: World, template: Template, value: Json): void {
  tellAccount(world, template.wabaId, 'template_category_update', { ...namesOf(template), ...value })
}

/** Template ids are numbers in webhooks and strings everywhere else. */
function namesOf(template: Template): Json {
  return {
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
  }
}

function draftFrom(body: Json): Draft {
  const components = listAt(body, 'components')?.filter(isObject)
  for (const name of ['name', 'language', 'category']) {
    if (textAt(body, name) === undefined) throw required100(name)
  }
  if (!components) throw required100('components')
  return {
    name: textAt(body, 'name') ?? '',
    language: textAt(body, 'language') ?? '',
    category: upper(body, 'category'),
    parameterFormat: upper(body, 'parameter_format') || 'POSITIONAL',
    components,
  }
}

function required100(name: string): GraphError {
  return new GraphError(100, undefined, { message: `(#100) The parameter ${name} is required.` })
}

function alreadyThere(draft: Draft): GraphError {
  return new GraphError(100, undefined, {
    message: 'Invalid parameter',
    subcode: 2388024,
    userTitle: 'Content in This Language Already Exists',
    userMessage: `There is already ${languageName(draft.language)} content for this template. You can create a new template and try again.`,
  })
}

/** "en_US" as Meta's own pages call it. */
function languageName(code: string): string {
  const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard', style: 'short' })
  try {
    return names.of(code.replace('_', '-')) ?? code
  } catch {
    return code // "xx_anything": refused elsewhere, named as it came
  }
}
