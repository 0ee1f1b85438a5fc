import { describe, expect, it } from 'vitest'
import { DataFault } from '../../platform/data-file.ts'
import { countryName, loadCountries } from './countries.ts'

describe('the countries', () => {
  const countries = loadCountries()

  it('are the 46 member states, found by code in either case', () => {
    expect(countries.list).toHaveLength(46)
    expect(countries.byIso('nl')).toBe(countries.byIso('NL'))
    expect(countries.byIso('nl')).toMatchObject({ timeZone: 'Europe/Amsterdam', officialLanguages: ['nl'] })
    expect(countries.byIso('es')?.otherTimeZones).toContain('Atlantic/Canary')
    expect(countries.byIso('us')).toBeUndefined()
  })

  it('are refused with line and place where an official language is not known', () => {
    const known = new Set(countries.list.flatMap((one) => one.officialLanguages).filter((code) => code !== 'sq'))
    expect(() => loadCountries({ languages: known })).toThrow(DataFault)
    expect(() => loadCountries({ languages: known })).toThrow(
      /^data\/countries\.json:\d+ countries\[0\]\.officialLanguages\[0\]: sq is not in data\/languages\.json$/m,
    )
  })
})

describe('countryName', () => {
  it("gives the name in the reader's language", () => {
    expect(countryName('DE', 'de')).toBe('Deutschland')
    expect(countryName('de', 'ar')).toBe('ألمانيا')
  })

  it('is English where Intl has no data for the language, never the language of the machine', () => {
    expect(countryName('DE', 'rom')).toBe('Germany')
  })

  it('agrees with the names of the file', () => {
    for (const one of loadCountries().list) {
      expect([countryName(one.iso, 'en'), countryName(one.iso, 'fr')]).toEqual([one.name.en, one.name.fr])
    }
  })

  it('is the code for a place that does not exist', () => {
    expect(countryName('qx', 'en')).toBe('QX')
  })
})
