/** When school holidays are, as towns and areas have entered them. */
import { type Kysely, sql } from 'kysely'
import type { Db, PublishedTables } from '../../platform/db/tables.ts'
import type { DateRange } from './hours/school-holidays.ts'

/** Either side reads them. */
type Published = Pick<Kysely<PublishedTables>, 'selectFrom' | 'getExecutor'>

/** Dates as texts: a driver would make moments of them. */
const iso = (column: 'first_day' | 'last_day') => sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`

/** Those that an authority has entered itself, in order. */
export async function ownSchoolHolidays(db: Published, authority: string): Promise<DateRange[]> {
  return db
    .selectFrom('published.school_holiday')
    .select([iso('first_day').as('from'), iso('last_day').as('to')])
    .where('authority', '=', authority)
    .orderBy('first_day')
    .execute()
}

export interface SchoolHolidays {
  /** Who has entered them. */
  readonly by: { readonly id: string; readonly name: string; readonly names: Readonly<Record<string, string>> }
  readonly ranges: readonly DateRange[]
}

const narrowestFirst = ['joint', 'municipality', 'district', 'region', 'country']

/**
 * Those of a place: its own, or of the narrowest of its areas that has any. Undefined where nobody has entered any.
 *
 * @param areas the town itself and all areas it belongs to.
 */
export async function schoolHolidaysOf(
  db: Published,
  authority: string,
  areas: readonly string[],
): Promise<SchoolHolidays | undefined> {
  const rows = await db
    .selectFrom('published.school_holiday as holiday')
    .innerJoin('published.authority as owner', 'owner.id', 'holiday.authority')
    .select([
      'owner.id',
      'owner.kind',
      'owner.name',
      'owner.names',
      iso('first_day').as('from'),
      iso('last_day').as('to'),
    ])
    .where('holiday.authority', 'in', [...areas, authority])
    // A town that was merged or split speaks for nobody but itself.
    .where((where) => where.or([where('owner.status', '=', 'active'), where('owner.id', '=', authority)]))
    .orderBy('first_day')
    .execute()
  const width = ({ id, kind }: (typeof rows)[number]) => (id === authority ? -1 : narrowestFirst.indexOf(kind))
  const [nearest] = rows.toSorted((a, b) => width(a) - width(b))
  if (!nearest) return undefined
  const { id, name, names } = nearest
  return {
    by: { id, name, names },
    ranges: rows.filter((row) => row.id === id).map(({ from, to }) => ({ from, to })),
  }
}

export async function writeSchoolHolidays(tx: Db, authority: string, ranges: readonly DateRange[]): Promise<void> {
  await tx.deleteFrom('published.school_holiday').where('authority', '=', authority).execute()
  const rows = ranges.map(({ from, to }) => ({ authority, first_day: from, last_day: to }))
  if (rows.length > 0) await tx.insertInto('published.school_holiday').values(rows).execute()
}
