/** Publishing a plan as a version, with a second pair of eyes where the office wants one. */
import type { Tx } from '../../platform/db/tables.ts'
import { decideApproval, officePeople } from '../checklist/index.ts'
import type { PersonsAct, PlansDeps } from './deps.ts'
import { isUnchanged, planDifference } from './difference-rules.ts'
import { askedNotice, publishedNotice, sentBackNotice } from './notices.ts'
import { inOrder, type PlanCheck, planMusts } from './plan-rules.ts'
import { type DraftMeasure, lockPlan, type Plan, partnersOf, readMeasures, writeAsked } from './plan-store.ts'
import { readNewest, writeVersion } from './published-store.ts'
import { type PlanDocument, planDocument } from './schema.ts'
import { byOf, recordPlan } from './write-plan.ts'

export type PublishOutcome =
  | { readonly outcome: 'published'; readonly version: number }
  | { readonly outcome: 'gone' | 'unchanged' | 'changed' }
  /** A second person has to look at it, or this one may not be the second. */
  | { readonly outcome: 'asks' | 'own' | 'not-approver' }
  | { readonly outcome: 'faults'; readonly faults: readonly PlanCheck[] }

const withoutRevision = ({ revision: _, changedBy: _by, ...measure }: DraftMeasure) => measure

/** What would be published now. */
export function documentOf(
  plan: Pick<Plan, 'authority' | 'facts'>,
  measures: readonly DraftMeasure[],
  partners: readonly { readonly authority: string; readonly agreedAt: Temporal.Instant | undefined }[],
): PlanDocument {
  const agreed = partners.filter(({ agreedAt }) => agreedAt).map(({ authority }) => authority)
  return planDocument.parse({
    format: 'safe-towns-plan/1',
    plan: plan.facts,
    authorities: [plan.authority, ...agreed.filter((id) => id !== plan.authority).toSorted()],
    measures: inOrder(measures).map(withoutRevision),
  })
}

/** Whether this person may publish now; undefined: yes. */
async function refusalOf(
  deps: PlansDeps,
  tx: Tx,
  act: PersonsAct,
  plan: Plan,
): Promise<'asks' | 'own' | 'not-approver' | 'changed' | undefined> {
  if (!(await deps.wantsTwoPairs(tx, plan.authority))) return undefined
  const { asked } = plan
  if (!asked?.by) return 'asks'
  const by = (await officePeople(tx, plan.authority)).find(({ id }) => id === act.person.id)
  const decided = decideApproval(
    { state: 'asked', askedBy: asked.by },
    'approve',
    by ?? { id: act.person.id, approver: false },
    { lastEditor: plan.changedBy, seen: `${asked.stamp}`, draft: `${plan.stamp}` },
  )
  if ('state' in decided) return undefined
  if (decided.refused === 'not-approver') return 'not-approver'
  return decided.refused === 'draft-changed' ? 'changed' : 'own'
}

/** @param seen the stamp that the page showed: what was not seen is not published. */
export async function publishPlan(deps: PlansDeps, act: PersonsAct, id: string, seen: number): Promise<PublishOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute((tx) => publishPlanIn(deps, tx, act, id, seen))
}

/** The same within a transaction that does more, once the queue has started. */
export async function publishPlanIn(
  deps: PlansDeps,
  tx: Tx,
  act: PersonsAct,
  id: string,
  seen: number,
): Promise<PublishOutcome> {
  const plan = await lockPlan(tx, id)
  if (!plan) return { outcome: 'gone' }
  const newest = await readNewest(tx, id)
  const [measures, partners] = [await readMeasures(tx, id), await partnersOf(tx, id)]
  const document = documentOf(plan, measures, partners)
  if (newest && isUnchanged(planDifference(newest.document, document))) return { outcome: 'unchanged' }
  if (plan.stamp !== seen) return { outcome: 'changed' }
  const faults = planMusts(document.plan, document.measures)
  if (faults.length > 0) return { outcome: 'faults', faults }
  const refusal = await refusalOf(deps, tx, act, plan)
  if (refusal) return { outcome: refusal }
  const [town] = await deps.readTowns(tx, [plan.authority])
  if (!town) return { outcome: 'gone' }
  const version = (newest?.version ?? 0) + 1
  await writeVersion(tx, { plan: id, country: town.country, version, document, at: act.at })
  await writeAsked(tx, id, undefined, '')
  await recordPlan(tx, act, plan, { version })
  await deps.announceChange(tx, [...new Set([...document.authorities, ...(newest?.document.authorities ?? [])])])
  if (plan.asked?.by && plan.asked.by !== act.person.id) {
    await deps.notify(tx, {
      ...{ person: plan.asked.by, kind: 'approval', key: `plan published ${id} ${version}` },
      compose: (translator) => publishedNotice(translator, town, plan),
    })
  }
  return { outcome: 'published', version }
}

/** Asks the approvers of the office to look at it. @returns whether somebody can. */
export async function askForApproval(
  deps: PlansDeps,
  act: PersonsAct,
  id: string,
  seen: number,
): Promise<'asked' | 'gone' | 'changed' | { readonly faults: readonly PlanCheck[] }> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, id)
    if (!plan) return 'gone'
    if (plan.asked?.stamp === seen) return 'asked'
    if (plan.stamp !== seen) return 'changed'
    const measures = await readMeasures(tx, id)
    const faults = planMusts(plan.facts, measures)
    if (faults.length > 0) return { faults }
    await writeAsked(tx, id, { stamp: plan.stamp, by: byOf(act) }, '')
    await recordPlan(tx, act, plan)
    const [town] = await deps.readTowns(tx, [plan.authority])
    if (!town) return 'gone'
    for (const person of await deps.officeOf(tx, plan.authority, true)) {
      if (person === act.person.id) continue
      await deps.notify(tx, {
        ...{ person, kind: 'approval', key: `plan asked ${id} ${plan.stamp} ${act.at.toString()}` },
        compose: (translator) => askedNotice(translator, town, plan),
      })
    }
    return 'asked'
  })
}

/** A second person is not content, or the one who asked wants to go on writing. @param answer why. */
export async function endAsking(deps: PlansDeps, act: PersonsAct, id: string, answer: string): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, id)
    if (!plan) return false
    if (!plan.asked) return true
    await writeAsked(tx, id, undefined, answer)
    await recordPlan(tx, act, plan)
    const [town] = await deps.readTowns(tx, [plan.authority])
    const { by } = plan.asked
    if (town && by !== null && by !== act.person.id) {
      await deps.notify(tx, {
        ...{ person: by, kind: 'approval', key: `plan sent-back ${id} ${plan.stamp} ${act.at.toString()}` },
        compose: (translator) => sentBackNotice(translator, town, plan, answer),
      })
    }
    return true
  })
}
