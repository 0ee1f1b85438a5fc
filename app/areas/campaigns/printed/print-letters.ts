/** A part of the letters of a campaign to print. Printing it again makes the same letters with the same codes. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { absolute, urls } from '../../../urls.ts'
import { noteInvited } from '../../coverage/index.ts'
import type { Campaign } from '../campaign-rules.ts'
import { lockCampaign, readCampaign, updateCampaign } from '../campaign-store.ts'
import { markUsed } from '../contacts/contact-store.ts'
import type { CampaignsDeps } from '../deps.ts'
import { createInvitationCodes, secretOfCode, sha256Of } from '../invitation-codes.ts'
import { updateRecipient } from '../recipient-store.ts'
import { type LetterMaker, letterMaker } from '../send/letter-maker.ts'
import { type LetterRange, type LetterToPrint, lettersToPrint } from './letter-store.ts'
import type { PrintedLetter } from './present-letters.ts'

/** In one file: more take longer than somebody waits. */
export const inOneFile = 2_000

export interface Printing {
  readonly association: string
  readonly id: string
  readonly part: LetterRange
  readonly sender: string
}

export interface PrintedPart {
  readonly campaign: Campaign
  readonly letters: readonly PrintedLetter[]
}

/** @returns undefined where there is nothing to print in this part, or more than one file holds: it was parted long ago. */
export async function printPart(
  deps: CampaignsDeps,
  act: Act,
  { association, id, part, sender }: Printing,
): Promise<PrintedPart | undefined> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockCampaign(tx, id)
    const campaign = await readCampaign(tx, association, id)
    if (!campaign) return undefined
    if (campaign.sender !== sender) await updateCampaign(tx, id, { sender }, act.at)
    const rows = await lettersToPrint(tx, id, part, inOneFile + 1)
    if (rows.length === 0 || rows.length > inOneFile) return undefined
    const maker = await letterMaker(tx, deps, campaign)
    const letters: PrintedLetter[] = []
    for (const row of rows) letters.push(...(await printOne(tx, deps, act, { maker, row, sender, association })))
    const detail = { association, letters: letters.length }
    await recordAudit(tx, act, { authority: null, subject: `campaign ${id}`, detail })
    return { campaign, letters }
  })
}

interface One {
  readonly maker: LetterMaker
  readonly row: LetterToPrint
  readonly sender: string
  readonly association: string
}

async function printOne(
  tx: Tx,
  deps: CampaignsDeps,
  { at }: Act,
  { maker, row, sender, association }: One,
): Promise<PrintedLetter[]> {
  const letter = maker.letterIn(row.language)
  if (!letter) return []
  const code = createInvitationCodes(deps.config.secret).codeOf(row.id)
  const secretSha256 = sha256Of(secretOfCode(code))
  await updateRecipient(tx, row.id, { state: 'printed', secretSha256, ...(row.printed ? {} : { handedAt: at }) })
  await markUsed(tx, association, row.authority, at)
  await noteInvited(tx, row.authority, at)
  return [
    {
      ...{ letter, sender, code, postal: row.postal },
      translator: maker.translatorFor(letter.language),
      look: maker.look(letter.language),
      values: await maker.valuesFor(row, letter.language),
      today: at.toZonedDateTimeISO('UTC').toPlainDate(),
      link: absolute(deps.config.baseUrl, urls.invitationCode()),
    },
  ]
}
