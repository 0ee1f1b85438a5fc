/** A plan of several: asking another town to carry it, agreeing, declining, leaving. */
import type { Act } from '../../platform/audit/audit.ts'
import type { PlansDeps } from './deps.ts'
import { agreedNotice, invitedNotice } from './notices.ts'
import { deletePartner, insertPartner, lockPlan, touchPlan, writeAgreed } from './plan-store.ts'
import { byOf, recordPlan } from './write-plan.ts'

/** @returns `nobody`: the town has no office here that could agree. */
export async function invitePartner(
  deps: PlansDeps,
  act: Act,
  id: string,
  authority: string,
): Promise<'invited' | 'gone' | 'own' | 'nobody'> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, id)
    const towns = plan ? await deps.readTowns(tx, [plan.authority, authority]) : []
    const [town, partner] = [plan?.authority, authority].map((one) => towns.find((each) => each.id === one))
    if (!plan || !town || !partner) return 'gone'
    if (authority === plan.authority) return 'own'
    const people = await deps.officeOf(tx, authority, false)
    if (people.length === 0) return 'nobody'
    if (!(await insertPartner(tx, id, authority, byOf(act)))) return 'invited'
    await recordPlan(tx, act, plan, { partner: authority })
    for (const person of people) {
      await deps.notify(tx, {
        ...{ person, kind: 'approval', key: `plan invited ${id} ${authority} ${act.at.toString()}` },
        compose: (translator) => invitedNotice(translator, partner, town, plan),
      })
    }
    return 'invited'
  })
}

/** In the name of the town that was asked. @returns false where it is asked no longer. */
export async function agreeToPlan(deps: PlansDeps, act: Act, id: string, authority: string): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, id)
    const towns = plan ? await deps.readTowns(tx, [plan.authority, authority]) : []
    const [town, partner] = [plan?.authority, authority].map((one) => towns.find((each) => each.id === one))
    if (!plan || !town || !partner) return false
    if (!(await writeAgreed(tx, id, authority, byOf(act)))) return true
    await touchPlan(tx, id, byOf(act))
    await recordPlan(tx, act, { id, authority }, { lead: plan.authority })
    for (const person of await deps.officeOf(tx, plan.authority, false)) {
      await deps.notify(tx, {
        ...{ person, kind: 'approval', key: `plan agreed ${id} ${authority} ${act.at.toString()}` },
        compose: (translator) => agreedNotice(translator, partner, town, plan),
      })
    }
    return true
  })
}

/**
 * Declines, leaves, or is no longer asked. What is published changes with the next version.
 *
 * @param by id of the authority in whose name it is done.
 */
export async function endPartner(deps: PlansDeps, act: Act, id: string, authority: string, by: string): Promise<void> {
  await deps.database.db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, id)
    if (!plan || !(await deletePartner(tx, id, authority))) return
    await touchPlan(tx, id, byOf(act))
    await recordPlan(tx, act, { id, authority: by }, { partner: authority })
  })
}
