/** What is new about measures goes into the plan's draft, all at once or not at all. */
import { isDeepStrictEqual } from 'node:util'
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import {
  byOf,
  type DraftMeasure,
  lockPlan,
  type MeasureFacts,
  measureFacts,
  readMeasures,
  recordPlan,
  touchPlan,
  updateMeasure,
} from '../plans/index.ts'
import { type MeasureUpdate, updated } from './update-rules.ts'

const factsOf = ({ id: _, revision: _revision, changedBy: _by, ...facts }: DraftMeasure): MeasureFacts => facts

/**
 * @returns ids of measures that somebody has changed since, or that are gone: then nothing is kept. What says the same as
 * what stands there already is no conflict.
 */
export async function applyUpdates(
  tx: Tx,
  act: Act,
  plan: string,
  updates: readonly MeasureUpdate[],
): Promise<readonly string[]> {
  const locked = await lockPlan(tx, plan)
  if (!locked) return updates.map(({ id }) => id)
  const measures = new Map((await readMeasures(tx, plan)).map((one) => [one.id, one]))
  const conflicts: string[] = []
  const fresh: { readonly id: string; readonly facts: MeasureFacts }[] = []
  for (const update of updates) {
    const current = measures.get(update.id)
    if (!current) {
      conflicts.push(update.id)
      continue
    }
    const facts = measureFacts.parse(updated(factsOf(current), update))
    if (isDeepStrictEqual(factsOf(current), facts)) continue
    if (current.revision !== update.seen) conflicts.push(update.id)
    else fresh.push({ id: update.id, facts })
  }
  if (conflicts.length > 0 || fresh.length === 0) return conflicts
  for (const { id, facts } of fresh) await updateMeasure(tx, id, facts, byOf(act))
  await touchPlan(tx, plan, byOf(act))
  await recordPlan(tx, act, locked, { measures: fresh.length })
  return []
}
