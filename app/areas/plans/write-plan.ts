/** Writing a plan: beginning it, its words, its measures. Two officers at once: the second is told what the first did. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { PlansDeps } from './deps.ts'
import {
  type By,
  type DraftMeasure,
  deleteMeasure,
  deletePlan,
  insertMeasure,
  insertPlan,
  lockPlan,
  type Plan,
  readMeasures,
  touchPlan,
  updateMeasure,
} from './plan-store.ts'
import { readNewest } from './published-store.ts'
import { type MeasureFacts, measureFacts, type PlanFacts } from './schema.ts'

type Deps = Pick<PlansDeps, 'database'>

export const byOf = ({ person, at }: Act): By => ({ person: person?.id ?? null, at })

/** A plan is changed in the name of the office that began it, whoever carries it with it. */
export const recordPlan = (
  tx: Tx,
  act: Act,
  { id, authority }: Pick<Plan, 'id' | 'authority'>,
  detail: Record<string, string | number> = {},
) => recordAudit(tx, act, { authority, subject: `plan ${id}`, detail })

export async function beginPlan(
  { database }: Deps,
  act: Act,
  given: { readonly id: string; readonly authority: string; readonly facts: PlanFacts },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (await insertPlan(tx, given, byOf(act))) await recordPlan(tx, act, given)
  })
}

export type SavePlanOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: Plan }

/** @param given.seen the revision that the form was made from. */
export async function savePlan(
  { database }: Deps,
  act: Act,
  given: { readonly id: string; readonly facts: PlanFacts; readonly seen: number },
): Promise<SavePlanOutcome> {
  const { id, facts, seen } = given
  return database.db.transaction().execute(async (tx): Promise<SavePlanOutcome> => {
    const current = await lockPlan(tx, id)
    if (!current) return { outcome: 'gone' }
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(current.facts, facts)) return { outcome: 'saved' }
    if (current.revision !== seen) return { outcome: 'conflict', current }
    await touchPlan(tx, id, byOf(act), facts)
    await recordPlan(tx, act, current)
    return { outcome: 'saved' }
  })
}

export type SaveMeasureOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  | { readonly outcome: 'conflict'; readonly current: DraftMeasure }

const factsOf = ({ id: _, revision: _revision, changedBy: _by, ...facts }: DraftMeasure): MeasureFacts => facts

interface GivenMeasure {
  readonly plan: string
  readonly id: string
  readonly facts: MeasureFacts
  /** The revision that the form was made from; 0: a new one. */
  readonly seen: number
}

export async function saveMeasure({ database }: Deps, act: Act, given: GivenMeasure): Promise<SaveMeasureOutcome> {
  return database.db.transaction().execute((tx) => saveMeasureIn(tx, act, given))
}

/** The same within a transaction that does more. */
async function saveMeasureIn(tx: Tx, act: Act, given: GivenMeasure): Promise<SaveMeasureOutcome> {
  const { plan, id, seen } = given
  const facts = measureFacts.parse(given.facts)
  const locked = await lockPlan(tx, plan)
  if (!locked) return { outcome: 'gone' }
  const current = (await readMeasures(tx, plan)).find((one) => one.id === id)
  if (current && isDeepStrictEqual(factsOf(current), facts)) return { outcome: 'saved' }
  if (!current && seen > 0) return { outcome: 'gone' }
  if (current && current.revision !== seen) return { outcome: 'conflict', current }
  if (current) await updateMeasure(tx, id, facts, byOf(act))
  else if (!(await insertMeasure(tx, { id, plan, facts }, byOf(act)))) return { outcome: 'gone' }
  await touchPlan(tx, plan, byOf(act))
  await recordPlan(tx, act, locked, { measure: id })
  return { outcome: 'saved' }
}

/** Several at once, as starting points. What has the same id already stays as it is. @returns false where it is gone. */
export async function addMeasures(
  { database }: Deps,
  act: Act,
  plan: string,
  measures: readonly { readonly id: string; readonly facts: MeasureFacts }[],
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const locked = await lockPlan(tx, plan)
    if (!locked) return false
    let added = 0
    for (const { id, facts } of measures) if (await insertMeasure(tx, { id, plan, facts }, byOf(act))) added += 1
    if (added === 0) return true
    await touchPlan(tx, plan, byOf(act))
    await recordPlan(tx, act, locked, { added })
    return true
  })
}

/** A second click has done what it wanted. What was published stays in its versions. */
export async function removeMeasure({ database }: Deps, act: Act, plan: string, id: string): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const locked = await lockPlan(tx, plan)
    const measures = locked ? await readMeasures(tx, plan) : []
    if (!locked || !measures.some((one) => one.id === id)) return
    await deleteMeasure(tx, id)
    await touchPlan(tx, plan, byOf(act))
    await recordPlan(tx, act, locked, { removed: id })
  })
}

/** Only what the public has never seen can be thrown away. */
export async function discardPlan({ database }: Deps, act: Act, id: string): Promise<'discarded' | 'published'> {
  return database.db.transaction().execute(async (tx) => {
    const locked = await lockPlan(tx, id)
    if (!locked) return 'discarded'
    if (await readNewest(tx, id)) return 'published'
    await deletePlan(tx, id)
    await recordPlan(tx, act, locked)
    return 'discarded'
  })
}
