/** The host is chosen; where it cannot receive the others after all, the runner-up is asked, or the call reopened. */
import type { Act } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import type { MeetingsDeps } from '../deps.ts'
import { announceMeeting, recordMeeting } from '../keep-meeting.ts'
import type { Fault } from '../meeting-form.ts'
import type { Meeting } from '../meeting-rules.ts'
import { writeHost } from '../meeting-store.ts'
import {
  type Bid,
  bidOf,
  type Choice,
  handedBids,
  type NewChoice,
  readChoice,
  readSheets,
  writeChoice,
  writeGiven,
  writeWithdrawn,
} from './bid-store.ts'
import { type HostCall, stageOfCall } from './call-rules.ts'
import { type ChoiceWords, insertStep, lockCall, type Step, wordsOfChoice, writeReasons } from './call-store.ts'
import { choiceFault, isScored, type ReviewerSheet, sheetsForSecretariat } from './score-rules.ts'
import { type TellDeps, tellChoice, tellOffer, tellSecretariat } from './tell.ts'

type Deps = Pick<MeetingsDeps, 'database' | 'readyToNotify'> & TellDeps
type Of = Pick<Meeting, 'id' | 'year'>

/** `early`: scores are still awaited. `gone`: no such bid, or chosen already. `conflict`: changed since the form was made. */
export type ChooseOutcome = 'kept' | 'gone' | 'early' | 'conflict' | Fault

interface After extends NewChoice {
  readonly step?: (Pick<Step, 'kind' | 'authority'> & Partial<ChoiceWords>) | undefined
  /** Id of the authority that cannot receive the others: its bid counts no longer. */
  readonly out?: string
}

const byOf = (act: Act) => ({ by: act.person?.id ?? null, at: act.at })

async function settle(tx: Tx, act: Act, meeting: Of, { step, out, ...choice }: After, authority: string | null) {
  if (out !== undefined) await writeWithdrawn(tx, { meeting: meeting.id, authority: out }, byOf(act))
  await writeChoice(tx, meeting.id, choice, byOf(act))
  await writeHost(tx, meeting.id, choice.host, act.at)
  const words = { reasons: '', unscored: '' }
  if (step) await insertStep(tx, { id: newId(), meeting: meeting.id, ...words, ...step, at: act.at })
  await announceMeeting(tx, meeting)
  await recordMeeting(tx, act, meeting, authority)
}

interface Chosen {
  readonly host: string
  readonly runnerUp: string | null
  readonly reasons: string
  /** Why without scores; counts where there are none. */
  readonly unscored: string
  /** The revision of the choice that the form was made from; 0: there was none. */
  readonly seen: number
}

export async function chooseHost(deps: Deps, act: Act, meeting: Of, given: Chosen): Promise<ChooseOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<ChooseOutcome> => {
    const call = await lockCall(tx, meeting.id)
    const before = await readChoice(tx, meeting.id)
    const { host, runnerUp, seen } = given
    const isSame = before?.state === 'chosen' && before.host === host && before.runnerUp === runnerUp
    const isSeen = (before?.revision ?? 0) === seen
    if (isSame) return saysAnew(tx, act, meeting, { before, isSeen, words: given })
    if (!isSeen) return 'conflict'
    if (before?.state === 'chosen') return 'gone'
    if (!call || stageOfCall(call, act.at) !== 'sealed') return 'early'
    const today = act.at.toZonedDateTimeISO(call.zone).toPlainDate().toString()
    const sheets = sheetsForSecretariat(await readSheets(tx, meeting.id), { today, scoresBy: call.scoresBy })
    if (!sheets) return 'early'
    return decide(deps, tx, act, meeting, { given, bids: await handedBids(tx, meeting.id), sheets })
  })
}

async function decide(
  deps: Deps,
  tx: Tx,
  act: Act,
  meeting: Of,
  all: { readonly given: Chosen; readonly bids: readonly Bid[]; readonly sheets: readonly ReviewerSheet[] },
): Promise<ChooseOutcome> {
  const { bids, given, sheets } = all
  const { host, runnerUp, reasons } = given
  const bidders = bids.map(({ authority }) => authority)
  const isBidder = (one: string | null) => one === null || bidders.includes(one)
  if (!isBidder(host) || !isBidder(runnerUp) || host === runnerUp) return 'gone'
  const scored = (authority: string) => bids.some((bid) => bid.authority === authority && isScored(bid.id, sheets))
  const fault = choiceFault(given, scored)
  if (fault) return fault
  const words = { reasons, unscored: scored(host) ? '' : given.unscored }
  const step = { kind: 'chosen', authority: host, ...words } as const
  await settle(tx, act, meeting, { host, runnerUp, state: 'chosen', step }, null)
  await tellChoice(deps, tx, act, meeting, { host, runnerUp, words, bidders })
  return 'kept'
}

interface Anew {
  readonly before: Choice
  readonly isSeen: boolean
  readonly words: ChoiceWords
}

/** The same choice in other words. Why it was made without scores stays said where it was. */
async function saysAnew(tx: Tx, act: Act, meeting: Of, { before, isSeen, words }: Anew): Promise<ChooseOutcome> {
  const said = await wordsOfChoice(tx, meeting.id)
  const after = {
    reasons: words.reasons,
    unscored: said?.unscored === '' ? '' : words.unscored || (said?.unscored ?? ''),
  }
  if (said?.reasons === after.reasons && said.unscored === after.unscored) return 'kept'
  if (!isSeen) return 'conflict'
  await writeReasons(tx, meeting.id, after)
  await writeChoice(tx, meeting.id, before, byOf(act))
  await announceMeeting(tx, meeting)
  await recordMeeting(tx, act, meeting)
  return 'kept'
}

