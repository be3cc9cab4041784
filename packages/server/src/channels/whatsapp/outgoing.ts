/**
 * What we want to say, in words of our own: nothing of this names Meta's fields. Texts are final: rendered,
 * in the person's language, and allowed by the gate.
 */
export type OutgoingMessage = Addressed & OutgoingContent

export type Addressed = {
  readonly to: Recipient
  /** The message that is answered; WhatsApp shows it as a quotation. */
  readonly replyTo?: string
  /** Deliver only while the person's identity key is this one (else 137000). */
  readonly identityKeyHash?: string
}

/** E.164 with the plus sign, or a business-scoped user id. With both, the phone is used: it keeps the phone known. */
export type Recipient = { readonly phone: string; readonly userId?: string } | { readonly userId: string }

export type OutgoingContent =
  | { readonly type: 'text'; readonly body: string; readonly previewUrl?: boolean }
  | OutgoingTemplate
  | OutgoingButtons
  | OutgoingList
  | OutgoingLink
  | OutgoingLocation
  | OutgoingFile
  /** Asks a person with a username for the phone number. */
  | { readonly type: 'contact-request'; readonly body: string }

/** The only thing that may be sent outside the 24 h window. */
export type OutgoingTemplate = {
  readonly type: 'template'
  readonly name: string
  /** BCP 47 or Meta's code: `pt-BR` and `pt_BR` are the same. */
  readonly language: string
  readonly params: Readonly<Record<string, string>>
  readonly header?: TemplateHeader
  /** What each quick reply sends back, in the order of the template's buttons; random references, never data. */
  readonly quickReplyPayloads?: readonly string[]
  /** The variable end of the address of the button at this place. */
  readonly urlSuffix?: { readonly index: number; readonly text: string }
}

export type TemplateHeader =
  | { readonly type: 'text'; readonly params: Readonly<Record<string, string>> }
  | { readonly type: 'document'; readonly source: MediaSource; readonly filename: string }
  | { readonly type: 'image'; readonly source: MediaSource }
  | { readonly type: 'location'; readonly place: Place }

export type MediaSource = { readonly mediaId: string } | { readonly link: string }
export type Place = {
  readonly latitude: number
  readonly longitude: number
  readonly name?: string
  readonly address?: string
}

type Framed = { readonly body: string; readonly header?: string; readonly footer?: string }

export type OutgoingButtons = Framed & { readonly type: 'buttons'; readonly buttons: readonly Choice[] }
export type OutgoingList = Framed & {
  readonly type: 'list'
  readonly button: string
  readonly sections: readonly Section[]
}
export type OutgoingLink = Framed & { readonly type: 'link'; readonly label: string; readonly url: string }
export type OutgoingLocation = { readonly type: 'location'; readonly place: Place }
export type OutgoingFile = {
  readonly type: 'document' | 'image'
  readonly source: MediaSource
  readonly caption?: string
  readonly filename?: string
}

export type Choice = { readonly id: string; readonly title: string }
export type Section = {
  readonly title?: string
  readonly rows: readonly (Choice & { readonly description?: string })[]
}
