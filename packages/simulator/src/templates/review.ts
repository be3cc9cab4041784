import type { Template, TemplateCategory } from './template.ts'

export type Verdict =
  | { status: 'APPROVED'; category: TemplateCategory }
  | { status: 'REJECTED'; reason: string; why: string; recommendation: string }

type Objection = {
  name: string
  refuses: (text: string, template: Template) => boolean
  reason: string
  why: string
  recommendation: string
}

/** What review turns down though the form was right [M templates/template-review; field rejection_info]. */
export const OBJECTIONS: readonly Objection[] = [
  {
    name: 'variables stand side by side',
    refuses: (text) => /\}\}\s*\{\{/.test(text),
    reason: 'INVALID_FORMAT',
    why: 'Parameters stand next to each other without text or punctuation between them.',
    recommendation: 'Put words between the parameters so that each of them is understood.',
  },
  {
    name: 'asks for a full card, account or identity number',
    refuses: (text) =>
      /\b(full|complete|entire)\b.{0,30}\b(card|account|passport|social security|national id)\b/i.test(text),
    reason: 'ABUSIVE_CONTENT',
    why: 'The message asks for a sensitive identifier.',
    recommendation: 'Ask for the last four digits, or use a page of your own.',
  },
  {
    name: 'shortened link',
    refuses: (_, template) =>
      template.shape.buttons.some((button) => /\/\/(bit\.ly|tinyurl\.com|t\.co|wa\.me)\//.test(button.url ?? '')),
    reason: 'INVALID_FORMAT',
    why: 'A button leads through a shortened link.',
    recommendation: 'Use the full address of your own site.',
  },
]

/** Words that make a utility template marketing at creation [M templates/template-categorization]. */
const PROMOTIONAL =
  /\b(offer|discount|sale|promo\w*|coupon|% off|free gift|special price|oferta|descuento|promoci[oó]n|desconto|promo[cç][aã]o|rabatt|angebot|promotion|diskon|soldes?)\b|عرض خاص|خصم|छूट|ऑफ़र/iu

/** What review says: the same words always get the same answer. */
export function reviewOf(template: Template): Verdict {
  const { header, body, footer, buttons } = template.shape
  const text = [header?.text, body.text, footer, ...buttons.map((button) => button.text)].join('\n')
  for (const objection of OBJECTIONS) {
    if (!objection.refuses(text, template)) continue
    const { reason, why, recommendation } = objection
    return { status: 'REJECTED', reason, why, recommendation }
  }
  const isVague = body.text.replace(/\{\{[^{}]*\}\}/g, '').trim().length < 3 && body.variables.length > 0
  const isMarketing = template.category === 'UTILITY' && (PROMOTIONAL.test(text) || isVague)
  return { status: 'APPROVED', category: isMarketing ? 'MARKETING' : template.category }
}
