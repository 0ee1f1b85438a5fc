/** Whose public holidays a place keeps beside those of its country: `data/holiday-regions.json`. */
import { z } from 'zod'
import { about, readDataFile } from '../../platform/data-file.ts'

const region = z.strictObject({
  /** Of this NUTS region and all within it. */
  nuts: z.string().regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/),
  /** What the package date-holidays calls it. */
  holidays: z.string().regex(/^[A-Z0-9]{1,3}$/),
})

function regionsFile(countryCodes: ReadonlySet<string> | undefined) {
  const one = z.strictObject({ iso: z.string().regex(/^[A-Z]{2}$/), regions: z.array(region).min(1) })
  return z.strictObject({ about, countries: z.array(one).min(1) }).superRefine(({ countries }, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['countries', ...path], message })
    const seen = new Set<string>()
    countries.forEach(({ iso, regions }, index) => {
      if (countryCodes && !countryCodes.has(iso)) refuse([index, 'iso'], `${iso} is not in data/countries.json`)
      regions.forEach(({ nuts }, place) => {
        if (seen.has(nuts)) refuse([index, 'regions', place, 'nuts'], `${nuts} is listed twice`)
        seen.add(nuts)
      })
    })
  })
}

export interface HolidayRegions {
  /**
   * The region's name in the package date-holidays; undefined where the whole country has the same holidays, or nobody
   * knows.
   *
   * @param country ISO 3166-1 in capitals. @param nuts any code within the region.
   */
  readonly regionOf: (country: string, nuts: string) => string | undefined
  /** All, for checking them against the package. */
  readonly list: readonly { readonly country: string; readonly nuts: string; readonly holidays: string }[]
}

/** @throws DataFault if the file is faulty. */
export function loadHolidayRegions(known: { countries?: ReadonlySet<string> } = {}, root?: string): HolidayRegions {
  const { countries } = readDataFile('holiday-regions.json', regionsFile(known.countries), root)
  const list = countries.flatMap(({ iso, regions }) => regions.map((one) => ({ country: iso, ...one })))
  return Object.freeze({
    list,
    regionOf: (country: string, nuts: string) =>
      list
        .filter((one) => one.country === country && nuts.startsWith(one.nuts))
        // The narrowest of those that hold it.
        .toSorted((a, b) => b.nuts.length - a.nuts.length)[0]?.holidays,
  })
}
