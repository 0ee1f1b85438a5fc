import { describe, expect, it } from 'vitest'
import { loadLanguages } from './languages.ts'

const languages = loadLanguages()

describe('the languages', () => {
  it('are 37 of the interface and 15 more, 48 of them offered', () => {
    expect(languages.list.filter((one) => one.use === 'interface')).toHaveLength(37)
    expect(languages.list).toHaveLength(52)
    expect(languages.offered).toHaveLength(48)
  })

  it('are found by their code, not by another tag', () => {
    expect(languages.byCode('ar')).toMatchObject({ autonym: 'العربية', dir: 'rtl' })
    expect(languages.byCode('prs')?.tag).toBe('fa-AF')
    expect(languages.byCode('fa-AF')).toBeUndefined()
  })

  it.each(
    languages.list
      .filter((one) => one.intlSupported && one.pluralFrom === undefined)
      .map((one) => [one.code, one] as const),
  )('%s has the plural categories and the direction of its script that Intl knows', (_, one) => {
    const known = new Intl.PluralRules(one.tag).resolvedOptions().pluralCategories
    expect(new Set(one.pluralCategories)).toEqual(new Set(known))
    expect(one.dir).toBe(['Arab', 'Hebr'].includes(one.script) ? 'rtl' : 'ltr')
    expect(new Intl.Locale(one.tag).maximize().script).toBe(one.script)
  })
})
