/** A short number that no list knows is taken from whoever says that they dialled it and somebody answered (decision 103). */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { possibleShortNumber } from '../helplines/index.ts'
import type { ChecklistDeps } from './deps.ts'
import { insertDialled, lockTown, readTown } from './town-store.ts'

/** @param numbers as people write them; those that can be no short number in the town's country are left out. */
export async function sayDialled(
  deps: Pick<ChecklistDeps, 'database'>,
  act: Act,
  authority: string,
  numbers: readonly string[],
): Promise<void> {
  if (numbers.length === 0) return
  await deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const { country } = await readTown(tx, authority)
    const possible = new Set(numbers.flatMap((number) => possibleShortNumber(country, number) ?? []))
    const said = await insertDialled(tx, authority, [...possible], act.at)
    if (said.length === 0) return
    await recordAudit(tx, act, { authority, subject: 'short numbers', detail: { dialled: said } })
  })
}
