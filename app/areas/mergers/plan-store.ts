/** Plans of a country, and what is decided about their items. */
import { sql } from 'kysely'
import { createBreath } from '../../platform/breath.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { ImportRow } from '../authorities/index.ts'
import type { DecidedItem, Decision } from './apply-rules.ts'
import type { PlanItem } from './plan-rules.ts'
import { addedProposal, decision as decisionSchema, goneProposal } from './schema.ts'

export interface StoredPlan {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly validFrom: Temporal.PlainDate
  readonly demonstration: boolean
  readonly sha256: string
  readonly known: number
  readonly listed: number
  readonly unchanged: number
  readonly madeAt: Temporal.Instant
}

export interface StoredItem extends DecidedItem {
  readonly revision: number
  /** The row of the list that it is about; null for what the list does not have. */
  readonly row: ImportRow | null
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** One at a time for who plans, decides and applies in a country. */
export async function lockPlans(tx: Tx, country: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`list-plan:${country}`}, 0))`.execute(tx)
}

/** Those that are open, by country. @param countries upper case; undefined: all. */
export async function openPlans(db: Db, countries?: readonly string[]): Promise<StoredPlan[]> {
  if (countries?.length === 0) return []
  let query = db
    .selectFrom('office.list_plan')
    .select(['id', 'country', 'demonstration', 'list_sha256', 'known', 'listed', 'unchanged', 'made_at'])
    .select(sql<string>`valid_from::text`.as('valid_from'))
    .where('ended_at', 'is', null)
  if (countries) query = query.where('country', 'in', [...countries])
  const rows = await query.orderBy('country').execute()
  return rows.map(({ valid_from, list_sha256, made_at, ...row }) => ({
    ...row,
    validFrom: Temporal.PlainDate.from(valid_from),
    sha256: list_sha256,
    madeAt: instant(made_at),
  }))
}

export async function openPlan(db: Db, country: string): Promise<StoredPlan | undefined> {
  return (await openPlans(db, [country]))[0]
}

export interface PlannedItem {
  readonly item: PlanItem
  readonly row: ImportRow | null
}

/** Items in one statement: others wait for it. */
const inOneGo = 250

/** Stores a plan that has not begun: until `startPlan` it is one that was discarded, and so it stays where nobody gets so far. */
export async function keepPlan(
  db: Db,
  plan: StoredPlan & { readonly madeBy: string | null },
  items: readonly PlannedItem[],
): Promise<void> {
  const { id, country, demonstration, known, listed, unchanged } = plan
  await db
    .insertInto('office.list_plan')
    .values({
      ...{ id, country, demonstration, known, listed, unchanged },
      valid_from: plan.validFrom.toString(),
      list_sha256: plan.sha256,
      made_at: date(plan.madeAt),
      made_by: plan.madeBy,
      ended_at: date(plan.madeAt),
      outcome: 'discarded',
    })
    .execute()
  const breath = createBreath()
  for (let from = 0; from < items.length; from += inOneGo) {
    await breath()
    const rows = items.slice(from, from + inOneGo).map((one, index) => itemRow(one, from + index + 1))
    await sql`
      insert into office.list_plan_item (plan, number, kind, authority, scheme, code, name, listed, proposal)
      select ${id}::uuid, row.number, row.kind, row.authority, row.scheme, row.code, row.name, row.listed, row.proposal
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (number integer, kind text, authority uuid,
        scheme text, code text, name text, listed jsonb, proposal jsonb)`.execute(db)
  }
}

function itemRow({ item, row }: PlannedItem, number: number): object {
  const { kind, scheme, code, name } = item
  return {
    ...{ number, kind, scheme, code, name },
    authority: item.kind === 'added' ? null : item.authority,
    ...(row ? { listed: row } : {}),
    ...(item.kind === 'gone' ? { proposal: { proposal: item.proposal, split: item.split } } : {}),
    ...(item.kind === 'added' ? { proposal: { left: item.left } } : {}),
  }
}

/** From now on it is decided about. */
export async function startPlan(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('office.list_plan').set({ outcome: null, ended_at: null }).where('id', '=', id).execute()
}

export async function dropPlan(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.list_plan').where('id', '=', id).execute()
}

/** `discarded`: nothing of it that was not applied will be. */
export async function endPlan(
  tx: Tx,
  id: string,
  outcome: 'applied' | 'discarded',
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('office.list_plan')
    .set({ outcome, ended_at: date(at) })
    .where('id', '=', id)
    .execute()
}

interface ItemRow {
  number: number
  kind: string
  authority: string | null
  scheme: string
  code: string
  name: string
  listed: unknown
  proposal: unknown
  decision: unknown
  revision: number
  applied_at: Date | null
}

function itemOf(row: ItemRow): StoredItem {
  // Written by `insertPlan` from rows that were checked.
  const listed = row.listed as ImportRow | null
  const { number, revision, scheme, code, name } = row
  const decided = row.decision === null ? null : decisionSchema.parse(row.decision)
  const stored = { number, revision, row: listed, decision: decided, applied: row.applied_at !== null }
  const about = { scheme, code, name }
  if (row.kind === 'gone') {
    return {
      ...stored,
      item: { kind: 'gone', ...about, authority: row.authority ?? '', ...goneProposal.parse(row.proposal) },
    }
  }
  const line = listed?.line ?? 0
  if (row.kind === 'added') {
    return { ...stored, item: { kind: 'added', ...about, line, left: addedProposal.parse(row.proposal)?.left ?? [] } }
  }
  const to = listed?.facts.name ?? ''
  return { ...stored, item: { kind: 'renamed', ...about, authority: row.authority ?? '', to, line } }
}

/** In order. */
export async function readItems(db: Db, plan: string): Promise<StoredItem[]> {
  const rows = await db
    .selectFrom('office.list_plan_item')
    .select(['number', 'kind', 'authority', 'scheme', 'code', 'name', 'listed', 'proposal', 'decision'])
    .select(['revision', 'applied_at'])
    .where('plan', '=', plan)
    .orderBy('number')
    .execute()
  return rows.map(itemOf)
}

export async function readItem(db: Db, plan: string, number: number): Promise<StoredItem | undefined> {
  return (await readItems(db, plan)).find((one) => one.number === number)
}

/** @returns false where somebody else was first, or it is applied. */
export async function writeDecision(
  tx: Tx,
  plan: string,
  given: { readonly number: number; readonly revision: number; readonly decision: Decision },
  by: { readonly person: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const written = await tx
    .updateTable('office.list_plan_item')
    .set({
      decision: JSON.stringify(given.decision),
      decided_at: date(by.at),
      decided_by: by.person,
      revision: given.revision + 1,
    })
    .where('plan', '=', plan)
    .where('number', '=', given.number)
    .where('revision', '=', given.revision)
    .where('applied_at', 'is', null)
    .executeTakeFirst()
  return written.numUpdatedRows > 0n
}

export async function markApplied(
  tx: Tx,
  plan: string,
  numbers: readonly number[],
  at: Temporal.Instant,
): Promise<void> {
  if (numbers.length === 0) return
  await sql`
    update office.list_plan_item set applied_at = ${date(at)},
      decision = coalesce(decision, '{"do": "add"}'), decided_at = coalesce(decided_at, ${date(at)})
    where plan = ${plan}::uuid and number = any(${[...numbers]}::int[]) and applied_at is null`.execute(tx)
}
