import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactReading, contactFields, contactFrom } from './contact-rules.ts'
import { type AskingContact, askingContact } from './contact-schema.ts'

const reading: ContactReading = {
  offered: ['en', 'fr', 'ar'],
  demonstration: false,
  phoneIsValid: (number) => number.startsWith('+31'),
  readDay: (text) => {
    if (text === '') return []
    const pieces = text.split(', ').map((one) => /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(one))
    return pieces.every((one) => one !== null)
      ? pieces.map((one) => ({ opens: one?.[1] ?? '', closes: one?.[2] ?? '' }))
      : undefined
  },
  readLanguages: (text) =>
    text.includes('?') ? { unknown: text } : { codes: text.split(', ').filter((one) => one !== '') },
}

const form = (fields: Record<string, string>) =>
  new Map(Object.entries(fields).map(([name, text]) => [name, [text]] as const))
const faultsOf = (fields: Record<string, string>, more: Partial<ContactReading> = {}) => {
  const read = contactFrom(form(fields), { ...reading, ...more })
  return 'faults' in read ? read.faults.map(({ field, code }) => `${field}: ${code}`) : []
}

const word = fc.stringMatching(/^[A-Za-zé]{1,20}$/)
const contact: fc.Arbitrary<AskingContact> = fc
  .record({
    name: word,
    names: fc.dictionary(fc.constantFrom('en', 'fr', 'ar'), word, { maxKeys: 3 }),
    email: fc.constantFrom('a@example.org', null),
    phone: fc.constantFrom({ number: '+31 20 123 45 67', fictional: false }, null),
    hours: fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }))
      .map((days) => days.sort().map((day) => ({ day, opens: '09:00', closes: '12:30' }))),
    languages: fc.uniqueArray(fc.constantFrom('nl', 'en', 'ar')),
  })
  .filter(({ email, phone }) => email !== null || phone !== null)
  .map((one) => askingContact.parse(one))

test('what stands in the form says the same again', () => {
  fc.assert(
    fc.property(contact, (facts) => {
      expect(
        contactFrom(
          contactFields(facts, (codes) => codes.join(', ')),
          reading,
        ),
      ).toEqual({ facts })
    }),
  )
})

describe('a contact that is refused', () => {
  test('without a name, or without a way to reach anybody', () => {
    expect(faultsOf({ email: 'a@example.org' })).toEqual(['name: nameMissing'])
    expect(faultsOf({ name: 'Advice' })).toEqual(['email: reachMissing'])
    expect(faultsOf({ 'name-fr': 'Conseil' })).toEqual(['name: nameMissing', 'email: reachMissing'])
  })

  test('with a number that cannot be dialled; of fiction any digits do', () => {
    expect(faultsOf({ name: 'Advice', phone: '0900 BELL' })).toEqual(['phone: phone'])
    expect(faultsOf({ name: 'Advice', phone: '12345' })).toEqual(['phone: phone'])
    expect(faultsOf({ name: 'Advice', phone: '12345' }, { demonstration: true })).toEqual([])
    expect(faultsOf({ name: 'Advice', phone: 'bell' }, { demonstration: true })).toEqual(['phone: phone'])
  })

  test('with hours, an address, a name or a language that nobody can read', () => {
    const typed = { name: 'Advice', email: 'no address', 'day-2': '25', languages: '?', 'name-ar': 'x'.repeat(121) }
    expect(faultsOf(typed)).toEqual(['name-ar: nameLong', 'email: email', 'day-2: hours', 'languages: languages'])
  })
})

test('an empty form takes the contact out', () => {
  expect(contactFrom(form({ name: '  ', email: '' }), reading)).toEqual({ facts: undefined })
})
