import type { Database } from '../../../platform/db/database.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { associationsOf } from '../../associations/index.ts'
import { countryName, type FoundByName, findByName, nameIn } from '../../authorities/index.ts'

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
 * Active authorities by name; of a merged one its successor, of one that was split its parts. The words go to the database and nowhere else.
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
    const towns = hits.flatMap((hit) => standingFor(hit).map((town) => ({ town, region: regionOf(hit) })))
    if (!among) return towns
    const members = await Promise.all(towns.map(async ({ town }) => associationsOf(db, town.id)))
    return towns.filter((_, index) => members[index]?.some((id) => among.includes(id)))
  })
  const towns = new Map<string, FoundTown>()
  for (const { town, region } of found) {
    const country = countryName(town.country, tag)
    const where = region ? t('people.find.inRegion', { country, region }) : country
    if (town.status === 'active') {
      towns.set(town.id, { id: town.id, country: town.country, slug: town.slug, name: nameIn(town, language), where })
    }
  }
  return [...towns.values()]
}

/** Where somebody works today who looks for a town of this name. */
const standingFor = ({ authority, successor, parts }: FoundByName) =>
  parts.length > 0 ? parts : [successor ?? authority]

/** Of the town itself; of another that stands for it nobody has asked. */
const regionOf = ({ region, successor, parts }: FoundByName) => (successor || parts.length > 0 ? null : region)
