/** What the secretariat types about an edition. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import { typedFields } from '../plans/index.ts'
import type { EventFault } from './event-form.ts'
import { years } from './schema.ts'

export const themeField = (language: string): string => `theme-${language}`

interface EditionFacts {
  readonly year: number
  readonly themes: Readonly<Record<string, string>>
  readonly source: string
}

/** @param languages codes in which a theme can be told. */
export function editionFrom(
  fields: FormFields,
  languages: readonly string[],
): EditionFacts | { readonly faults: readonly EventFault[] } {
  const typed = typedFields(fields, { tag: 'en', givesPlaceAway: () => false, namesContact: () => false })
  const faults: EventFault[] = []
  const year = Number(/^(\d{4})$/.exec(fields.get('year')?.[0]?.trim() ?? '')?.[1] ?? 0)
  if (year < years.first || year > years.last) faults.push({ field: 'year', code: 'year' })
  const themes = languages.flatMap((language) => {
    const text = typed.line(themeField(language))
    return text === '' ? [] : [[language, text] as const]
  })
  const source = typed.web('source')
  // A theme that nobody can look up is not told.
  if (themes.length > 0 && source === '') faults.push({ field: 'source', code: 'missing' })
  const all = [...typed.faults, ...faults]
  return all.length > 0 ? { faults: all } : { year, themes: Object.fromEntries(themes), source }
}
