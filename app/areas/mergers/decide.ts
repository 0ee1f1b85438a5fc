/** A person decides about items of a plan, or that nothing comes of it. Nothing of it happens before it is applied. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { codesOn } from './apply-plan.ts'
import { accepting, type Decision, type DecisionFault, decisionsFor, isCertain, outcomeOf } from './apply-rules.ts'
import type { MergersDeps } from './deps.ts'
import {
  endPlan,
  lockPlans,
  openPlan,
  readItem,
  readItems,
  type StoredItem,
  type StoredPlan,
  writeDecision,
} from './plan-store.ts'

export type DecideOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  | { readonly outcome: 'refused'; readonly fault: DecisionFault }
  /** Somebody else was first: what they have decided. */
  | { readonly outcome: 'conflict'; readonly current: StoredItem }

/** @param given.revision what the form was made from. */
export async function decideItem(
  deps: MergersDeps,
  act: Act,
  country: string,
  given: { readonly number: number; readonly revision: number; readonly decision: Decision },
): Promise<DecideOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    await lockPlans(tx, country)
    const plan = await openPlan(tx, country)
    const current = plan && (await readItem(tx, plan.id, given.number))
    if (!plan || !current) return { outcome: 'gone' }
    const allowed: readonly Decision['do'][] = decisionsFor[current.item.kind]
    if (!allowed.includes(given.decision.do)) return { outcome: 'gone' }
    if (JSON.stringify(current.decision) === JSON.stringify(given.decision)) return { outcome: 'saved' }
    const fault = await faultOf(tx, plan, given)
    if (fault) return { outcome: 'refused', fault }
    const written = await writeDecision(tx, plan.id, given, { person: act.person?.id ?? null, at: act.at })
    if (!written) return { outcome: 'conflict', current }
    const detail = { item: given.number, decision: given.decision.do }
    const authority = current.item.kind === 'added' ? null : current.item.authority
    await recordAudit(tx, act, { authority, subject: `plan ${plan.id}`, detail })
    return { outcome: 'saved' }
  })
}

/** Faults that no decision about another item can mend. */
const lasting: readonly DecisionFault[] = ['unknown', 'itself', 'not-new', 'few']

async function faultOf(
  tx: Tx,
  plan: StoredPlan,
  { number, decision }: { readonly number: number; readonly decision: Decision },
): Promise<DecisionFault | undefined> {
  const items = (await readItems(tx, plan.id)).map((one) => (one.number === number ? { ...one, decision } : one))
  const { faults } = outcomeOf(items, await codesOn(tx, plan))
  return faults.find((one) => one.number === number && lasting.includes(one.fault))?.fault
}

/** Agrees to everything that the list itself says and nobody has decided about. @returns how many. */
export async function agreeToCertain(deps: MergersDeps, act: Act, country: string): Promise<number> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockPlans(tx, country)
    const plan = await openPlan(tx, country)
    if (!plan) return 0
    let agreed = 0
    for (const { number, revision, item, decision } of await readItems(tx, plan.id)) {
      const accepted = decision === null && isCertain(item) ? accepting(item) : null
      if (!accepted) continue
      const by = { person: act.person?.id ?? null, at: act.at }
      if (await writeDecision(tx, plan.id, { number, revision, decision: accepted }, by)) agreed += 1
    }
    const detail = { country, items: agreed }
    if (agreed > 0) await recordAudit(tx, act, { authority: null, subject: `plan ${plan.id}`, detail })
    return agreed
  })
}

/** What was applied stays. @returns false where there was no plan. */
export async function discardPlan(deps: MergersDeps, act: Act, country: string): Promise<boolean> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockPlans(tx, country)
    const plan = await openPlan(tx, country)
    if (!plan) return false
    await endPlan(tx, plan.id, 'discarded', act.at)
    await recordAudit(tx, act, { authority: null, subject: `plan ${plan.id}`, detail: { country } })
    return true
  })
}
