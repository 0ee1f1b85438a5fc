/**
 * Public holidays by the package date-holidays. Its code is ISC; its data is CC BY-SA 3.0 (from Wikipedia) and must be
 * attributed wherever the product lists its sources. Holidays of type `public` only, of the country and, where it is
 * known, of the region: what a single town or a religious community keeps is not among them.
 */
import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import type { HolidayRegions } from '../holiday-regions.ts'

export type PublicHolidays = {
  /**
   * `country` ISO 3166-1 in capitals, `date` as `2026-12-25`, `nuts` a NUTS code of the place where one is known. False
   * for a country that `knows` does not know.
   */
  isPublicHoliday: (country: string, date: string, nuts?: string) => boolean
  knows: (country: string) => boolean
}

const noon = 'T12:00:00Z'
/** Answers that are kept: two weeks of 46 countries and their regions, many times over. */
const mostDates = 10_000

/**
 * Dates whose midday the holiday covers. Holidays of the Islamic calendar begin and end in the evening, those of
 * several days at midday: the eve is not a day off, the days after it are.
 */
const datesOf = ({ start, end }: { start: Date; end: Date }): string[] => {
  const dates: string[] = []
  let date = Temporal.PlainDate.from(start.toISOString().slice(0, 10))
  for (; Date.parse(`${date}${noon}`) < end.getTime(); date = date.add({ days: 1 })) {
    if (Date.parse(`${date}${noon}`) >= start.getTime()) dates.push(date.toString())
  }
  return dates
}

/** Loads the package (about 150 ms) when it is first asked, not when the server starts. Answers are kept per year. */
export const createPublicHolidays = (regions: Pick<HolidayRegions, 'regionOf'>): PublicHolidays => {
  let loaded: { Package: typeof Holidays; countries: Set<string> } | undefined
  const perPlace = new Map<string, Holidays>()
  const perYear = new Map<string, string[]>()
  const perDate = new Map<string, boolean>()

  const load = () => {
    if (loaded) return loaded
    // Synchronous on purpose: pages ask while they are being rendered.
    const Package: typeof Holidays = createRequire(import.meta.url)('date-holidays')
    loaded = { Package, countries: new Set(Object.keys(new Package().getCountries())) }
    return loaded
  }
  const knows = (country: string): boolean => load().countries.has(country)

  /** @param place country and region, as the package takes them. */
  const holidaysOf = ([country = '', region]: readonly string[]): Holidays => {
    const { Package } = load()
    const options = { timezone: 'UTC', types: ['public' as const] }
    return region === undefined ? new Package(country, options) : new Package(country, region, options)
  }

  const datesIn = (place: readonly string[], year: number): string[] => {
    const name = place.join(' ')
    const key = `${name} ${year}`
    const kept = perYear.get(key)
    if (kept) return kept
    // In UTC the package's moments are the local clock's: the holiday's zone does not matter.
    const holidays = perPlace.get(name) ?? holidaysOf(place)
    perPlace.set(name, holidays)
    const dates = holidays.getHolidays(year).flatMap((holiday) => (holiday.type === 'public' ? datesOf(holiday) : []))
    perYear.set(key, dates)
    return dates
  }

  const lookUp = (country: string, date: string, region: string | undefined): boolean => {
    if (!knows(country)) return false
    const place = region === undefined ? [country] : [country, region]
    const year = Number(date.slice(0, 4))
    const month = date.slice(5, 7)
    // A holiday of several days or its substitute may cross New Year.
    const neighbour = month === '01' ? [year - 1] : month === '12' ? [year + 1] : []
    return [year, ...neighbour].some((each) => datesIn(place, each).includes(date))
  }
  const isPublicHoliday = (country: string, date: string, nuts?: string): boolean => {
    const region = nuts === undefined ? undefined : regions.regionOf(country, nuts)
    const key = `${country} ${region ?? ''} ${date}`
    const known = perDate.get(key)
    if (known !== undefined) return known
    if (perDate.size >= mostDates) perDate.clear()
    const found = lookUp(country, date, region)
    perDate.set(key, found)
    return found
  }
  return { isPublicHoliday, knows }
}
