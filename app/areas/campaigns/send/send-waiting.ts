/**
 * Hands mails of campaigns over to the post at a polite pace. The row of a recipient and its mail are written in one
 * transaction: whatever ends the worker, each has its mail once.
 */
import type { Tx } from '../../../platform/db/tables.ts'
import { enqueueMany } from '../../../platform/mail/mail.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Letter } from '../campaign-rules.ts'
import { campaignsIn, lockPace } from '../campaign-store.ts'
import type { CampaignsDeps } from '../deps.ts'
import { createInvitationCodes, type InvitationCodes, secretOfCode, sha256Of } from '../invitation-codes.ts'
import {
  lastQueued,
  markQueued,
  nextToSend,
  type Queued,
  type RecipientChange,
  type ToSend,
  updateRecipient,
} from '../recipient-store.ts'
import { addressHash, createLetterStops, type LetterStops } from '../stop/stop-letters.ts'
import { composeInvitation } from './compose-letter.ts'
import { type LetterMaker, letterMaker } from './letter-maker.ts'

/** Who hears what became of a mail. */
export const campaignMail = 'campaigns.mail'

/** In one transaction: a server that is slow to write holds nobody up for long. */
const mostTogether = 500
/** Of the pace, for one domain: many towns may have their mail at the same provider. */
const shareOfDomain = 6
const fewestForDomain = 10
/** What a worker that was away may catch up with, in minutes. */
const mostMinutes = 2

const minute = 60_000

/** How many may go now, at a pace of so many a minute, the last having gone a while ago. */
export function roomNow(pace: number, last: Temporal.Instant | undefined, now: Temporal.Instant): number {
  if (!last) return pace
  const minutes = (now.epochMilliseconds - last.epochMilliseconds) / minute
  return Math.max(0, Math.floor(pace * Math.min(minutes, mostMinutes)))
}

/** @returns how many mails were handed over. */
export async function sendWaiting(deps: CampaignsDeps): Promise<number> {
  await deps.jobs.start()
  const now = deps.clock.now()
  const { campaignPace: pace, secret } = deps.config
  const tools = { codes: createInvitationCodes(secret), stops: createLetterStops(secret), makers: new Map() }
  let room: number | undefined
  let sent = 0
  for (;;) {
    const done = await deps.database.db.transaction().execute(async (tx) => {
      await lockPace(tx)
      room ??= roomNow(pace, await lastQueued(tx), now)
      const perDomain = Math.max(fewestForDomain, Math.ceil(room / shareOfDomain))
      const next = await nextToSend(tx, { now, perDomain, most: Math.min(mostTogether, room - sent) })
      sent += await handOver(tx, deps, tools, next, { sent, now })
      return next.length
    })
    if (done === 0 || room === undefined || sent >= room) return sent
  }
}

/** @returns how many became mails; the others are told why not. */
async function handOver(
  tx: Tx,
  deps: CampaignsDeps,
  tools: Tools,
  next: readonly ToSend[],
  { sent, now }: { readonly sent: number; readonly now: Temporal.Instant },
): Promise<number> {
  const { baseUrl, campaignPace: pace } = deps.config
  const mails: { mail: OneLetter['mail']; afterSeconds: number }[] = []
  const queued: Queued[] = []
  for (const one of next) {
    const letter = await letterFor(tx, deps, tools, one)
    if (!letter) continue
    // One after the other over the minute, not all at its beginning.
    const afterSeconds = Math.floor(((sent + mails.length) * minute) / 1000 / pace)
    mails.push({ mail: letter.mail, afterSeconds })
    queued.push(letter.queued)
  }
  await enqueueMany(tx, deps.jobs, baseUrl, mails)
  await markQueued(tx, queued, now)
  return mails.length
}

interface Tools {
  readonly codes: InvitationCodes
  readonly stops: LetterStops
  readonly makers: Map<string, LetterMaker | undefined>
}

async function makerOf(tx: Tx, deps: CampaignsDeps, { makers }: Tools, id: string) {
  if (!makers.has(id)) {
    const campaign = (await campaignsIn(tx, 'running')).find((one) => one.id === id)
    makers.set(id, campaign && (await letterMaker(tx, deps, campaign)))
  }
  return makers.get(id)
}

interface OneLetter {
  readonly mail: Parameters<typeof enqueueMany>[3][number]['mail']
  readonly queued: Queued
}

/** The address is looked up now: it may have changed, been refused or have said that it wants no more. */
async function letterFor(tx: Tx, deps: CampaignsDeps, tools: Tools, one: ToSend): Promise<OneLetter | undefined> {
  const maker = await makerOf(tx, deps, tools, one.campaign)
  const letter = maker?.letterIn(one.language)
  if (maker && letter && one.email !== null && !one.gone && !one.stopped && !one.refused) {
    return writtenLetter({ deps, tools, maker, letter }, one, one.email)
  }
  await updateRecipient(tx, one.id, insteadOf(one))
  return undefined
}

/** What becomes of a letter that no mail can carry. */
function insteadOf({ gone, stopped, postal }: ToSend): RecipientChange {
  if (gone) return { state: 'gone' }
  if (stopped) return { state: 'opted-out' }
  return postal === null ? { state: 'no-address' } : { state: 'letter', way: 'letter' }
}

interface Writing {
  readonly deps: CampaignsDeps
  readonly tools: Tools
  readonly maker: LetterMaker
  readonly letter: Letter
}

async function writtenLetter({ deps, tools, maker, letter }: Writing, one: ToSend, email: string): Promise<OneLetter> {
  const secret = secretOfCode(tools.codes.codeOf(one.id))
  const claim = { association: one.association, addressSha256: addressHash(one.association, email) }
  const stop = urls.stopLetters(tools.stops.create(claim))
  const parts = composeInvitation({
    site: deps.config,
    translator: maker.translatorFor(letter.language),
    letter,
    language: maker.look(letter.language),
    values: await maker.valuesFor(one, letter.language),
    link: urls.invited(secret),
    stop,
    remindsOf: one.round > 1 ? one.handedAt?.toZonedDateTimeISO('UTC').toPlainDate() : undefined,
  })
  return {
    mail: {
      to: email,
      ...parts,
      ...(maker.replyTo === undefined ? {} : { replyTo: maker.replyTo }),
      unsubscribe: absolute(deps.config.baseUrl, stop),
      refusalTo: { listener: campaignMail, id: one.id },
    },
    queued: { id: one.id, domain: email.slice(email.indexOf('@') + 1), secretSha256: sha256Of(secret) },
  }
}
