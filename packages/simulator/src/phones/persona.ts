/**
 * How a patient behaves. A phone without one is plain: on WhatsApp, delivered at once, never reads or answers by
 * itself. Ranges are [least, most] in ms; the phone's own seeded chance picks inside them.
 */
export type Persona = {
  name: string
  onWhatsApp: boolean
  sentMs: Range
  deliveredMs: Range
  /** Undefined: receipts are off, `read` never comes. */
  readMs?: Range
  /** The chat is open: straight to `read`, without `delivered`. */
  skipsDelivered?: boolean
  /** Blocks the business after reading its first message. */
  blocksAfterRead?: boolean
  answer?: Answer
  /** Hides the phone number behind a username. */
  username?: boolean
}

export type Range = readonly [number, number]

export type Answer = {
  /** After reading (or after delivery, where receipts are off). */
  afterMs: Range
  /** Which button: its place in the message (negative: from the end) or its label. Messages without it get no answer. */
  tap?: number | string
  /** One of these, picked by chance. `byLanguage` wins where the phone's language is listed. */
  texts?: readonly string[]
  byLanguage?: Readonly<Record<string, readonly string[]>>
  /** `voice` sends a voice note, `unsupported` what no client can read, `photo` a picture. */
  media?: 'voice' | 'photo' | 'unsupported'
  /** Answers this often, 0 to 1. Default always. */
  share?: number
  /** Answers only this many messages. Default all. */
  times?: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const ordinary = {
  onWhatsApp: true,
  sentMs: [150, 900],
  deliveredMs: [600, 6 * SECOND],
  readMs: [20 * SECOND, 25 * MINUTE],
} as const satisfies Omit<Persona, 'name'>

const soon: Range = [20 * SECOND, 6 * MINUTE]

/** By name; `PUT /_sim/phones/{number}/persona` takes a name and may overrule any of its fields. */
export const PERSONAS: Readonly<Record<string, Persona>> = {
  reader: { name: 'reader', ...ordinary },
  confirms: { name: 'confirms', ...ordinary, answer: { afterMs: soon, tap: 0 } },
  reschedules: { name: 'reschedules', ...ordinary, answer: { afterMs: soon, tap: 1 } },
  cancels: { name: 'cancels', ...ordinary, answer: { afterMs: soon, tap: 2 } },
  'reads-late': { name: 'reads-late', ...ordinary, readMs: [3 * HOUR, 14 * HOUR] },
  'never-reads': {
    name: 'never-reads',
    onWhatsApp: true,
    sentMs: ordinary.sentMs,
    deliveredMs: ordinary.deliveredMs,
  },
  'chat-open': { name: 'chat-open', ...ordinary, readMs: [400, 2 * SECOND], skipsDelivered: true },
  offline: { name: 'offline', ...ordinary, deliveredMs: [6 * HOUR, 30 * HOUR] },
  'not-on-whatsapp': { name: 'not-on-whatsapp', ...ordinary, onWhatsApp: false },
  blocks: { name: 'blocks', ...ordinary, blocksAfterRead: true },
  username: { name: 'username', ...ordinary, username: true },
  'answers-text': {
    name: 'answers-text',
    ...ordinary,
    answer: {
      afterMs: [MINUTE, 40 * MINUTE],
      texts: ['ok', '1', 'yes'],
      byLanguage: {
        en: ['yes I will be there', 'Yes', 'ok thanks', '1'],
        es: ['sí, ahí estaré', 'Si', 'ok gracias', '1', 'confirmo'],
        pt: ['sim, estarei aí', 'Sim', 'ok obrigada', '1', 'confirmado'],
        hi: ['हाँ', 'haan ji', 'ठीक है', '1'],
        ar: ['نعم', 'تمام', 'أؤكد الموعد', '١'],
        id: ['ya', 'Iya, saya datang', 'ok', '1'],
        fr: ['oui', 'Oui je serai là', "d'accord", '1'],
        de: ['ja', 'Ja, ich komme', 'ok danke', '1'],
      },
    },
  },
  asks: {
    name: 'asks',
    ...ordinary,
    answer: {
      afterMs: [MINUTE, 30 * MINUTE],
      times: 1,
      texts: ['Where do I park?'],
      byLanguage: {
        en: ['Do I need to fast before the test?', 'Where do I park?', 'can i come 20 min late'],
        es: ['¿Tengo que ir en ayunas?', 'puedo llegar 20 min tarde?'],
        pt: ['Preciso estar em jejum?', 'posso chegar uns 20 min atrasada?'],
        ar: ['هل يجب أن أكون صائماً؟'],
        hi: ['क्या खाली पेट आना है?'],
      },
    },
  },
  'opts-out': {
    name: 'opts-out',
    ...ordinary,
    answer: {
      afterMs: soon,
      times: 1,
      texts: ['STOP'],
      byLanguage: {
        es: ['ALTO'],
        pt: ['PARAR'],
        hi: ['बंद'],
        ar: ['توقف'],
        id: ['BERHENTI'],
        fr: ['ARRET'],
        de: ['STOPP'],
      },
    },
  },
  'voice-notes': { name: 'voice-notes', ...ordinary, answer: { afterMs: soon, media: 'voice' } },
  'old-client': { name: 'old-client', ...ordinary, answer: { afterMs: soon, media: 'unsupported', times: 1 } },
}
