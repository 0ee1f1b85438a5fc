/** Opening the office of a whole country, where nobody has one yet. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceEverything } from '../../platform/db/change-feed.ts'
import { newId } from '../../platform/ids.ts'
import { type Country, countryName, ensureNational } from '../authorities/index.ts'
import type { CountryContentDeps } from './deps.ts'

/**
 * @param demonstration fictional, as its towns.
 * @returns its slug: the new one, or that of the authority there was.
 */
export async function openNational(
  { database, languages }: Pick<CountryContentDeps, 'database' | 'languages'>,
  act: Act,
  country: Country,
  demonstration: boolean,
): Promise<string> {
  const [first = 'en', ...others] = country.officialLanguages
  const nameIn = (code: string) => countryName(country.iso, languages.byCode(code)?.tag ?? code)
  return database.db.transaction().execute(async (tx) => {
    const id = newId()
    const { slug, made } = await ensureNational(
      tx,
      {
        id,
        country: country.iso,
        name: nameIn(first),
        names: Object.fromEntries([...new Set([...others, 'en', 'fr'])].map((code) => [code, nameIn(code)])),
        officialLanguages: country.officialLanguages,
        timeZone: country.timeZone,
        demonstration,
      },
      act.at,
    )
    if (made) {
      await recordAudit(tx, act, { authority: id, subject: `authority ${country.iso}/${slug}` })
      // Every page of the country depends on it from now on, and none of them knows that yet.
      await announceEverything(tx)
    }
    return slug
  })
}
