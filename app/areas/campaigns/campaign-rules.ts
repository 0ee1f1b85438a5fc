/** What a campaign is, and what may be done with it when. Pure. */
import type { ChosenSegment } from './schema.ts'

export const campaignStates = ['draft', 'scheduled', 'running', 'paused', 'stopped', 'finished'] as const
export type CampaignState = (typeof campaignStates)[number]

export interface Campaign {
  readonly id: string
  readonly association: string
  readonly name: string
  readonly state: CampaignState
  readonly revision: number
  readonly segment: ChosenSegment
  /** Code of the language whose letter stands for all that have none. */
  readonly firstLanguage: string
  /** Id. */
  readonly replyAddress: string | null
  /** Null: nobody is reminded. */
  readonly reminderDays: number | null
  /** How the association stands above the address of printed letters. */
  readonly sender: string
  readonly startAt: Temporal.Instant | null
  readonly startedBy: string | null
  readonly startedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

export interface Letter {
  readonly language: string
  readonly subject: string
  readonly body: string
}

export const campaignActs = ['unschedule', 'pause', 'go-on', 'stop', 'delete'] as const
export type CampaignAct = (typeof campaignActs)[number]

const allowed: Readonly<Record<CampaignAct, Readonly<Partial<Record<CampaignState, CampaignState>>>>> = {
  unschedule: { scheduled: 'draft' },
  pause: { running: 'paused' },
  'go-on': { paused: 'running' },
  stop: { running: 'stopped', paused: 'stopped' },
  // It goes altogether.
  delete: { draft: 'draft' },
}

/** The state that an act leads to; undefined where it cannot be done now. */
export function afterAct(state: CampaignState, act: CampaignAct): CampaignState | undefined {
  return allowed[act][state]
}

export function actsIn(state: CampaignState): readonly CampaignAct[] {
  return campaignActs.filter((act) => afterAct(state, act) !== undefined)
}

/** What it lacks before it can be given a time; message `campaigns.missing.<code>`. */
export type Missing = 'letter' | 'reply' | 'nobody'

export function missingIn(
  { firstLanguage }: Pick<Campaign, 'firstLanguage'>,
  given: { readonly letters: readonly Letter[]; readonly replyConfirmed: boolean; readonly reached: number },
): readonly Missing[] {
  return [
    ...(given.letters.some(({ language }) => language === firstLanguage) ? [] : (['letter'] as const)),
    ...(given.replyConfirmed ? [] : (['reply'] as const)),
    ...(given.reached > 0 ? [] : (['nobody'] as const)),
  ]
}

/**
 * The language in which a town is written to: that of its contact, else an official one of the town, else the campaign's
 * first; of each only those in which there is a letter.
 */
export function languageFor(
  { contact, official }: { readonly contact: string | null; readonly official: readonly string[] },
  letters: readonly string[],
  first: string,
): string {
  return [contact, ...official].find((code) => code !== null && letters.includes(code)) ?? first
}

const order = ['silent', 'invited', 'staffed', 'published']

/** What a town has done, as far as it tells whether it does more later. */
export interface Done {
  readonly step: string
  readonly marks: readonly string[]
  /** Number of the version that is published; 0: none. Null, as the others: nobody has kept it. */
  readonly version: number | null
  /** How many answers and services its office has written, published or not. */
  readonly written: number | null
}

/** Whether a town has done nothing since it was written to: it stands where it stood, and nothing was written or published. */
export function didNothing(before: Done, now: Done): boolean {
  // The letter itself has made invited towns of silent ones.
  const stood = Math.max(order.indexOf(before.step), order.indexOf('invited'))
  const more = (key: 'version' | 'written') => (now[key] ?? 0) > (before[key] ?? now[key] ?? 0)
  return (
    order.indexOf(now.step) <= stood &&
    now.marks.every((mark) => before.marks.includes(mark)) &&
    !more('version') &&
    !more('written')
  )
}

export const recipientStates = [
  'waiting',
  'queued',
  'later',
  'handed',
  'refused',
  'given-up',
  'opted-out',
  'no-address',
  'gone',
  'stopped',
  'letter',
  'printed',
] as const
export type RecipientState = (typeof recipientStates)[number]

/** Days after which somebody can be reminded. */
export const reminderChoices = [7, 14, 21, 28, 42] as const

/** How a member can be reached. `none`: nobody has given an address. */
export type Way = 'mail' | 'letter' | 'none' | 'stopped'

export type Reach = Readonly<Record<Way, number>>

export type StateCounts = Readonly<Partial<Record<RecipientState, number>>>

export interface Results {
  /** Letters that a mail server has taken, or that were printed. */
  readonly reached: number
  readonly reminded: number
  /** Of those reached: towns for which somebody works since. */
  readonly joined: number
  /** Of those reached: towns that have published their first page since. */
  readonly published: number
  /** Of those that had published: their page answers what it did not before, or more is true of it. */
  readonly improved: number
  /** Of those reached: towns that have signed the Pact since. */
  readonly signed: number
}
