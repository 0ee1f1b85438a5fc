import { expect, test } from 'vitest'
import { resolveDay, writtenOut } from './short-forms.ts'

const today = Temporal.PlainDate.from('2026-11-23')

test.each([
  ['today-12d', '2026-11-11'],
  ['today+40d', '2027-01-02'],
  ['today+3m', '2027-02-23'],
  ['this-year-12-24', '2026-12-24'],
  ['next-year-01-01', '2027-01-01'],
  ['2026-05-01', '2026-05-01'],
  ['Come today', 'Come today'],
])('%s is %s', (text, day) => {
  expect(resolveDay(text, today)).toBe(day)
})

test('a text carries who wrote it in each language; what only looks like one does not', () => {
  const languages = { en: { origin: 'person' }, ar: { origin: 'machine', from: 'en' } } as const
  const given = { name: { en: 'Night team', ar: 'فريق' }, hours: { weekly: [{ day: 1, opens: '09:00' }] }, note: {} }
  expect(writtenOut(given, languages, today)).toEqual({
    name: { en: { text: 'Night team', origin: 'person' }, ar: { text: 'فريق', origin: 'machine', from: 'en' } },
    hours: { weekly: [{ day: 1, opens: '09:00' }] },
    note: {},
  })
})
