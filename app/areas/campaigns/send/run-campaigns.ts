/** Every minute: starts what is due, reminds, hands mails over, and ends what is done. */
import { type Act, actOf, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import { type Campaign, didNothing, languageFor } from '../campaign-rules.ts'
import { campaignsIn, lockCampaign, readCampaign, readLetters, updateCampaign } from '../campaign-store.ts'
import type { CampaignsDeps } from '../deps.ts'
import { decideReminders, insertRecipients, isUnderWay, type NewRecipient, toRemind } from '../recipient-store.ts'
import { type Target, targetsOf } from '../target-store.ts'
import { sendWaiting } from './send-waiting.ts'

/** Rows in one statement. */
const together = 2_000
/** Reminders decided in one run; more wait a minute. */
const mostReminders = 1_000

export interface RunReport {
  readonly started: number
  readonly sent: number
  readonly ended: number
}

export async function runCampaigns(deps: CampaignsDeps): Promise<RunReport> {
  const now = deps.clock.now()
  let [started, ended] = [0, 0]
  for (const campaign of await campaignsIn(deps.database.db, 'scheduled')) {
    const due = campaign.startAt !== null && Temporal.Instant.compare(campaign.startAt, now) <= 0
    if (due && (await within(deps, campaign, 'scheduled', start))) started += 1
  }
  for (const campaign of await campaignsIn(deps.database.db, 'running')) await within(deps, campaign, 'running', remind)
  const sent = await sendWaiting(deps)
  for (const campaign of await campaignsIn(deps.database.db, 'running')) {
    if (await within(deps, campaign, 'running', end)) ended += 1
  }
  return { started, sent, ended }
}

type Step = (tx: Tx, deps: CampaignsDeps, campaign: Campaign) => Promise<boolean>

/** In a transaction of its own, while the campaign is still as it was found. */
async function within(deps: CampaignsDeps, { id, association }: Campaign, state: Campaign['state'], step: Step) {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockCampaign(tx, id)
    const campaign = await readCampaign(tx, association, id)
    return campaign?.state === state && (await step(tx, deps, campaign))
  })
}

const actAt = (deps: CampaignsDeps, name: string): Act => actOf('job', name, deps.clock.now())

const record = (tx: Tx, act: Act, { id, association }: Campaign, detail: Record<string, number>) =>
  recordAudit(tx, act, { authority: null, subject: `campaign ${id}`, detail: { association, ...detail } })

/** From now on it is settled who is written to; towns that join or leave the segment later change nothing. */
async function start(tx: Tx, deps: CampaignsDeps, campaign: Campaign): Promise<boolean> {
  const act = actAt(deps, 'campaigns.start')
  const letters = (await readLetters(tx, campaign.id)).map(({ language }) => language)
  const targets = await targetsOf(tx, campaign.association, campaign.segment)
  for (let at = 0; at < targets.length; at += together) {
    const rows = targets.slice(at, at + together).map((target) => recipientOf(target, letters, campaign.firstLanguage))
    await insertRecipients(tx, campaign.id, rows)
  }
  await updateCampaign(tx, campaign.id, { state: 'running', startedAt: act.at }, act.at)
  await record(tx, act, campaign, { recipients: targets.length })
  return true
}

const states = { mail: 'waiting', letter: 'letter', none: 'no-address', stopped: 'opted-out' } as const

function recipientOf(target: Target, letters: readonly string[], first: string): NewRecipient {
  const { authority, way, domain, done, answers, language: contact, officialLanguages: official } = target
  return {
    id: newId(),
    ...{ authority, domain, done, answers },
    way: way === 'mail' ? 'mail' : 'letter',
    language: languageFor({ contact, official }, letters, first),
    state: states[way],
  }
}

/** What towns have done since decides, at the time of the reminder. */
async function remind(tx: Tx, deps: CampaignsDeps, campaign: Campaign): Promise<boolean> {
  const { id, association, reminderDays } = campaign
  if (reminderDays === null) return false
  const before = deps.clock.now().subtract({ hours: 24 * reminderDays })
  const due = await toRemind(tx, { campaign: id, association, before, most: mostReminders })
  if (due.length === 0) return false
  const silent = due.filter(({ before: then, now }) => now !== undefined && didNothing(then, now))
  const ids = (some: typeof due) => some.map((one) => one.id)
  await decideReminders(tx, ids(due), ids(silent))
  return true
}

async function end(tx: Tx, deps: CampaignsDeps, campaign: Campaign): Promise<boolean> {
  if (await isUnderWay(tx, campaign.id, campaign.reminderDays !== null)) return false
  const act = actAt(deps, 'campaigns.finish')
  await updateCampaign(tx, campaign.id, { state: 'finished', endedAt: act.at }, act.at)
  await record(tx, act, campaign, {})
  return true
}