/** What follows from the choice as it stands; undefined: it does not allow that. */
type Follow = (before: Choice) => After | undefined

interface Following {
  /** In whose name; null: the secretariat. */
  readonly authority: string | null
  /** A second click has done what it wanted. */
  readonly isDone: (before: Choice) => boolean
  readonly next: Follow
  /** What counts as the choice where there is none yet. */
  readonly without?: (tx: Tx, call: HostCall | undefined) => Promise<Choice | undefined>
  /** What everybody reads about the step. */
  readonly words?: (tx: Tx) => Promise<Partial<ChoiceWords>>
  readonly tell?: (tx: Tx, after: After) => Promise<void>
}

async function follow(deps: Deps, act: Act, meeting: Of, given: Following): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, meeting.id)
    const before = (await readChoice(tx, meeting.id)) ?? (await given.without?.(tx, call))
    if (!before) return false
    if (given.isDone(before)) return true
    const after = given.next(before)
    if (!after) return false
    const step = after.step && { ...after.step, ...(await given.words?.(tx)) }
    await settle(tx, act, meeting, { ...after, step }, given.authority)
    // Whoever comes in new is scored beside the others.
    if (after.state === 'reopened') await writeGiven(tx, meeting.id, undefined, null)
    await given.tell?.(tx, after)
    return true
  })
}

/** By the host itself. Nothing but that it happened is told; its bid counts no longer. */
export const stepBack = (deps: Deps, act: Act, meeting: Of, authority: string) =>
  follow(deps, act, meeting, {
    authority,
    isDone: ({ host, state }) => host === null && state === 'withdrawn',
    next: ({ host, runnerUp, state }) =>
      state === 'chosen' && host === authority
        ? { host: null, runnerUp, state: 'withdrawn', out: authority, step: { kind: 'withdrawn', authority } }
        : undefined,
    tell: (tx) => tellSecretariat(deps, tx, act, meeting, { authority, word: 'stepped-back' }),
  })

export const offerRunnerUp = (deps: Deps, act: Act, meeting: Of) =>
  follow(deps, act, meeting, {
    authority: null,
    isDone: ({ state }) => state === 'offered',
    next: ({ state, runnerUp }) =>
      state === 'withdrawn' && runnerUp !== null ? { host: null, runnerUp, state: 'offered' } : undefined,
    tell: async (tx, { runnerUp }) => {
      if (runnerUp !== null) await tellOffer(deps, tx, act, meeting, runnerUp)
    },
  })

/** By the runner-up itself. @param reasons in words, for everybody. */
export const acceptOffer = (deps: Deps, act: Act, meeting: Of, given: { authority: string; reasons: string }) =>
  follow(deps, act, meeting, {
    authority: given.authority,
    isDone: ({ host, state }) => state === 'chosen' && host === given.authority,
    next: ({ state, runnerUp }) =>
      state === 'offered' && runnerUp === given.authority
        ? { host: runnerUp, runnerUp: null, state: 'chosen', step: { kind: 'chosen', ...given } }
        : undefined,
    words: async (tx) => {
      const bid = await bidOf(tx, meeting.id, given.authority)
      const scored = bid !== undefined && isScored(bid.id, await readSheets(tx, meeting.id))
      return scored ? {} : { unscored: (await wordsOfChoice(tx, meeting.id))?.unscored ?? '' }
    },
    tell: (tx) => tellSecretariat(deps, tx, act, meeting, { authority: given.authority, word: 'accepted' }),
  })

/** By the runner-up itself: nobody is held to receive the others, and nobody but the secretariat is told. */
export const declineOffer = (deps: Deps, act: Act, meeting: Of, authority: string) =>
  follow(deps, act, meeting, {
    authority,
    isDone: ({ runnerUp, state }) => state === 'declined' && runnerUp === authority,
    next: ({ state, runnerUp }) =>
      state === 'offered' && runnerUp === authority
        ? { host: null, runnerUp, state: 'declined', out: authority }
        : undefined,
    tell: (tx) => tellSecretariat(deps, tx, act, meeting, { authority, word: 'declined' }),
  })

const lacksHost = ({ state }: Choice): boolean => state === 'withdrawn' || state === 'offered' || state === 'declined'

/** The secretariat then gives a new deadline. Where nobody has bid, there is nothing else to do. */
export const reopenCall = (deps: Deps, act: Act, meeting: Of) =>
  follow(deps, act, meeting, {
    authority: null,
    without: async (tx, call) => {
      const isEmpty = call && stageOfCall(call, act.at) === 'sealed' && (await handedBids(tx, meeting.id)).length === 0
      return isEmpty ? { host: null, runnerUp: null, state: 'withdrawn', at: act.at, revision: 0 } : undefined
    },
    isDone: ({ state }) => state === 'reopened',
    next: (before) =>
      lacksHost(before)
        ? {
            ...{ host: null, runnerUp: null, state: 'reopened' },
            step: { kind: 'reopened', authority: null },
          }
        : undefined,
  })
