/** Where a text of a service is written: a page of its form, for a translation that of its language. */
import type { urls } from '../../../urls.ts'
import type { ServiceFacts } from '../schema.ts'
import { translationField } from './forms/translation-form.ts'
import { type FactPlace, partOf, urlOfFact } from './service-parts.ts'
import { sourceLanguage, type TextPath, textsOf } from './service-texts.ts'

type OfficeTown = Parameters<typeof urls.officeTown>[0]

const parts: Readonly<Record<string, FactPlace['part']>> = {
  phones: 'contact',
  addresses: 'place',
  exceptions: 'hours',
  hoursNote: 'hours',
  whenClosed: 'hours',
  alertText: 'notice',
  closureText: 'notice',
}
const rows: Readonly<Record<string, string>> = { phones: 'phone', addresses: 'address', exceptions: 'exception' }

function placeInSource(path: TextPath): FactPlace {
  const [group = '', row, field] = path.split('-')
  const part = parts[group] ?? partOf([group])
  return { part, field: row === undefined ? path : `${rows[group]}-${row}-${field}` }
}

/**
 * @param official languages in which the town writes, its own first.
 * @returns by language, where a text says what is looked for.
 */
export function placesOfText(
  { town, id, facts, official }: { town: OfficeTown; id: string; facts: ServiceFacts; official: readonly string[] },
  path: TextPath,
  says: (text: string) => boolean,
): readonly { readonly language: string; readonly href: string }[] {
  const source = sourceLanguage(facts.name, official)
  const text = textsOf(facts).find((one) => one.path === path)?.text ?? {}
  return Object.entries(text).flatMap(([language, wording]) => {
    if (!says(wording.text)) return []
    const place: FactPlace =
      language === source ? placeInSource(path) : { part: 'languages', field: translationField(path), into: language }
    return [{ language, href: urlOfFact(town, id, place) }]
  })
}
