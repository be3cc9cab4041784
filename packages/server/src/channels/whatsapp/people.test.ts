import { describe, expect, test } from 'vitest'
import { phoneDigits, profileFor, userIdOf } from './people.ts'

describe('a phone number', () => {
  test.each([
    ['5511987650001', '5511987650001'],
    ['+55 (11) 98765-0001', '5511987650001'],
    ['ES.9081726354', undefined],
    ['R3J1cG9EYVVuaWRhZGU', undefined],
    ['12', undefined],
    ['', undefined],
    [undefined, undefined],
    ['9'.repeat(40), undefined],
  ])('%j is read as %j', (text, digits) => {
    expect(phoneDigits(text)).toBe(digits)
  })
})

describe('a user id', () => {
  test('is found in the place of the phone, where some payloads put it', () => {
    expect(userIdOf({ from: 'ES.9081726354' }, 'from_user_id', 'from')).toBe('ES.9081726354')
    expect(userIdOf({ from: '5511987650001' }, 'from_user_id', 'from')).toBeUndefined()
    expect(userIdOf({ from: '5511987650001', from_user_id: 'BR.1' }, 'from_user_id', 'from')).toBe('BR.1')
  })
})

describe('the profile that belongs to a person', () => {
  const ana = { wa_id: '5511987650001', user_id: 'BR.1', profile: { name: 'Ana' } }
  const leo = { wa_id: '34600111222', profile: { name: 'Leo' } }
  const nameOf = (contacts: unknown, person: object) => profileFor({ contacts }, person)?.name

  test.each([
    ['by phone', [leo, ana], { phone: '5511987650001' }, 'Ana'],
    ['by user id', [leo, ana], { userId: 'BR.1' }, 'Ana'],
    ['being the only one of somebody without an id', [ana], {}, 'Ana'],
    ['being the only one, known by its other id', [leo], { userId: 'ES.2' }, 'Leo'],
  ])('is found %s', (_, contacts, person, name) => {
    expect(nameOf(contacts, person)).toBe(name)
  })

  test.each([
    ['it has another phone', [ana], { phone: '34600111222' }],
    ['it has this phone but another user id', [ana], { phone: '5511987650001', userId: 'BR.2' }],
    ['there are two and none is named', [ana, leo], {}],
    ['there is none', [], { phone: '5511987650001' }],
    ['the list is no list', 'contacts', { phone: '5511987650001' }],
  ])('is nobody when %s', (_, contacts, person) => {
    expect(nameOf(contacts, person)).toBeUndefined()
  })
})
