/** Accounts of people who work nowhere any more, need them for nothing and do not come: announced, then deleted. */
import { actOf, recordAudit } from '../../platform/audit/audit.ts'
import { announceEnd, dormantDays, findDormant, forgetAnnouncements, noticeDays } from '../accounts/index.ts'
import { deleteAccount } from './delete-account.ts'
import type { PrivacyDeps } from './deps.ts'
import { endLetter } from './letters.ts'

const days = (count: number) => ({ hours: 24 * count })

/** Each in a transaction of its own: one that fails leaves the others, and is found again the next night. */
export async function endDormantAccounts(
  deps: PrivacyDeps,
): Promise<{ readonly announced: number; readonly ended: number }> {
  const { database, jobs, clock } = deps
  const { db } = database
  const now = clock.now()
  const before = now.subtract(days(dormantDays))
  await jobs.start()
  const needed = await deps.neededAccounts(db)
  await forgetAnnouncements(db, before, needed)
  const due = await findDormant(db, before, now.subtract(days(noticeDays)), needed)
  for (const { id } of due) await deleteAccount(deps, actOf('retention', 'privacy.end-account', now), id)
  const fresh = await findDormant(db, before, undefined, needed)
  for (const { id } of fresh) await announce(deps, id, now)
  return { announced: fresh.length, ended: due.length }
}

async function announce({ database, notify, config }: PrivacyDeps, person: string, now: Temporal.Instant) {
  const on = now.add(days(noticeDays))
  await database.db.transaction().execute(async (tx) => {
    await announceEnd(tx, person, now)
    await notify(tx, {
      person,
      kind: 'security',
      key: `privacy.end ${now.toString({ smallestUnit: 'second' })}`,
      compose: (translator) => endLetter(translator, config.instanceName, on),
    })
    const act = actOf('retention', 'privacy.announce-end', now)
    await recordAudit(tx, act, { authority: null, subject: person })
  })
}
