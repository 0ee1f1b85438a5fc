/** A mail server takes no mail for a provider: noted, and the next step is taken at once. */
import type { Refusal } from '../../platform/mail/mail.ts'
import { lockTown } from '../checklist/index.ts'
import { markRefused } from './contact-store.ts'
import type { ConfirmationsDeps } from './deps.ts'
import { askedTogether, findRequest } from './request-store.ts'
import { followOne } from './unanswered.ts'

/** @param refusal its id is that of the first request of the mail: it counts for each of them. */
export async function noteRefusal(deps: ConfirmationsDeps, { id, to, answer }: Refusal): Promise<void> {
  const at = deps.clock.now()
  await deps.database.db.transaction().execute(async (tx) => {
    const found = await findRequest(tx, id)
    if (!found) return
    await lockTown(tx, found.authority)
    const refused: string[] = []
    for (const each of new Set([id, ...(await askedTogether(tx, found, to))])) {
      const request = await findRequest(tx, each)
      if (request && (await markRefused(tx, request.service, to, { at, answer }))) refused.push(each)
    }
    for (const each of refused) await followOne(deps, tx, each, at)
  })
}
