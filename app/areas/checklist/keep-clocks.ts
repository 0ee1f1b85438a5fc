import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { readClocks, writeClocks } from './clock-store.ts'
import type { ChecklistDeps } from './deps.ts'
import { type ChosenClocks, clockStamp } from './review-clocks.ts'
import { lockTown } from './town-store.ts'

/**
 * @param given.seen stamp of what the form showed.
 * @returns `late` where a colleague has chosen otherwise meanwhile.
 */
export async function keepClocks(
  { database }: Pick<ChecklistDeps, 'database'>,
  act: Act,
  authority: string,
  given: { readonly chosen: ChosenClocks; readonly seen: string },
): Promise<'saved' | 'late'> {
  return database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const current = await readClocks(tx, authority)
    if (clockStamp(current) === clockStamp(given.chosen)) return 'saved'
    if (clockStamp(current) !== given.seen) return 'late'
    await writeClocks(tx, authority, given.chosen)
    await recordAudit(tx, act, { authority, subject: 'clocks', detail: { ...given.chosen } })
    return 'saved'
  })
}
