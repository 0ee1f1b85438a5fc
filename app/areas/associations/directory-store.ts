/** National associations and their members. Published: anybody may know them. */
import { type Kysely, sql } from 'kysely'
import type { Db, PublishedTables } from '../../platform/db/tables.ts'

/** Either side reads the directory. */
type Directory = Pick<Kysely<PublishedTables>, 'selectFrom'>

export interface Association {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** As it calls itself. */
  readonly name: string
  /** In further languages, by code. */
  readonly names: Readonly<Record<string, string>>
  readonly web: string | null
  /** A fictional association. */
  readonly demonstration: boolean
}

const columns = ['id', 'country', 'slug', 'name', 'names', 'web', 'demonstration'] as const

/** @param country ISO 3166-1, upper case. */
export function findAssociation(db: Directory, country: string, slug: string): Promise<Association | undefined> {
  return db
    .selectFrom('published.association')
    .select(columns)
    .where('country', '=', country)
    .where('slug', '=', slug)
    .executeTakeFirst()
}

/** In no order; those that are gone are left out. */
export function readAssociations(db: Directory, ids: readonly string[]): Promise<Association[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.selectFrom('published.association').select(columns).where('id', 'in', ids).execute()
}

/** Of each authority, ids of the associations that it belongs to; none for those that belong to none. */
export async function associationsOfEach(
  db: Directory,
  authorities: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (authorities.length === 0) return new Map()
  const rows = await db
    .selectFrom('published.association_member')
    .select(['authority', 'association'])
    .where('authority', 'in', authorities)
    .execute()
  const byAuthority = Map.groupBy(rows, ({ authority }) => authority)
  return new Map(authorities.map((id) => [id, (byAuthority.get(id) ?? []).map(({ association }) => association)]))
}

/** Ids of the associations that an authority belongs to. */
export async function associationsOf(db: Directory, authority: string): Promise<string[]> {
  const rows = await db
    .selectFrom('published.association_member')
    .select('association')
    .where('authority', '=', authority)
    .execute()
  return rows.map(({ association }) => association)
}

/** Id of the member, not merged or split, whose name comes first. */
export async function firstMember(db: Directory, association: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('published.association_member as member')
    .innerJoin('published.authority as authority', 'authority.id', 'member.authority')
    .select('authority.id')
    .where('member.association', '=', association)
    .where('authority.status', '=', 'active')
    .orderBy('authority.name')
    .orderBy('authority.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** How many of its members are authorities still. */
export async function countMembers(db: Directory, association: string): Promise<number> {
  const { count } = await db
    .selectFrom('published.association_member as member')
    .innerJoin('published.authority as authority', 'authority.id', 'member.authority')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('member.association', '=', association)
    .where('authority.status', '=', 'active')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Ids of the authorities that belong to an association. */
export async function membersOf(db: Directory, association: string): Promise<string[]> {
  const members = db.selectFrom('published.association_member').select('authority')
  const rows = await members.where('association', '=', association).execute()
  return rows.map(({ authority }) => authority)
}

/** Ids of the associations of a country. @param country ISO 3166-1, upper case. */
export async function associationsIn(db: Directory, country: string): Promise<string[]> {
  const rows = await db.selectFrom('published.association').select('id').where('country', '=', country).execute()
  return rows.map(({ id }) => id)
}

/** Countries that have an association, upper case. */
export async function countriesWithAssociations(db: Directory): Promise<string[]> {
  const rows = await db.selectFrom('published.association').select('country').distinct().execute()
  return rows.map(({ country }) => country)
}

/** Writes an association and its members; repeating it changes nothing. */
export async function ensureAssociation(
  db: Db,
  { names, ...association }: Association & { readonly source: string },
  members: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('published.association')
    .values({ ...association, names: JSON.stringify(names), changed_at: new Date(at.epochMilliseconds) })
    .onConflict((conflict) => conflict.columns(['country', 'slug']).doNothing())
    .execute()
  if (members.length === 0) return
  await db
    .insertInto('published.association_member')
    .values(members.map((authority) => ({ association: association.id, authority })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whatever an authority belongs to what comes out of it belongs to. */
export async function shareMembership(tx: Db, from: string, parts: readonly string[]): Promise<void> {
  await sql`
    insert into published.association_member (association, authority)
    select association, part.id from published.association_member, unnest(${[...parts]}::uuid[]) as part (id)
    where authority = ${from}::uuid
    on conflict do nothing`.execute(tx)
}

/** Whatever an authority that is no more belonged to those belong to that have taken its place. */
export async function moveMembership(tx: Db, from: string, into: readonly string[]): Promise<void> {
  await shareMembership(tx, from, into)
  await tx.deleteFrom('published.association_member').where('authority', '=', from).execute()
}
