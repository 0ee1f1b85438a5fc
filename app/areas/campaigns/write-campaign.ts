/** Making a campaign step by step, giving it a time, and what may be done with it afterwards. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { afterAct, type Campaign, type CampaignAct, type Letter, type Missing, missingIn } from './campaign-rules.ts'
import {
  deleteCampaign,
  deleteLetter,
  insertCampaign,
  lockCampaign,
  readCampaign,
  readLetters,
  updateCampaign,
  writeLetter,
} from './campaign-store.ts'
import type { CampaignsDeps } from './deps.ts'
import { stopWaiting } from './recipient-store.ts'
import { readReplyAddress } from './reply/reply-store.ts'
import type { ChosenSegment } from './schema.ts'
import { reachOf } from './target-store.ts'

type Deps = Pick<CampaignsDeps, 'database'>

function record(tx: Tx, act: Act, { id, association }: Pick<Campaign, 'id' | 'association'>, detail = {}) {
  return recordAudit(tx, act, { authority: null, subject: `campaign ${id}`, detail: { association, ...detail } })
}

/** @param given.id made with the form: sent twice, it begins one. */
export async function startCampaign(
  { database }: Deps,
  act: Act,
  given: Pick<Campaign, 'id' | 'association' | 'name' | 'firstLanguage'>,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (await insertCampaign(tx, given, act.at)) await record(tx, act, given)
  })
}

export type CampaignOutcome =
  | { readonly outcome: 'saved' | 'gone' | 'deleted' }
  /** Somebody else was first, or it is no draft any more. */
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] }

interface Edited {
  readonly association: string
  readonly id: string
  /** Of the form. */
  readonly revision: number
}

/** @param change undefined: it stands there already. */
async function edit(
  { database }: Deps,
  { association, id, revision }: Edited,
  change: (tx: Tx, campaign: Campaign) => Promise<(() => Promise<void>) | undefined>,
): Promise<CampaignOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockCampaign(tx, id)
    const campaign = await readCampaign(tx, association, id)
    if (!campaign) return { outcome: 'gone' }
    const write = await change(tx, campaign)
    if (!write) return { outcome: 'saved' }
    if (campaign.state !== 'draft' || campaign.revision !== revision) return { outcome: 'conflict' }
    await write()
    return { outcome: 'saved' }
  })
}

export function saveSegment(deps: Deps, act: Act, of: Edited, segment: ChosenSegment): Promise<CampaignOutcome> {
  return edit(deps, of, async (tx, campaign) => {
    if (isDeepStrictEqual(campaign.segment, segment)) return undefined
    return async () => {
      await updateCampaign(tx, of.id, { segment }, act.at)
      await record(tx, act, of, { part: 'segment' })
    }
  })
}

/**
 * @param letter without words: there is none in that language any more.
 * @param first it stands for languages without one.
 */
export function saveLetter(
  deps: Deps,
  act: Act,
  of: Edited,
  { first, ...letter }: Letter & { readonly first: boolean },
): Promise<CampaignOutcome> {
  return edit(deps, of, async (tx, campaign) => {
    const empty = letter.subject === '' && letter.body === ''
    const current = (await readLetters(tx, of.id)).find(({ language }) => language === letter.language)
    const leads = first && !empty ? letter.language : campaign.firstLanguage
    const same = empty ? !current : isDeepStrictEqual(current, letter)
    if (same && leads === campaign.firstLanguage) return undefined
    return async () => {
      if (empty) await deleteLetter(tx, of.id, letter.language)
      else await writeLetter(tx, of.id, letter)
      await updateCampaign(tx, of.id, { firstLanguage: leads }, act.at)
      await record(tx, act, of, { part: 'letter', language: letter.language })
    }
  })
}

/** @param address id of one that is confirmed. */
export function chooseReply(deps: Deps, act: Act, of: Edited, address: string): Promise<CampaignOutcome> {
  return edit(deps, of, async (tx, campaign) => {
    if (campaign.replyAddress === address) return undefined
    return async () => {
      await updateCampaign(tx, of.id, { replyAddress: address }, act.at)
      await record(tx, act, of, { part: 'reply' })
    }
  })
}

/** A mail goes only where somebody has given a letter, a mailbox for answers, and members that can be reached. */
export async function schedule(
  { database }: Deps,
  act: Act & { readonly person: NonNullable<Act['person']> },
  { association, id, revision }: Edited,
  given: { readonly startAt: Temporal.Instant; readonly reminderDays: number | null },
): Promise<CampaignOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockCampaign(tx, id)
    const campaign = await readCampaign(tx, association, id)
    if (!campaign) return { outcome: 'gone' }
    if (campaign.state === 'scheduled' && campaign.revision === revision + 1) return { outcome: 'saved' }
    if (campaign.state !== 'draft' || campaign.revision !== revision) return { outcome: 'conflict' }
    const missing = await missingOf(tx, campaign)
    if (missing.length > 0) return { outcome: 'missing', missing }
    const change = { ...given, state: 'scheduled', startedBy: act.person.id } as const
    await updateCampaign(tx, id, change, act.at)
    await record(tx, act, campaign, { reminder: given.reminderDays ?? 0 })
    return { outcome: 'saved' }
  })
}

export async function missingOf(
  tx: Parameters<typeof readLetters>[0],
  campaign: Campaign,
): Promise<readonly Missing[]> {
  const { id, association, replyAddress, segment } = campaign
  const reply = replyAddress === null ? undefined : await readReplyAddress(tx, association, replyAddress)
  const { mail, letter } = await reachOf(tx, association, segment)
  const letters = await readLetters(tx, id)
  return missingIn(campaign, { letters, replyConfirmed: reply?.confirmed === true, reached: mail + letter })
}

/** What was done already is done once. */
export async function actOn(
  { database }: Deps,
  act: Act,
  { association, id }: Pick<Edited, 'association' | 'id'>,
  what: CampaignAct,
): Promise<CampaignOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockCampaign(tx, id)
    const campaign = await readCampaign(tx, association, id)
    if (!campaign) return { outcome: what === 'delete' ? 'deleted' : 'gone' }
    const next = afterAct(campaign.state, what)
    // The second click has done what it wanted; anything else came too late.
    if (!next) return { outcome: 'saved' }
    await record(tx, act, campaign, { what })
    if (what === 'delete') {
      await deleteCampaign(tx, id)
      return { outcome: 'deleted' }
    }
    if (what === 'stop') await stopWaiting(tx, id)
    const ended = what === 'stop' ? { endedAt: act.at } : {}
    await updateCampaign(tx, id, { state: next, ...ended }, act.at)
    return { outcome: 'saved' }
  })
}
