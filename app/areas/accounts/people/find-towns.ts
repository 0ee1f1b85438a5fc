import type { Database } from '../../../platform/db/database.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { associationsOf } from '../../associations/index.ts'
import { countryName, findByName, nameIn } from '../../authorities/index.ts'

const mostFound = 20

export interface FoundTown {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  /** Country and, to tell namesakes apart, region. */
  readonly where: string
}

/**
 * Active authorities by name; of a merged one its successor. The words go to the database and nowhere else.
 *
 * @param among ids of associations: finds their members only.
 */
export async function findTowns(
  database: Pick<Database, 'read'>,
  { t, language, tag }: Translator,
  query: string,
  among?: readonly string[],
): Promise<FoundTown[]> {
  const found = await database.read(async (db) => {
    const hits = await findByName(db, query, { limit: mostFound })
    if (!among) return hits
    const members = await Promise.all(hits.map(async (hit) => associationsOf(db, (hit.successor ?? hit.authority).id)))
    return hits.filter((_, index) => members[index]?.some((id) => among.includes(id)))
  })
  const towns = new Map<string, FoundTown>()
  for (const { authority, successor, region } of found) {
    const town = successor ?? authority
    const country = countryName(town.country, tag)
    const where = region && !successor ? t('people.find.inRegion', { country, region }) : country
    if (town.status === 'active') {
      towns.set(town.id, { id: town.id, country: town.country, slug: town.slug, name: nameIn(town, language), where })
    }
  }
  return [...towns.values()]
}
