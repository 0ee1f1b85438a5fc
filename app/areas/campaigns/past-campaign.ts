/** A campaign that is over, as it stands when somebody tries the product. Nothing was sent, and nothing is sent. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Letter, RecipientState } from './campaign-rules.ts'
import { insertCampaign, updateCampaign, writeLetter } from './campaign-store.ts'
import type { CampaignsDeps } from './deps.ts'
import { insertRecipients, updateRecipient } from './recipient-store.ts'
import { askReplyAddress, markConfirmed } from './reply/reply-store.ts'
import { addressHash } from './stop/stop-letters.ts'
import { stopLetters } from './stop/stop-store.ts'

export interface PastCampaign {
  readonly id: string
  readonly association: string
  readonly name: string
  readonly letter: Letter
  /** The mailbox of the association that has agreed. */
  readonly reply: string
  readonly recipients: readonly {
    /** Id. */
    readonly authority: string
    readonly email: string
    readonly step: string
    readonly state: Extract<RecipientState, 'handed' | 'refused' | 'opted-out'>
  }[]
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant
}

/** Once: with the same id, nothing more happens. */
export async function tellPastCampaign(
  { database }: Pick<CampaignsDeps, 'database'>,
  act: Act,
  past: PastCampaign,
): Promise<void> {
  const { id, association, letter, startedAt, endedAt } = past
  await database.db.transaction().execute(async (tx) => {
    const campaign = { id, association, name: past.name, firstLanguage: letter.language }
    if (!(await insertCampaign(tx, campaign, startedAt))) return
    await writeLetter(tx, id, letter)
    const replyAddress = newId()
    const asked = { association, email: past.reply, person: null, at: startedAt }
    await askReplyAddress(tx, { ...asked, id: replyAddress, tokenSha256: replyAddress })
    await markConfirmed(tx, replyAddress, startedAt)
    for (const { authority, email, step, state } of past.recipients) {
      const recipient = newId()
      const domain = email.split('@')[1] ?? null
      const done = { step, marks: [], version: null, written: null }
      const facts = { id: recipient, authority, domain, done, answers: null, state, language: letter.language }
      await insertRecipients(tx, id, [{ ...facts, way: 'mail' }])
      if (state === 'handed') await updateRecipient(tx, recipient, { state, handedAt: endedAt })
      const addressSha256 = addressHash(association, email)
      if (state === 'opted-out') await stopLetters(tx, { association, addressSha256 }, endedAt)
    }
    await updateCampaign(tx, id, { state: 'finished', replyAddress, startAt: startedAt, startedAt, endedAt }, endedAt)
    await recordAudit(tx, act, { authority: null, subject: `campaign ${id}`, detail: { association } })
  })
}
