/** A service begun from another one of the town. */
import type { Act } from '../../platform/audit/audit.ts'
import type { ChecklistDeps } from './deps.ts'
import { ownerOfService, readDraftService } from './draft-store.ts'
import type { Refused, Saved } from './outcomes.ts'
import { madeBy } from './save-answer.ts'
import { saveLocked } from './save-service.ts'
import type { LocalText } from './schema.ts'
import { lockTown } from './town-store.ts'

/**
 * A new draft that says what the other says, under a name of its own. Nobody has checked it, and whoever confirms the
 * other is not asked about it.
 *
 * @param copy.id made with the form, so that sending it twice makes one service.
 */
export async function copyService(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  copy: { readonly from: string; readonly id: string; readonly name: LocalText },
): Promise<Saved | Refused | { readonly outcome: 'gone' }> {
  const { from, id, name } = copy
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const before = await readDraftService(tx, authority, id)
    // The same click a second time has done what it wanted.
    if (before && madeBy(before, act)) return { outcome: 'saved', revision: before.revision }
    if (await ownerOfService(tx, id)) return { outcome: 'refused', faults: [{ code: 'idTaken', path: ['id'] }] }
    const source = await readDraftService(tx, authority, from)
    if (!source) return { outcome: 'gone' }
    const facts = { ...source.facts, name, checked: null }
    const saved = await saveLocked(
      deps,
      tx,
      act,
      authority,
      { id, facts },
      { revision: 0, removed: false, unchecked: true },
    )
    if (saved.outcome === 'conflict') throw new Error('a service has changed although its town was locked')
    return saved
  })
}
