import { expect, it } from 'vitest'
import { createPublicHolidays } from './public-holidays.ts'

const { isPublicHoliday, knows } = createPublicHolidays()
const memberStates = `AL AD AM AT AZ BE BA BG HR CY CZ DK EE FI FR GE DE GR HU IS IE IT LV LI LT LU MT MD MC ME NL MK NO
  PL PT RO SM RS SK SI ES SE CH TR UA GB`

it('knows all 46 member states, and New Year in each', () => {
  const countries = memberStates.split(/\s+/)
  expect(countries).toHaveLength(46)
  expect(countries.filter((country) => !knows(country) || !isPublicHoliday(country, '2027-01-01'))).toEqual([])
})

it('says no for a country that it does not know', () => {
  expect(knows('XX')).toBe(false)
  expect(isPublicHoliday('XX', '2026-12-25')).toBe(false)
})

it('knows fixed and moving holidays by the date at the place', () => {
  expect(isPublicHoliday('NL', '2026-04-27')).toBe(true)
  expect(isPublicHoliday('NL', '2026-04-26')).toBe(false)
  expect(isPublicHoliday('NL', '2026-04-28')).toBe(false)
  expect(isPublicHoliday('FR', '2026-05-14')).toBe(true)
  expect(isPublicHoliday('FR', '2026-05-15')).toBe(false)
})

it('leaves out holidays of single regions', () => {
  expect(isPublicHoliday('DE', '2026-08-15')).toBe(false)
})

it('counts the days of a holiday that lasts several, without its eve', () => {
  const days = ['19', '20', '21', '22', '23'].map((day) => isPublicHoliday('TR', `2026-03-${day}`))
  expect(days).toEqual([false, true, true, true, false])
})
