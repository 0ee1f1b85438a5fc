/** The way to what the law of a country says. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import type { Country } from '../authorities/index.ts'
import { legalNotesOf, readLegalTopics } from '../country-content/index.ts'
import type { HelpPagesDeps } from './deps.ts'

/** The address of the notes, and what a page depends on that leads there; undefined where nobody has written one. */
export async function legalLink(
  { database }: Pick<HelpPagesDeps, 'database'>,
  { language }: Translator,
  country: Country,
): Promise<{ readonly href: string | undefined; readonly topics: readonly string[]; readonly dependsOn: string }> {
  const topics = await database.read((db) => readLegalTopics(db, country.iso))
  const href = topics.length > 0 ? urls.legalNotes(language, country.iso) : undefined
  return { href, topics, dependsOn: legalNotesOf(country.iso) }
}
