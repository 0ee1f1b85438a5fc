/** Every day: whoever runs a service that is due is asked whether all of it is still right. */
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { factsSeen, lockTown, readPublishedService, serviceReviewDue, townClocks } from '../checklist/index.ts'
import { askByLetter } from './ask-by-letter.ts'
import { isToAsk, linkDays } from './asking-rules.ts'
import { type ContactToAsk, contactsWithoutRequest, deleteOrphans, forgetRefusals } from './contact-store.ts'
import { type ConfirmationsDeps, dayAt, speak } from './deps.ts'
import { insertRequest, newestRequest, settleOvertaken } from './request-store.ts'
import { sendAsking } from './send-asking.ts'

/** Services looked at together. */
const batch = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** @returns how many providers were written to, or are to be by the office. */
export async function askProviders(deps: ConfirmationsDeps): Promise<number> {
  const { db } = deps.database
  await deps.jobs.start()
  const now = deps.clock.now()
  await db.transaction().execute(async (tx) => {
    await settleOvertaken(tx, now)
    await deleteOrphans(tx)
  })
  let asked = 0
  let after = beforeAll
  for (;;) {
    const contacts = await contactsWithoutRequest(db, after, batch)
    for (const contact of contacts) {
      if (await db.transaction().execute((tx) => askOne(deps, tx, contact, now))) asked += 1
    }
    const last = contacts.at(-1)
    if (!last) return asked
    after = last.service
  }
}

/** With the town locked: what the mail shows is what the public sees. */
async function askOne(deps: ConfirmationsDeps, tx: Tx, contact: ContactToAsk, at: Temporal.Instant): Promise<boolean> {
  const { authority, service: id, email, language } = contact
  await lockTown(tx, authority)
  const service = await readPublishedService(tx, authority, id)
  if (!service) return false
  const town = await deps.townOf(tx, authority)
  const due = serviceReviewDue(service, await townClocks(deps, authority, tx))
  if (!isToAsk(due, await newestRequest(tx, id), { today: dayAt(town, at), at })) return false
  const request = {
    id: newId(),
    authority,
    service: id,
    language,
    factsSeen: factsSeen(service),
    askedAt: at,
    expiresAt: at.add({ hours: 24 * linkDays }),
  }
  if (!(await insertRequest(tx, request))) return false
  await forgetRefusals(tx, id)
  if (email === null) await askByLetter(deps, tx, { request, town, again: false, at })
  else await sendAsking(deps, tx, email, speak(deps, language), { request, service, town, again: false })
  return true
}
