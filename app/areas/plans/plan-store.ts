/** Plans as offices write them: the plan, its measures, those who carry it together. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type Measure, type MeasureFacts, measureFacts, type PlanFacts, planFacts } from './schema.ts'

export interface Plan {
  readonly id: string
  /** Whose office writes it. */
  readonly authority: string
  readonly facts: PlanFacts
  readonly revision: number
  readonly stamp: number
  readonly changedAt: Temporal.Instant
  /** Id of the person; null where a command did. */
  readonly changedBy: string | null
  /** Waits for a second person to look at it. */
  readonly asked: { readonly at: Temporal.Instant; readonly by: string | null; readonly stamp: number } | undefined
  /** From whoever sent it back. */
  readonly answer: string
}

export interface DraftMeasure extends Measure {
  readonly revision: number
  readonly changedBy: string | null
}

export interface Partner {
  readonly authority: string
  readonly askedAt: Temporal.Instant
  readonly agreedAt: Temporal.Instant | undefined
}

/** Who writes, and when. */
export interface By {
  readonly person: string | null
  readonly at: Temporal.Instant
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const planColumns = [
  ...(['id', 'authority', 'facts', 'revision', 'stamp', 'changed_at', 'changed_by'] as const),
  ...(['asked_at', 'asked_by', 'asked_stamp', 'answer'] as const),
] as const

interface PlanRow {
  readonly id: string
  readonly authority: string
  readonly facts: unknown
  readonly revision: number
  readonly stamp: number
  readonly changed_at: Date
  readonly changed_by: string | null
  readonly asked_at: Date | null
  readonly asked_by: string | null
  readonly asked_stamp: number | null
  readonly answer: string
}

function planOf(row: PlanRow): Plan {
  const { id, authority, revision, stamp, answer, asked_at, asked_by, asked_stamp } = row
  return {
    ...{ id, authority, revision, stamp, answer },
    facts: planFacts.parse(row.facts),
    changedAt: instant(row.changed_at),
    changedBy: row.changed_by,
    asked: asked_at && asked_stamp !== null ? { at: instant(asked_at), by: asked_by, stamp: asked_stamp } : undefined,
  }
}

export async function readPlan(db: Db, id: string): Promise<Plan | undefined> {
  const row = await db.selectFrom('office.plan').select(planColumns).where('id', '=', id).executeTakeFirst()
  return row && planOf(row)
}

/** One at a time for a plan, until the end of the transaction. */
export async function lockPlan(tx: Tx, id: string): Promise<Plan | undefined> {
  const row = await tx.selectFrom('office.plan').select(planColumns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && planOf(row)
}

/** Those that an office began, and those that it carries with others; the newest period first. */
export async function plansOf(db: Db, authority: string): Promise<Plan[]> {
  const rows = await db
    .selectFrom('office.plan')
    .select(planColumns)
    .where((where) =>
      where.or([
        where('authority', '=', authority),
        where('id', 'in', where.selectFrom('office.plan_partner').select('plan').where('authority', '=', authority)),
      ]),
    )
    .orderBy(sql`facts ->> 'starts'`, 'desc')
    .orderBy('id')
    .execute()
  return rows.map(planOf)
}

/** @returns false where the form was sent a second time. */
export async function insertPlan(
  tx: Tx,
  given: { readonly id: string; readonly authority: string; readonly facts: PlanFacts },
  by: By,
): Promise<boolean> {
  const { id, authority, facts } = given
  const at = date(by.at)
  const added = await tx
    .insertInto('office.plan')
    .values({ id, authority, facts: JSON.stringify(facts), begun_at: at, changed_at: at, changed_by: by.person })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** Something of the plan has changed: whoever was asked to look at it would see something else. */
export async function touchPlan(tx: Tx, id: string, by: By, facts?: PlanFacts): Promise<void> {
  await tx
    .updateTable('office.plan')
    .set({
      stamp: sql`stamp + 1`,
      changed_at: date(by.at),
      changed_by: by.person,
      ...{ asked_at: null, asked_by: null, asked_stamp: null },
      ...(facts ? { facts: JSON.stringify(facts), revision: sql`revision + 1` } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** Takes a plan away that was never published, with its measures. */
export async function deletePlan(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.plan').where('id', '=', id).execute()
}

/** Waits for a second person, or does not any longer. */
export async function writeAsked(
  tx: Tx,
  id: string,
  asked: { readonly stamp: number; readonly by: By } | undefined,
  answer: string,
): Promise<void> {
  await tx
    .updateTable('office.plan')
    .set({
      asked_at: asked ? date(asked.by.at) : null,
      asked_by: asked?.by.person ?? null,
      asked_stamp: asked?.stamp ?? null,
      answer,
    })
    .where('id', '=', id)
    .execute()
}

/** In no order: `inOrder` of the rules has one. */
export async function readMeasures(db: Db, plan: string): Promise<DraftMeasure[]> {
  const rows = await db
    .selectFrom('office.measure')
    .select(['id', 'facts', 'revision', 'changed_by'])
    .where('plan', '=', plan)
    .execute()
  return rows.map(({ id, facts, revision, changed_by }) => ({
    ...{ id, revision, changedBy: changed_by },
    ...measureFacts.parse(facts),
  }))
}

/** @returns false where it is there already. */
export async function insertMeasure(
  tx: Tx,
  given: { readonly id: string; readonly plan: string; readonly facts: MeasureFacts },
  by: By,
): Promise<boolean> {
  const { id, plan, facts } = given
  const at = date(by.at)
  const added = await tx
    .insertInto('office.measure')
    .values({ id, plan, facts: JSON.stringify(facts), begun_at: at, changed_at: at, changed_by: by.person })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function updateMeasure(tx: Tx, id: string, facts: MeasureFacts, by: By): Promise<void> {
  await tx
    .updateTable('office.measure')
    .set({
      facts: JSON.stringify(facts),
      revision: sql`revision + 1`,
      changed_at: date(by.at),
      changed_by: by.person,
    })
    .where('id', '=', id)
    .execute()
}

/** @returns false where it was gone. */
export async function deleteMeasure(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('office.measure').where('id', '=', id).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export async function partnersOf(db: Db, plan: string): Promise<Partner[]> {
  const rows = await db
    .selectFrom('office.plan_partner')
    .select(['authority', 'asked_at', 'agreed_at'])
    .where('plan', '=', plan)
    .orderBy('asked_at')
    .orderBy('authority')
    .execute()
  return rows.map(({ authority, asked_at, agreed_at }) => ({
    authority,
    askedAt: instant(asked_at),
    agreedAt: agreed_at ? instant(agreed_at) : undefined,
  }))
}

/** @returns false where it was asked before. */
export async function insertPartner(tx: Tx, plan: string, authority: string, by: By): Promise<boolean> {
  const added = await tx
    .insertInto('office.plan_partner')
    .values({ plan, authority, asked_at: date(by.at), asked_by: by.person, agreed_at: null, agreed_by: null })
    .onConflict((conflict) => conflict.columns(['plan', 'authority']).doNothing())
    .returning('plan')
    .execute()
  return added.length > 0
}

/** @returns false where it was not asked, or has said so before. */
export async function writeAgreed(tx: Tx, plan: string, authority: string, by: By): Promise<boolean> {
  const agreed = await tx
    .updateTable('office.plan_partner')
    .set({ agreed_at: date(by.at), agreed_by: by.person })
    .where('plan', '=', plan)
    .where('authority', '=', authority)
    .where('agreed_at', 'is', null)
    .returning('plan')
    .execute()
  return agreed.length > 0
}

/** @returns false where it was none. */
export async function deletePartner(tx: Tx, plan: string, authority: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.plan_partner')
    .where('plan', '=', plan)
    .where('authority', '=', authority)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
