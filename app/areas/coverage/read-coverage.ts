/** Everything that the page about the members of an association, or of one of its areas, shows. */
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import { listMonthCounts } from './coverage-month-store.ts'
import {
  type Area,
  type Counts,
  countsByArea,
  countsOf,
  liesIn,
  type MonthCounts,
  type Spots,
} from './coverage-rules.ts'
import { countAlike, listAreas, membersToCount, readSpots } from './coverage-store.ts'
import type { CoverageDeps } from './deps.ts'

/** Pages counted before a page of counts is shown; the worker, who hears of each change, counts the others meanwhile. */
const countedAtOnce = 2
const monthsShown = 12

export interface AreaCounts {
  readonly area: Area
  readonly counts: Counts
}

export interface Coverage {
  readonly counts: Counts
  /** Parts: the regions, where there are none the districts; of a region its districts. By name. */
  readonly parts: readonly AreaCounts[]
  /** The newest first; the one that runs now begins with its own beginning. */
  readonly months: readonly MonthCounts[]
  readonly spots: Spots
  /** Pages that have changed and are not counted yet. */
  readonly uncounted: number
}

/** Ids of all areas above each area. */
export const aboveOf = (areas: readonly Area[]): ReadonlyMap<string, readonly string[]> =>
  new Map(areas.map(({ id, above }) => [id, above]))

/** Areas that are shown as parts: the widest kind of which a member lies in one. */
function partsOf(areas: readonly Area[], counted: ReadonlyMap<string, Counts>, within: Area | undefined): AreaCounts[] {
  const listed = areas.flatMap((area) => {
    const counts = counted.get(area.id)
    return counts && area.id !== within?.id ? [{ area, counts }] : []
  })
  for (const kind of ['region', 'district', 'joint']) {
    const ofKind = listed.filter(({ area }) => area.kind === kind)
    if (ofKind.length > 0 && (within === undefined || kind !== within.kind)) return ofKind
  }
  return []
}

/** Members that have published since how they stand was counted: some are counted now, so that what is told next is so. */
export async function countMembersDue(
  { database, countStandings }: Pick<CoverageDeps, 'countStandings'> & { readonly database: Pick<Database, 'db'> },
  association: string,
): Promise<void> {
  const due = await membersToCount(database.db, association, countedAtOnce)
  if (due.length > 0) await countStandings(countedAtOnce, due)
}

export async function readCoverage(
  deps: CoverageDeps,
  association: { readonly id: string; readonly country: string },
  within?: Area,
): Promise<Coverage> {
  const { db } = deps.database
  await countMembersDue(deps, association.id)
  const [groups, areas, months, spots, left] = await Promise.all([
    countAlike(db, association.id),
    listAreas(db, association.country),
    listMonthCounts(db, association.id, within?.id, monthsShown),
    readSpots(db, association.id, within?.id),
    membersToCount(db, association.id, countedAtOnce),
  ])
  const above = aboveOf(areas)
  const shown = within ? groups.filter((group) => liesIn(group.areas, within.id, above)) : groups
  const counted = countsByArea(shown, above)
  return {
    counts: countsOf(shown),
    parts: partsOf(areas, counted, within),
    months,
    spots,
    uncounted: left.length,
  }
}

/** An area of the country in which members lie. */
export async function findArea(db: Db, country: string, slug: string): Promise<Area | undefined> {
  return (await listAreas(db, country)).find((area) => area.slug === slug)
}
