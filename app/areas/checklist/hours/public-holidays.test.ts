import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { expect, it } from 'vitest'
import { loadHolidayRegions } from '../holiday-regions.ts'
import { createPublicHolidays } from './public-holidays.ts'

const regions = loadHolidayRegions()
const { isPublicHoliday, knows } = createPublicHolidays(regions)
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

it('leaves out holidays of single regions where the region is not known', () => {
  expect(isPublicHoliday('DE', '2027-01-06')).toBe(false)
  expect(isPublicHoliday('FR', '2026-12-26', 'FRI12')).toBe(false)
})

it('knows the holidays of a region by any code within it', () => {
  // Epiphany in Munich and not in Hanover; the day of Catalonia; Boxing Day in Strasbourg; Saint Andrew in Glasgow.
  expect(isPublicHoliday('DE', '2027-01-06', 'DE212')).toBe(true)
  expect(isPublicHoliday('DE', '2027-01-06', 'DE929')).toBe(false)
  expect(isPublicHoliday('ES', '2026-09-11', 'ES511')).toBe(true)
  expect(isPublicHoliday('FR', '2026-12-26', 'FRF11')).toBe(true)
  expect(isPublicHoliday('GB', '2026-11-30', 'UKM82')).toBe(true)
  expect(isPublicHoliday('GB', '2026-11-30', 'UKI31')).toBe(false)
  // Whit Monday in Bolzano and not in Trento.
  expect(isPublicHoliday('IT', '2027-05-17', 'ITH10')).toBe(true)
  expect(isPublicHoliday('IT', '2027-05-17', 'ITH20')).toBe(false)
})

it('keeps the holidays of the country in every region', () => {
  const without = regions.list.filter(({ country, nuts }) => !isPublicHoliday(country, '2026-12-25', nuts))
  expect(without).toEqual([])
})

it('names regions as the package does', () => {
  const Package: typeof Holidays = createRequire(import.meta.url)('date-holidays')
  const unknown = regions.list.filter(
    ({ country, holidays }) => !(holidays in (new Package().getStates(country) ?? {})),
  )
  expect(unknown).toEqual([])
})

it('counts the days of a holiday that lasts several, without its eve', () => {
  const days = ['19', '20', '21', '22', '23'].map((day) => isPublicHoliday('TR', `2026-03-${day}`))
  expect(days).toEqual([false, true, true, true, false])
})
