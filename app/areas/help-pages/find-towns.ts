import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import { type Country, countryName, findByName } from '../authorities/index.ts'
import type { HelpPagesDeps } from './deps.ts'
import type { FindTownProps } from './pages/find-town.tsx'
import { townName } from './present-town.ts'

const mostFound = 20

/** What the form shows after a search. The query goes to the database and nowhere else. */
export async function searchTowns(
  deps: HelpPagesDeps,
  translator: Translator,
  query: string,
  country: Country | undefined,
): Promise<Pick<FindTownProps, 'query' | 'found' | 'error'>> {
  const { t, language, tag } = translator
  if (query === '') return { query, error: t('find.empty') }
  const towns = await deps.database.read((db) =>
    findByName(db, query, { limit: mostFound, ...(country ? { country: country.iso } : {}) }),
  )
  return {
    query,
    found: towns.map(({ authority, matched, region }) => {
      const inCountry = countryName(authority.country, tag)
      return {
        href: urls.town(language, authority),
        name: townName(authority, language),
        where: region ? t('find.inRegion', { country: inCountry, region }) : inCountry,
        matched,
      }
    }),
  }
}
