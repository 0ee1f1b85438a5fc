import { expect, test } from 'vitest'
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { openingHours } from '../schema.ts'
import { hoursSaid } from './present-hours-said.ts'

const i18n = createI18n(loadLanguages())
const today = Temporal.PlainDate.from('2026-12-01')

function said(hours: object, language = 'en'): string {
  const translator = i18n.translator(language)
  if (!translator) throw new Error(`no texts in ${language}`)
  return hoursSaid(translator, openingHours.parse(hours), today)
}

const weekdays = [1, 2, 3, 4, 5].flatMap((day) => [
  { day, opens: '09:00', closes: '12:00' },
  { day, opens: '13:30', closes: '17:00' },
])

test('a week, the days that are closed, holidays and appointments', () => {
  expect(said({ weekly: weekdays, publicHolidays: 'closed', appointment: 'required' })).toBe(
    'Open: Monday to Friday from 09:00 to 12:00 and from 13:30 to 17:00. Closed: Saturday, Sunday. ' +
      'Closed on public holidays. By appointment only.',
  )
})

test('school holidays', () => {
  const weekly = weekdays.filter(({ opens }) => opens === '09:00')
  const schoolHolidays = { rule: 'other', weekly: [{ day: 2, opens: '10:00', closes: '12:00' }] }
  expect(said({ weekly, schoolHolidays })).toBe(
    'Open: Monday to Friday from 09:00 to 12:00. Closed: Saturday, Sunday. In school holidays instead: ' +
      'Open: Tuesday from 10:00 to 12:00. Closed: Monday, Wednesday to Sunday.',
  )
  expect(said({ weekly, schoolHolidays: { rule: 'closed' } })).toContain('Closed in school holidays.')
  expect(said({ schoolHolidays: { rule: 'closed' } })).toBe('')
})

test('every second week and the days that differ', () => {
  const fortnightly = [{ from: '2026-11-24', opens: '17:00', closes: '19:00' }]
  const exceptions = [{ from: '2026-12-24', to: '2026-12-26', opens: null, closes: null }]
  expect(said({ fortnightly, exceptions })).toBe(
    'Every second Tuesday from 17:00 to 19:00, next on 8 December 2026. ' +
      'Closed: 24 December 2026 to 26 December 2026.',
  )
})

test('an exception is read back however far it is, and an appointment that is possible, too', () => {
  const exceptions = [{ from: '2027-12-24', to: '2028-01-03', opens: null, closes: null }]
  expect(said({ weekly: weekdays, exceptions, appointment: 'possible' })).toContain(
    'With or without an appointment. Closed: 24 December 2027 to 3 January 2028.',
  )
})

test('the same hours all week', () => {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '11:00', closes: '23:00' }))
  expect(said({ weekly })).toBe('Open: every day from 11:00 to 23:00.')
})

test('day and night, and nothing at all', () => {
  expect(said({ always: true })).toBe('Open day and night, every day.')
  expect(said({})).toBe('')
})

test.each(['fr', 'de', 'ar'])('in %s, with the digits of the clock in order', (language) => {
  const words = said({ weekly: weekdays }, language)
  expect(words.indexOf('09:00')).toBeLessThan(words.indexOf('12:00'))
  expect(words).not.toMatch(/[{}]|Open|Monday/)
})
