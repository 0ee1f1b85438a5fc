/** A mailbox for answers: whoever reads it agrees first, by a link that is mailed there. */

import type { Act } from '../../../platform/audit/audit.ts'
import { actOf, recordAudit } from '../../../platform/audit/audit.ts'
import { newId, newSecret } from '../../../platform/ids.ts'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { CampaignsDeps, Union } from '../deps.ts'
import { sha256Of } from '../invitation-codes.ts'
import {
  type AskedReply,
  askReplyAddress,
  findReplyByToken,
  listReplyAddresses,
  lockReplies,
  markConfirmed,
  takeForDrafts,
} from './reply-store.ts'

const replyDays = 14
/** Whoever did not get the mail may ask again; the same form sent twice mails once. */
const again = { minutes: 10 }

/** @param language code, of the mail. */
export async function askForAnswers(
  deps: CampaignsDeps,
  act: Act,
  association: Union,
  { email, language }: { readonly email: string; readonly language: string },
): Promise<void> {
  await deps.jobs.start()
  await deps.database.db.transaction().execute(async (tx) => {
    await lockReplies(tx, association.id)
    const known = (await listReplyAddresses(tx, association.id)).find((one) => one.email === email)
    if (known?.confirmed) return
    if (known && Temporal.Instant.compare(known.askedAt.add(again), act.at) > 0) return
    const token = newSecret()
    const id = known?.id ?? newId()
    const asked = { id, association: association.id, email, tokenSha256: sha256Of(token), at: act.at }
    await askReplyAddress(tx, { ...asked, person: act.person?.id ?? null })
    const translator = deps.i18n.translator(language) ?? deps.i18n.negotiate(undefined)
    const { t } = translator
    const name = apart(association.names[translator.language] ?? association.name)
    await deps.writeTo(tx, email, translator, {
      subject: t('campaigns.reply.mail.subject', { association: name }),
      paragraphs: [t('campaigns.reply.mail.text', { association: name }), t('campaigns.reply.mail.not')],
      action: { text: t('campaigns.reply.mail.action'), path: urls.confirmReply(token) },
      reason: t('campaigns.reply.mail.reason', { association: name }),
    })
    await recordAudit(tx, act, {
      authority: null,
      subject: `reply address ${id}`,
      detail: { association: association.id },
    })
  })
}

/** Undefined for a link that is none, was replaced, or is too old. */
export async function seeReply(deps: CampaignsDeps, token: string): Promise<AskedReply | undefined> {
  const found = await findReplyByToken(deps.database.db, sha256Of(token))
  if (!found || found.confirmed) return found
  const until = found.askedAt.add({ hours: 24 * replyDays })
  return Temporal.Instant.compare(until, deps.clock.now()) > 0 ? found : undefined
}

export async function agreeToAnswers(deps: CampaignsDeps, token: string): Promise<boolean> {
  const found = await seeReply(deps, token)
  if (!found) return false
  const act = actOf('mailbox', 'campaigns.confirm-reply', deps.clock.now())
  await deps.database.db.transaction().execute(async (tx) => {
    const current = await findReplyByToken(tx, sha256Of(token))
    if (!current || current.confirmed) return
    if (!(await markConfirmed(tx, found.id, act.at))) return
    await takeForDrafts(tx, found.association, found.id)
    const detail = { association: found.association }
    await recordAudit(tx, act, { authority: null, subject: `reply address ${found.id}`, detail })
  })
  return true
}
