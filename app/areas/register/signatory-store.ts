import { sql } from 'kysely'
import type { SignatoryKind } from '../../platform/db/tables/register.ts'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import { foldings } from '../authorities/index.ts'
import type { PublicStatus } from './status-rules.ts'

export interface Signatory {
  readonly id: string
  /** Of the register: given once, for ever. */
  readonly number: number
  readonly kind: SignatoryKind
  readonly country: string
  readonly authority: string | null
  readonly association: string | null
  /** As it was when it signed; empty where it has been erased. */
  readonly name: string
  readonly status: PublicStatus
  /** Days, `YYYY-MM-DD`. */
  readonly statusSince: string
  readonly signedOn: string
  readonly reaffirmedOn: string | null
  readonly textVersion: string
  readonly textLanguage: string
  readonly joint: string | null
  /** Of a merged one: ids of the authorities that took its place. */
  readonly successors: readonly string[]
  readonly demonstration: boolean
}

async function select(db: Db | ReadDb, where: ReturnType<typeof sql>): Promise<Signatory[]> {
  const { rows } = await sql<Signatory>`
    select id, number, kind, country, authority, association, name, status, status_since::text as "statusSince",
      signed_on::text as "signedOn", reaffirmed_on::text as "reaffirmedOn", text_version as "textVersion",
      text_language as "textLanguage", joint, successors, demonstration
    from published.signatory where ${where} order by number desc`.execute(db)
  return rows
}

export async function signatoryById(db: Db | ReadDb, id: string): Promise<Signatory | undefined> {
  return (await select(db, sql`id = ${id}`))[0]
}

export async function signatoryByNumber(db: Db | ReadDb, number: number): Promise<Signatory | undefined> {
  return (await select(db, sql`number = ${number}`))[0]
}

/** Every signature of an authority, the newest first: it may have withdrawn and signed again. */
export async function signatoriesOf(db: Db | ReadDb, authority: string): Promise<Signatory[]> {
  return select(db, sql`authority = ${authority}`)
}

/** Those whose place an authority has taken, also by way of another that was merged since; the newest first. */
export async function signedBefore(db: Db | ReadDb, authority: string): Promise<Signatory[]> {
  const places = sql`
    with recursive place (id) as (
      select ${authority}::uuid
      union
      select a.id from published.authority a join place on a.successor = place.id
    )
    select array_agg(id) from place`
  return select(db, sql`status = 'merged' and successors && (${places})`)
}

export async function signatoriesOfAssociation(db: Db | ReadDb, association: string): Promise<Signatory[]> {
  return select(db, sql`association = ${association}`)
}

/** Bodies of a country that stand in the register as signed. @param country upper case. */
export async function signedBodiesIn(db: Db | ReadDb, country: string): Promise<Signatory[]> {
  return select(db, sql`country = ${country} and status = 'signed' and authority is not null`)
}

export async function highestNumber(db: Db | ReadDb): Promise<number> {
  const { rows } = await sql<{ highest: number }>`
    select coalesce(max(number), 0)::integer as highest from published.signatory`.execute(db)
  return rows[0]?.highest ?? 0
}

const rowsAtOnce = 1_000

export async function insertSignatories(tx: Db, signatories: readonly Signatory[], at: Temporal.Instant) {
  const rows = signatories.map((one) => ({
    id: one.id,
    number: one.number,
    kind: one.kind,
    country: one.country,
    authority: one.authority,
    association: one.association,
    name: one.name,
    status: one.status,
    status_since: one.statusSince,
    signed_on: one.signedOn,
    reaffirmed_on: one.reaffirmedOn,
    text_version: one.textVersion,
    text_language: one.textLanguage,
    joint: one.joint,
    successors: [...one.successors],
    demonstration: one.demonstration,
    changed_at: new Date(at.epochMilliseconds),
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    await tx.insertInto('published.signatory').values(some).execute()
    await insertNames(tx, some)
  }
}

/** By what name each is found, in every folded form. */
async function insertNames(tx: Db, signatories: readonly Pick<Signatory, 'id' | 'name'>[]): Promise<void> {
  const names = signatories.flatMap(({ id, name }) => foldings(name).map((folded) => ({ signatory: id, folded })))
  await sql`
    insert into published.signatory_name (signatory, folded)
    select * from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as t (signatory uuid, folded text)`.execute(tx)
}

export interface Standing {
  readonly status: PublicStatus
  readonly statusSince: string
  readonly reaffirmedOn: string | null
  readonly successors: readonly string[]
}

export async function updateStanding(tx: Db, id: string, standing: Standing, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('published.signatory')
    .set({
      status: standing.status,
      status_since: standing.statusSince,
      reaffirmed_on: standing.reaffirmedOn,
      successors: [...standing.successors],
      changed_at: new Date(at.epochMilliseconds),
    })
    .where('id', '=', id)
    .execute()
}

/** What is put right in an entry: days and the text accepted. */
export async function updateSigned(
  tx: Db,
  id: string,
  { signedOn, textVersion, textLanguage }: Pick<Signatory, 'signedOn' | 'textVersion' | 'textLanguage'>,
): Promise<void> {
  await tx
    .updateTable('published.signatory')
    .set({ signed_on: signedOn, text_version: textVersion, text_language: textLanguage })
    .where('id', '=', id)
    .execute()
}

export async function eraseName(tx: Db, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('published.signatory')
    .set({ name: '', changed_at: new Date(at.epochMilliseconds) })
    .where('id', '=', id)
    .execute()
}

/** Numbers of the entries of a signatory, in order. */
export async function entriesOf(db: Db | ReadDb, signatory: string): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from published.register_entry where signatory = ${signatory} order by number`.execute(db)
  return rows.map(({ number }) => number)
}

export interface SignedCount {
  readonly signed: number
  readonly countries: number
  /** All of them are fictional. */
  readonly demonstration: boolean
}

/** Those whose signature holds. */
export async function countSigned(db: Db | ReadDb): Promise<SignedCount> {
  const { rows } = await sql<SignedCount>`
    select count(*)::integer as signed, count(distinct country)::integer as countries,
      coalesce(bool_and(demonstration), false) as demonstration
    from published.signatory where status = 'signed'`.execute(db)
  return rows[0] ?? { signed: 0, countries: 0, demonstration: false }
}
