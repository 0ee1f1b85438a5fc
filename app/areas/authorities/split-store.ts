/** Authorities that became several, and parts that left one that goes on. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { type AuthorityRow, authorityColumns, authorityOf, type Directory, upFrom } from './directory-store.ts'
import { endCodes, type Predecessor } from './merger-store.ts'
import type { Authority } from './rules.ts'

interface Split {
  /** Id of the authority that was split. */
  readonly from: string
  /** Ids, in the order in which they were named. */
  readonly parts: readonly string[]
  /** First day of the parts. */
  readonly on: string
}

/** The parts are remembered; the authority itself goes on, unless it is closed. */
export async function writeParts(tx: Tx, { from, parts, on }: Split): Promise<void> {
  await sql`
    insert into published.split_part (authority, part, since, place)
    select ${from}::uuid, part.id, ${on}::date,
      part.place + coalesce((select max(place) from published.split_part where authority = ${from}::uuid), 0)
    from unnest(${[...parts]}::uuid[]) with ordinality as part (id, place)
    on conflict do nothing`.execute(tx)
}

/** The record of what became several stays as it was; its codes end the day before. */
export async function closeSplit(tx: Tx, from: string, on: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update published.authority
    set status = 'split', facts_sha256 = 'split', changed_at = ${new Date(at.epochMilliseconds)}::timestamptz
    where id = ${from}::uuid`.execute(tx)
  await endCodes(tx, from, on, null)
}

/**
 * What it had published, and what it showed of others for a while, its parts show too until they have looked through it.
 *
 * @param ended it is no more: it shows the page of others for nobody any longer.
 */
export async function inheritShared(tx: Tx, { from, parts, on }: Split, ended: boolean): Promise<void> {
  await sql`
    insert into published.inheritance (predecessor, authority, since, shared)
    select shown.predecessor, part.id, ${on}::date, true
    from (
      select predecessor from published.inheritance where authority = ${from}::uuid
      union
      select authority from published.current_snapshot where authority = ${from}::uuid
    ) shown, unnest(${[...parts]}::uuid[]) as part (id)
    where shown.predecessor <> part.id
    on conflict (predecessor, authority) do nothing`.execute(tx)
  if (ended) await sql`delete from published.inheritance where authority = ${from}::uuid`.execute(tx)
}

/** What has come out of an authority, as it is now. */
export interface Parts {
  /** It is no more itself. */
  readonly ended: boolean
  readonly since: Temporal.PlainDate
  /** In order; of one that was merged or split in its turn whatever has taken its place. */
  readonly authorities: readonly Authority[]
}

/** @returns undefined where it was never split and nothing has left it. */
export async function partsOf(db: Directory, { id, status }: Pick<Authority, 'id' | 'status'>) {
  const { rows } = await sql<AuthorityRow & { since: string }>`
    with recursive line (id, place, since) as (
      select part, place, since from published.split_part where authority = ${id}::uuid
      union
      select next.id, line.place, line.since from line join lateral (
        select successor as id from published.authority gone where gone.id = line.id and successor is not null
        union all
        select split.part from published.split_part split
        join published.authority gone on gone.id = split.authority and gone.status = 'split'
        where split.authority = line.id
      ) next on true
    ),
    parts (id, place, since) as (select id, min(place), max(since)::text from line group by id)
    select ${authorityColumns}, parts.since from parts join published.authority a on a.id = parts.id
    where a.status = 'active' and a.id <> ${id}::uuid order by parts.place, a.name, a.id`.execute(db)
  const [first] = rows
  if (!first) return undefined
  const since = rows.reduce((last, row) => (row.since > last ? row.since : last), first.since)
  return {
    ended: status === 'split',
    since: Temporal.PlainDate.from(since),
    authorities: rows.map(authorityOf),
  } satisfies Parts
}

/** Of a part: those whose published facts it shows for now and others may show too, by name. */
export async function sharedFrom(db: Directory, authority: string): Promise<Predecessor[]> {
  const { rows } = await sql<AuthorityRow & { since: string }>`
    select ${authorityColumns}, i.since::text as since
    from published.inheritance i join published.authority a on a.id = i.predecessor
    where i.authority = ${authority}::uuid and i.shared order by a.name, a.id`.execute(db)
  return rows.map((row) => ({ authority: authorityOf(row), since: Temporal.PlainDate.from(row.since) }))
}

/** Whose people the people of an authority are, by ids. */
export interface Served {
  /** The authority itself, first, and its areas. */
  readonly areas: readonly string[]
  /** Those, and all that are no more and whose place any of them has taken: a service that names one serves them. */
  readonly as: readonly string[]
  /** Of those what was split: what it published itself stands only where a part has not looked through it. */
  readonly split: readonly string[]
  /** What any of them has left and that goes on: a change there may change the page. */
  readonly beside: readonly string[]
  /** Something has come out of the authority itself: `partsOf` says what. */
  readonly apart: boolean
}

/**
 * A service that names a town which is merged or split now goes on serving the people there. Everything in one question: a
 * page and a search begin with it.
 */
export async function servedAs(db: Directory, id: string): Promise<Served> {
  type Row = { id: string; area: boolean; split: boolean; beside: boolean; apart: boolean }
  const { rows } = await sql<Row>`
    with recursive ${upFrom(id)},
    line (id, area, split, beside) as (
      select up.id, true, false, false from up
      union
      select earlier.id, false, line.split or earlier.split, earlier.beside from line join lateral (
        select gone.id, false as split, false as beside from published.authority gone where gone.successor = line.id
        union all
        select part.authority, true, whole.status <> 'split'
        from published.split_part part join published.authority whole on whole.id = part.authority
        where part.part = line.id
      ) earlier on true
      where not line.beside
    )
    select id, bool_or(area) as area, bool_and(split) as split, bool_and(beside) as beside,
      exists (select from published.split_part where authority = ${id}::uuid) as apart
    from line group by id order by id <> ${id}::uuid, id`.execute(db)
  const those = (which: (row: Row) => boolean) => rows.filter(which).map((row) => row.id)
  const areas = those((row) => row.area)
  return {
    areas,
    as: [...areas, ...those((row) => !(row.beside || row.area))],
    split: those((row) => row.split && !row.beside),
    beside: those((row) => row.beside),
    apart: rows[0]?.apart ?? false,
  }
}
