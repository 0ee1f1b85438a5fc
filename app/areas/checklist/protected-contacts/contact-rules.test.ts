import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadChecklist } from '../kinds.ts'
import { type Service, type SnapshotDocument, serviceFacts } from '../schema.ts'
import { contactChanges, contactOf, isSameContact, undoState, withContact } from './contact-rules.ts'

const checklist = loadChecklist()
const months = (kind: string) => checklist.byId(kind)?.reviewEveryMonths
const kindWith = (wanted: number) => checklist.kinds.find((kind) => kind.reviewEveryMonths === wanted)?.id ?? ''

const service = (given: object): Service => ({
  ...serviceFacts.parse({ kinds: [kindWith(3)], name: { en: { text: 'Listening Ear', origin: 'person' } }, ...given }),
  id: '11111111-1111-4111-8111-111111111111',
})
const document = (...services: Service[]): SnapshotDocument => ({
  authority: '22222222-2222-4222-8222-222222222222',
  version: 1,
  publishedAt: '2026-03-03T10:00:00.000Z',
  introduction: {},
  answers: [],
  services,
})
const changed = (before: object, after: object) =>
  contactChanges(document(service(before)), document(service(after)), months).length

test.each([
  ['a number', { phones: [{ number: '0800 1111' }] }, { phones: [{ number: '0800 2222' }] }],
  ['a further number', { phones: [{ number: '0800 1111' }] }, { phones: [{ number: '0800 1111' }, { number: '112' }] }],
  ['a number taken away', { phones: [{ number: '0800 1111' }] }, {}],
  ['an e-mail address', { email: 'a@town.example' }, { email: 'b@town.example' }],
  ['a web address', { web: 'https://town.example' }, { web: 'https://evil.example' }],
  ['a chat', {}, { chat: 'https://chat.example' }],
])('%s that changes is told', (_, before, after) => {
  expect(changed(before, after)).toBe(1)
})

test('what leads nowhere else is not: words beside a number, a name', () => {
  const label = { en: { text: 'At night', origin: 'person' } }
  const before = { phones: [{ number: '0800 1111' }] }
  expect(changed(before, { phones: [{ number: '0800 1111', label }], name: label })).toBe(0)
})

test('only services that are checked every three months are protected, before or after', () => {
  const [a, b] = [{ email: 'a@town.example' }, { email: 'b@town.example' }]
  expect(changed({ ...a, kinds: [kindWith(12)] }, { ...b, kinds: [kindWith(12)] })).toBe(0)
  expect(changed({ ...a, kinds: [kindWith(3)] }, { ...b, kinds: [kindWith(12)] })).toBe(1)
  expect(changed({ ...a, kinds: [kindWith(12)] }, { ...b, kinds: [kindWith(3)] })).toBe(1)
})

test('a first version and a new service change nothing', () => {
  const one = service({ email: 'a@town.example' })
  expect(contactChanges(undefined, document(one), months)).toEqual([])
  expect(contactChanges(document(), document(one), months)).toEqual([])
})

const contacts = fc.record({
  phones: fc.array(fc.constantFrom('0800 1111', '0800 2222', '112'), { maxLength: 3 }),
  email: fc.constantFrom(null, 'a@town.example', 'b@town.example'),
  web: fc.constantFrom(null, 'https://town.example'),
  chat: fc.constantFrom(null, 'https://chat.example'),
})

test('putting a contact back restores it whole, and a change is told exactly when the contact differs', () => {
  fc.assert(
    fc.property(contacts, contacts, (first, second) => {
      const [before, after] = [first, second].map(({ phones, ...rest }) =>
        service({ ...rest, phones: phones.map((number) => ({ number })) }),
      ) as [Service, Service]
      const found = contactChanges(document(before), document(after), months)
      expect(found.length).toBe(isSameContact(contactOf(before), contactOf(after)) ? 0 : 1)
      expect(contactOf(withContact(after, contactOf(before)))).toEqual(contactOf(before))
    }),
  )
})

test('a change can be undone for a day, once, and only while it is what the public sees', () => {
  const [before, after] = [contactOf(service({})), contactOf(service({ email: 'a@town.example' }))]
  const undoUntil = Temporal.Instant.from('2026-03-04T10:00:00Z')
  const change = { after, undoUntil, undone: false }
  expect(undoState(change, after, undoUntil)).toBe('open')
  expect(undoState(change, after, undoUntil.add({ seconds: 1 }))).toBe('over')
  expect(undoState({ ...change, undone: true }, after, undoUntil)).toBe('undone')
  expect(undoState(change, before, undoUntil)).toBe('changed-since')
  expect(undoState(change, undefined, undoUntil)).toBe('changed-since')
})
