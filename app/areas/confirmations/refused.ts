/** A mail server takes no mail for a provider: noted, and the next step is taken at once. */
import type { Refusal } from '../../platform/mail/mail.ts'
import { lockTown } from '../checklist/index.ts'
import { markRefused } from './contact-store.ts'
import type { ConfirmationsDeps } from './deps.ts'
import { findRequest } from './request-store.ts'
import { followOne } from './unanswered.ts'

/** @param refusal its id is that of a request. */
export async function noteRefusal(deps: ConfirmationsDeps, { id, to, answer }: Refusal): Promise<void> {
  const at = deps.clock.now()
  await deps.database.db.transaction().execute(async (tx) => {
    const found = await findRequest(tx, id)
    if (!found) return
    await lockTown(tx, found.authority)
    if (await markRefused(tx, found.service, to, { at, answer })) await followOne(deps, tx, id, at)
  })
}
