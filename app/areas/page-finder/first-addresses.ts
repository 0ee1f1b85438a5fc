/** Where websites of many members are, of which nobody knows it: for looking at them, and for nothing else. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { queueMembers, readSearch, writeFirstAddresses } from './site-store.ts'

/**
 * Of members of the association alone, and only where there is neither an official domain nor an address.
 *
 * @param websites addresses by id of authority.
 * @returns ids of those that have one now.
 */
export async function keepFirstAddresses(
  tx: Tx,
  act: Act,
  association: string,
  websites: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const kept = await writeFirstAddresses(tx, association, websites)
  if (kept.length === 0) return new Set()
  const search = await readSearch(tx, association)
  if (search && !search.stopped) await queueMembers(tx, act.at)
  const detail = { websites: kept.length }
  await recordAudit(tx, act, { authority: null, subject: `websites of association ${association}`, detail })
  return new Set(kept)
}
