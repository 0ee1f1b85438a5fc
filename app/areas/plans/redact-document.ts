/** A document that must not be seen goes from the plan and from every version of it, in one act. */
import type { Act } from '../../platform/audit/audit.ts'
import type { PlansDeps } from './deps.ts'
import { redactDocumentIn } from './document-store.ts'
import { lockPlan } from './plan-store.ts'
import { recordPlan } from './write-plan.ts'

/** Said twice it is said once. Its file goes the night after; it has no address from now on. */
export async function redactDocument(
  { database, announceChange }: Pick<PlansDeps, 'database' | 'announceChange'>,
  act: Act,
  id: string,
  sha256: string,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, id)
    if (!plan) return
    const { changed, authorities } = await redactDocumentIn(tx, id, sha256)
    if (!changed) return
    await recordPlan(tx, act, plan)
    await announceChange(tx, authorities)
  })
}
