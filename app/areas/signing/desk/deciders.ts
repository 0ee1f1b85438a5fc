/** Of people of the secretariat, those who may decide. */
import type { Tx } from '../../../platform/db/tables.ts'
import type { SigningDeps } from '../deps.ts'
import { conflictOf, type Decided } from '../policy.ts'

/**
 * Whom to tell that something waits. Where none of them may decide, all are told: what is promised does not run out
 * unseen, and they can find somebody who may.
 */
export async function toldToDecide(
  tx: Tx,
  { actorOf }: Pick<SigningDeps, 'actorOf'>,
  people: readonly string[],
  decided: Decided,
): Promise<readonly string[]> {
  const may: string[] = []
  for (const person of people) {
    const actor = await actorOf(tx, person)
    if (actor && conflictOf(actor, decided) === undefined) may.push(person)
  }
  return may.length > 0 ? may : people
}
