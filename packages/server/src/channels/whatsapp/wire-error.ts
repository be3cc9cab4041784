import { child, children, numberOf, present, textOf, type Fields } from './fields.ts'

/** Meta's error object inside a webhook. Decide on `code` alone: titles and texts change. */
export type WireError = {
  readonly code?: number
  readonly title?: string
  readonly message?: string
  readonly details?: string
  readonly href?: string
}

export const wireError = (error: Fields): WireError =>
  present({
    code: numberOf(error, 'code'),
    title: textOf(error, 'title'),
    message: textOf(error, 'message'),
    details: textOf(child(error, 'error_data'), 'details'),
    href: textOf(error, 'href'),
  })

export const wireErrors = (fields: Fields): WireError[] => children(fields, 'errors').map(wireError)
