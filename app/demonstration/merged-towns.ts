/**
 * Two fictional towns that became one on the first day of this year, as the plan of a new official list leaves them: what
 * they had published stands on the page of the third until its office has looked through it.
 */
import { inherit, mergeInto, readAuthorityByCode } from '../areas/authorities/index.ts'
import { type Act, recordAudit } from '../platform/audit/audit.ts'
import { announceChange } from '../platform/db/change-feed.ts'
import type { Db } from '../platform/db/tables.ts'
import type { DemonstrationAuthority } from './network.ts'
import { resolveDay } from './short-forms.ts'

/** Codes of those that were merged when the network was loaded before: they have no code any more. */
export async function mergedBefore(db: Db, authorities: readonly DemonstrationAuthority[]): Promise<Set<string>> {
  const merged = new Set<string>()
  for (const { code, country, mergedInto, mergedOn } of authorities) {
    if (!mergedOn || !mergedInto) continue
    const successor = await readAuthorityByCode(db, country, mergedInto)
    if (successor && !(await readAuthorityByCode(db, country, code))) merged.add(code)
  }
  return merged
}

/** Once everything is published. @param idOf the id of the authority with a code of the demonstration. */
export async function mergeTowns(
  db: Db,
  act: Act,
  authorities: readonly DemonstrationAuthority[],
  idOf: (code: string) => string,
): Promise<void> {
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  for (const { code, mergedInto, mergedOn } of authorities) {
    if (!mergedOn || !mergedInto) continue
    const [from, into, on] = [idOf(code), idOf(mergedInto), resolveDay(mergedOn, today)]
    await db.transaction().execute(async (tx) => {
      await mergeInto(tx, from, into, { on, at: act.at })
      await inherit(tx, from, into, on)
      await recordAudit(tx, act, { authority: from, subject: 'merged-into', detail: { successor: into, on } })
      await recordAudit(tx, act, { authority: into, subject: 'merged-from', detail: { predecessor: from, on } })
      await announceChange(tx, [from, into])
    })
  }
}
