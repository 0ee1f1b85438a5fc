/** Puts one thing right in the draft, or hides a finding that is none. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import { lockTown, readDraftService, saveLocked } from '../../checklist/index.ts'
import type { WatchedTown, WatchingDeps } from '../deps.ts'
import { findFinding, markHidden } from './finding-store.ts'
import { repaired } from './repair-rules.ts'

/** `done-before`: the draft does not say it any more. `refused`: something else stops the service from being saved. */
export type RepairOutcome = 'repaired' | 'done-before' | 'gone' | 'refused'

export async function repairFinding(
  deps: WatchingDeps,
  act: Act,
  town: WatchedTown,
  id: string,
): Promise<{ readonly outcome: RepairOutcome; readonly service?: string }> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, town.id)
    const finding = await findFinding(tx, town.id, id)
    const draft = finding && (await readDraftService(tx, town.id, finding.thingId))
    if (!finding || !draft) return { outcome: 'gone' }
    const today = act.at.toZonedDateTimeISO(town.timeZone).toPlainDate()
    const facts = repaired(draft.facts, finding, today)
    if (!facts) return { outcome: 'done-before' }
    const expected = { revision: draft.revision, removed: false }
    const saved = await saveLocked(deps, tx, act, town.id, { id: draft.id, facts }, expected)
    if (saved.outcome === 'conflict') throw new Error('a draft has changed although its town was locked')
    return { outcome: saved.outcome === 'saved' ? 'repaired' : 'refused', service: draft.id }
  })
}

/** @param hidden false: it comes back to the list. @returns `gone` where it is mended meanwhile. */
export async function hideFinding(
  { database }: Pick<WatchingDeps, 'database'>,
  act: Act,
  town: WatchedTown,
  id: string,
  hidden: boolean,
): Promise<'done' | 'done-before' | 'gone'> {
  return database.db.transaction().execute(async (tx) => {
    const finding = await findFinding(tx, town.id, id)
    if (!finding) return 'gone'
    if (!(await markHidden(tx, id, hidden ? act.at : null))) return 'done-before'
    const subject = `${finding.thing} ${finding.thingId}`
    await recordAudit(tx, act, { authority: town.id, subject, detail: { finding: finding.kind } })
    return 'done'
  })
}
