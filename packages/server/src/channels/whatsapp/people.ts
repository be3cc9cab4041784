import { child, children, present, textOf, type Fields } from './fields.ts'

/**
 * How WhatsApp names a person: by phone, by business-scoped user id (BSUID), or both. People with a username may have
 * no phone for us. Digits stay as WhatsApp gave them; Brazil's and Mexico's extra digit is a matter of matching.
 */
export type Person = { readonly phone?: string; readonly userId?: string; readonly parentUserId?: string }

/** What WhatsApp tells about a person beside the message. */
export type Profile = Person & { readonly name?: string; readonly username?: string; readonly identityKeyHash?: string }

/** Source: emulator specification and business-scoped-user-ids (July 2026). */
export const USER_ID = /^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/
const PHONE = /^\+?\d[\d\s().-]{3,24}$/

/** The digits of a phone number; undefined when the text is none (a BSUID, a group id). */
export const phoneDigits = (text: string | undefined): string | undefined =>
  text !== undefined && PHONE.test(text) ? text.replaceAll(/\D/g, '') : undefined

/** A BSUID below `key`, or below `fallback` where a payload puts it in the place of the phone. */
export function userIdOf(fields: Fields, key: string, fallback?: string): string | undefined {
  const given = textOf(fields, key)
  if (given !== undefined || fallback === undefined) return given
  const other = textOf(fields, fallback)
  return other !== undefined && USER_ID.test(other) ? other : undefined
}

const profileOf = (contact: Fields): Profile =>
  present({
    phone: phoneDigits(textOf(contact, 'wa_id')),
    userId: userIdOf(contact, 'user_id', 'wa_id'),
    parentUserId: textOf(contact, 'parent_user_id'),
    name: textOf(child(contact, 'profile'), 'name'),
    username: textOf(child(contact, 'profile'), 'username'),
    identityKeyHash: textOf(contact, 'identity_key_hash'),
  })

/** Profiles of one change by each of their ids: a batch holds up to a thousand people. */
type Profiles = { readonly byId: ReadonlyMap<string, Profile>; readonly only: Profile | undefined }
const profilesOfChange = new WeakMap<Fields, Profiles>()

function profilesOf(value: Fields): Profiles {
  const known = profilesOfChange.get(value)
  if (known) return known
  const all = children(value, 'contacts').map(profileOf)
  const byId = new Map(all.flatMap((one) => [one.phone, one.userId].flatMap((id) => (id === undefined ? [] : [[id, one] as const])))) // prettier-ignore
  const profiles = { byId, only: all.length === 1 ? all[0] : undefined }
  profilesOfChange.set(value, profiles)
  return profiles
}

/**
 * The profile of one person among `value.contacts`. It must share an id with them and contradict none: a name that
 * belongs to somebody else is worse than no name. A single profile fits a person without any id.
 */
export function profileFor(value: Fields, person: Person): Profile | undefined {
  const { byId, only } = profilesOf(value)
  const match = byId.get(person.phone ?? '') ?? byId.get(person.userId ?? '') ?? only
  return match && !contradicts(match, person) ? match : undefined
}

const contradicts = (a: Person, b: Person): boolean =>
  (a.phone !== undefined && b.phone !== undefined && a.phone !== b.phone) ||
  (a.userId !== undefined && b.userId !== undefined && a.userId !== b.userId)
