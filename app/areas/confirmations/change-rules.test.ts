import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facts, text } from '../checklist/test-town.ts'
import { isToAsk, type LinkPurpose, linkState, pauseDays } from './asking-rules.ts'
import { readChange, type TypedChange } from './change-form.ts'
import { publishedFields, takenOver, withNumbers } from './change-rules.ts'

const phone = (number: string, label = '') => ({
  number,
  label: label ? text(label) : {},
  channels: ['voice' as const],
  languages: [],
  hours: {},
  cost: null,
  showsOnBill: null,
  fictional: true,
})
const id = '11111111-1111-4111-8111-111111111111'
const published = { ...facts({ phones: [phone('0800 1111', 'By day'), phone('0800 2222')], email: 'a@x.example' }), id }
const none: TypedChange = { phones: '', email: '', web: '', hours: '', closed: '', until: '', other: '' }
const checks = {
  today: Temporal.PlainDate.from('2026-03-10'),
  isPhone: (number: string) => /^[\d\s+]+$/.test(number),
  readDate: (words: string) => (/^\d{4}-/.test(words) ? words : null),
  saysWhere: (words: string) => words.includes('Kerkstraat'),
}
const read = (typed: Partial<TypedChange>, service = published) =>
  readChange({ ...none, ...publishedFields(service), ...typed }, service, checks)

test('what is left as it was is no change; nothing at all is said to be nothing', () => {
  expect(read({})).toEqual({ ok: false, faults: [{ field: 'phones', code: 'nothing' }] })
  expect(read({ hours: 'Mon 9-12' })).toEqual({ ok: true, change: { hours: 'Mon 9-12' } })
  expect(read({ phones: ' 0800 1111 \n\n0800 2222\n', other: 'x' })).toEqual({ ok: true, change: { other: 'x' } })
})

test('numbers, addresses and days are read, or refused where they are typed', () => {
  expect(read({ phones: '0800 3333', email: '', web: 'www.x.example' })).toEqual({
    ok: true,
    change: { phones: ['0800 3333'], email: null, web: 'https://www.x.example' },
  })
  const refused = read({ phones: 'the bell', email: 'x', web: 'no web', closed: 'for-now', until: '2026-03-09' })
  expect(refused).toEqual({
    ok: false,
    faults: [
      { field: 'phones', code: 'phone' },
      { field: 'email', code: 'email' },
      { field: 'web', code: 'web' },
      { field: 'until', code: 'untilPast' },
    ],
  })
})

test('nobody writes where a confidential place is', () => {
  const hidden = { ...published, place: { type: 'confidential' as const } }
  expect(read({ other: 'Now at Kerkstraat 12' }, hidden)).toEqual({
    ok: false,
    faults: [{ field: 'other', code: 'place' }],
  })
  expect(read({ other: 'Now at Kerkstraat 12' }).ok).toBe(true)
})

test('a number that stays keeps everything; one that takes its place keeps the label; any other begins anew', () => {
  const [first, second] = published.phones
  expect(withNumbers(published.phones, ['0800 1111', '0800 9999'], true)).toEqual([
    first,
    { ...second, number: '0800 9999' },
  ])
  expect(withNumbers(published.phones, ['0800 9999'], false)).toMatchObject([
    { number: '0800 9999', label: {}, fictional: false },
  ])
})

test('whatever numbers are given, those and no others stand afterwards, and known ones lose nothing', () => {
  const numbers = fc.uniqueArray(fc.constantFrom<string[]>('0800 1111', '0800 2222', '0800 3333', '0800 4444'))
  fc.assert(
    fc.property(numbers, (wanted) => {
      const phones = withNumbers(published.phones, wanted, true)
      expect(phones.map(({ number }) => number)).toEqual(wanted)
      for (const known of published.phones.filter(({ number }) => wanted.includes(number)))
        expect(phones).toContainEqual(known)
    }),
  )
})

test('the provider stands behind the page only where all of it is taken over', () => {
  const change = { email: 'b@x.example', hours: 'Mon 9-12' }
  const taking = { change, sentOn: '2026-03-10', demonstration: true }
  const all = takenOver(published, { ...taking, parts: ['email', 'hours'] })
  expect([all.email, all.checked]).toEqual(['b@x.example', { on: '2026-03-10', by: 'provider' }])
  const some = takenOver(published, { ...taking, parts: ['email'] })
  expect([some.email, some.checked]).toEqual(['b@x.example', null])
  const later = { ...published, checked: { on: '2026-03-11', by: 'office' as const } }
  expect(takenOver(later, { ...taking, parts: ['email', 'hours'] }).checked).toEqual(later.checked)
})

const at = Temporal.Instant.from('2026-03-10T10:00:00Z')
const now = { today: Temporal.PlainDate.from('2026-03-10'), at }

test('a provider is asked on the day, once, and not again before the pause is over', () => {
  expect(isToAsk('2026-03-11', undefined, now)).toBe(false)
  expect(isToAsk('2026-03-10', undefined, now)).toBe(true)
  expect(isToAsk(undefined, undefined, now)).toBe(true)
  const asked = (days: number) => at.subtract({ hours: 24 * days })
  expect(isToAsk(undefined, { askedAt: asked(400), outcome: undefined }, now)).toBe(false)
  expect(isToAsk(undefined, { askedAt: asked(pauseDays - 1), outcome: 'proposed' }, now)).toBe(false)
  expect(isToAsk(undefined, { askedAt: asked(pauseDays), outcome: 'proposed' }, now)).toBe(true)
  expect(isToAsk(undefined, { askedAt: asked(1), outcome: 'replaced' }, now)).toBe(true)
})

test.each([
  ['confirm', undefined, 'open'],
  ['confirm', 'confirmed', 'confirmed'],
  ['change', 'confirmed', 'open'],
  ['confirm', 'proposed', 'proposed'],
  ['change', 'proposed', 'proposed'],
  ['confirm', 'replaced', 'other'],
  ['change', 'replaced', 'other'],
  ['confirm', 'checked', 'other'],
  ['change', 'checked', 'open'],
] as const)('a link to %s says, after %s: %s', (purpose: LinkPurpose, outcome, state) => {
  expect(linkState(purpose, { outcome, expiresAt: at }, true, at)).toBe(state)
})

test('a link runs out, and one of a service that is gone says so', () => {
  const open = { outcome: undefined, expiresAt: at }
  expect(linkState('confirm', open, true, at.add({ seconds: 1 }))).toBe('expired')
  expect(linkState('confirm', open, false, at)).toBe('gone')
})
