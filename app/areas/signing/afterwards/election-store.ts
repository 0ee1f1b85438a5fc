/** Local elections, and which councils were invited to reaffirm afterwards. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { ElectedKind } from '../kind-rules.ts'

/** Whose elections: of an association, or of a country in which the secretariat enters them. */
export interface Calendar {
  readonly association: string | null
  /** ISO 3166-1, upper case. */
  readonly country: string
}

export interface Election extends Calendar {
  readonly id: string
  readonly scope: 'country' | 'members' | 'areas'
  /** Ids of regions and districts; none but for that scope. */
  readonly areas: readonly string[]
  /** Of the councils that are elected. */
  readonly kinds: readonly ElectedKind[]
  readonly name: string
  /** `YYYY-MM-DD`. */
  readonly heldOn: string
  readonly invitedAt: Temporal.Instant | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** @returns false where it is there: the same form was sent twice. */
export async function insertElection(
  tx: Tx,
  { heldOn, kinds, areas, ...election }: Omit<Election, 'invitedAt'>,
  by: { readonly person: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('office.local_election')
    .values({
      ...election,
      kinds: [...kinds],
      areas: [...areas],
      held_on: heldOn,
      entered_at: date(by.at),
      entered_by: by.person,
      invited_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** An association keeps what the secretariat has entered before it came, too; the secretariat whatever there is. */
const isOf = ({ association, country }: Calendar) =>
  association === null
    ? sql<boolean>`country = ${country}`
    : sql<boolean>`(association = ${association}::uuid or association is null and country = ${country})`

/** @returns false where it is gone, or councils were invited already. */
export async function deleteElection(tx: Tx, calendar: Calendar, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.local_election')
    .where(isOf(calendar))
    .where('id', '=', id)
    .where('invited_at', 'is', null)
    .returning('id')
    .execute()
  return gone.length === 1
}

const elections = (db: Db) =>
  db
    .selectFrom('office.local_election')
    .select(['id', 'association', 'country', 'scope', 'areas', 'kinds', 'name', 'invited_at'])
    .select(sql<string>`held_on::text`.as('heldOn'))

type Row = Awaited<ReturnType<ReturnType<typeof elections>['execute']>>[number]
const electionOf = ({ invited_at, ...row }: Row): Election => ({
  ...row,
  invitedAt: invited_at && Temporal.Instant.fromEpochMilliseconds(invited_at.getTime()),
})

/** The latest first. */
export async function electionsOf(db: Db, calendar: Calendar): Promise<Election[]> {
  const rows = elections(db).where(isOf(calendar)).orderBy('held_on', 'desc').orderBy('id')
  return (await rows.execute()).map(electionOf)
}

/** Those after which nobody was invited yet. @param until `YYYY-MM-DD`, included. */
export async function electionsHeld(db: Db, until: string): Promise<Election[]> {
  const rows = elections(db)
    .where('invited_at', 'is', null)
    .where(sql<boolean>`held_on <= ${until}::date`)
    .orderBy('held_on')
  return (await rows.execute()).map(electionOf)
}

export async function markInvited(tx: Tx, election: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.local_election')
    .set({ invited_at: date(at) })
    .where('id', '=', election)
    .execute()
}

/** @returns false where it was invited for elections of that day: two associations have entered the same. */
export async function insertInvitation(
  tx: Tx,
  invitation: {
    readonly election: string
    readonly signatory: string
    readonly authority: string
    readonly heldOn: string
  },
  at: Temporal.Instant,
): Promise<boolean> {
  const { heldOn, ...row } = invitation
  const added = await tx
    .insertInto('office.reaffirm_invitation')
    .values({ ...row, held_on: heldOn, invited_at: date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('signatory')
    .execute()
  return added.length === 1
}

/** By authority, the day of the latest elections after which it was invited. @param since `YYYY-MM-DD`. */
export async function invitationsSince(
  db: Db,
  authorities: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, string>> {
  if (authorities.length === 0) return new Map()
  const rows = await db
    .selectFrom('office.reaffirm_invitation')
    .select('authority')
    .select(sql<string>`max(held_on)::text`.as('heldOn'))
    .where('authority', 'in', authorities)
    .where(sql<boolean>`invited_at >= ${since}::date`)
    .groupBy('authority')
    .execute()
  return new Map(rows.map(({ authority, heldOn }) => [authority, heldOn]))
}

export interface ElectingArea {
  readonly id: string
  readonly kind: 'region' | 'district'
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** Regions and districts of a country. @param country upper case. */
export async function electingAreas(db: Db, country: string): Promise<ElectingArea[]> {
  const { rows } = await sql<ElectingArea>`
    select id, kind, name, names from published.authority
    where country = ${country} and kind in ('region', 'district') and status = 'active'`.execute(db)
  return rows
}

/** These areas, and whatever has taken their place since. @returns ids. */
export async function areasNow(db: Db, areas: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive today (id) as (
      select unnest(${[...areas]}::uuid[])
      union
      select link.id from today join lateral (
        select successor as id from published.authority where authority.id = today.id and successor is not null
        union all
        select part from published.split_part split where split.authority = today.id
      ) link on true
    )
    select id from today`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
