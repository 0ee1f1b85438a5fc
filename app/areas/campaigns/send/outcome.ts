/** What became of one mail of a campaign, as the post tells it; and whether it is wanted still, at the last moment. */
import type { ManyListeners, Outcome } from '../../../platform/mail/mail.ts'
import { markRefused } from '../contacts/contact-store.ts'
import type { CampaignsDeps } from '../deps.ts'
import { lockSending, markHanded, readSending, type Sending, updateRecipient } from '../recipient-store.ts'

type Deps = Pick<CampaignsDeps, 'database' | 'clock'>

export function campaignListener(deps: Deps): ManyListeners[string] {
  return { wanted: (about) => isWanted(deps, about), heard: (outcome) => hear(deps, outcome) }
}

/** Nobody gets a letter who has said no, is no more, or whose address was taken away, since it was handed over. */
async function isWanted({ database }: Deps, { id, to }: { id: string; to: string }): Promise<boolean> {
  // Nearly all are: nothing is locked and nothing written for them.
  const found = await readSending(database.db, id)
  if (!isOnItsWay(found)) return false
  if (insteadOf(found, to) === undefined) return true
  await database.db.transaction().execute(async (tx) => {
    const one = await lockSending(tx, id)
    const instead = isOnItsWay(one) ? insteadOf(one, to) : undefined
    if (instead) await updateRecipient(tx, id, { state: instead })
  })
  return false
}

/** A worker that ended after it had noted what became of the mail has done all: the mail does not go twice. */
function isOnItsWay(one: Sending | undefined): one is Sending {
  return one?.state === 'queued' || one?.state === 'later'
}

function insteadOf({ gone, stopped, over, email }: Sending, to: string) {
  if (gone) return 'gone'
  if (stopped) return 'opted-out'
  if (over) return 'stopped'
  // Another address by now: the next run writes there.
  return email === to ? undefined : email === null ? 'no-address' : 'waiting'
}

async function hear({ database, clock }: Deps, { of, id, to, answer }: Outcome): Promise<void> {
  const at = clock.now()
  if (of === 'taken') return markHanded(database.db, id, at)
  await database.db.transaction().execute(async (tx) => {
    const one = await lockSending(tx, id)
    if (!one) return
    const { association, authority } = one
    switch (of) {
      case 'later':
        return updateRecipient(tx, id, { state: 'later', answer })
      case 'given-up':
        return updateRecipient(tx, id, { state: 'given-up', answer })
      case 'refused':
        await markRefused(tx, association, authority, { email: to, at, answer })
        // Of a town that has a postal address, too, the letter is printed.
        return updateRecipient(tx, id, one.postal === null ? { state: 'refused' } : { state: 'letter', way: 'letter' })
    }
  })
}
