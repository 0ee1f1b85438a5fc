/** The host is chosen; where it cannot receive the others after all, the runner-up is asked, or the call reopened. */
import type { Act } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import type { MeetingsDeps } from '../deps.ts'
import { announceMeeting, recordMeeting } from '../keep-meeting.ts'
import type { Meeting } from '../meeting-rules.ts'
import { writeHost } from '../meeting-store.ts'
import {
  type Choice,
  handedBids,
  type NewChoice,
  readChoice,
  readSheets,
  writeChoice,
  writeGiven,
} from './bid-store.ts'
import { stageOfCall } from './call-rules.ts'
import { insertStep, lockCall, reasonsOfChoice, type Step, writeReasons } from './call-store.ts'
import { sheetsForSecretariat } from './score-rules.ts'
import { type TellDeps, tellChoice, tellOffer, tellSecretariat } from './tell.ts'

type Deps = Pick<MeetingsDeps, 'database' | 'readyToNotify'> & TellDeps
type Of = Pick<Meeting, 'id' | 'year'>

/** `early`: scores are still awaited. `gone`: no such bid, or chosen already. `conflict`: changed since the form was made. */
export type ChooseOutcome = 'kept' | 'gone' | 'early' | 'conflict'

interface After extends NewChoice {
  readonly step?: Pick<Step, 'kind' | 'authority' | 'reasons'>
}

const byOf = (act: Act) => ({ by: act.person?.id ?? null, at: act.at })

async function settle(tx: Tx, act: Act, meeting: Of, { step, ...choice }: After, authority: string | null) {
  await writeChoice(tx, meeting.id, choice, byOf(act))
  await writeHost(tx, meeting.id, choice.host, act.at)
  if (step) await insertStep(tx, { id: newId(), meeting: meeting.id, ...step, at: act.at })
  await announceMeeting(tx, meeting)
  await recordMeeting(tx, act, meeting, authority)
}

interface Chosen {
  readonly host: string
  readonly runnerUp: string | null
  readonly reasons: string
  /** The revision of the choice that the form was made from; 0: there was none. */
  readonly seen: number
}

export async function chooseHost(deps: Deps, act: Act, meeting: Of, given: Chosen): Promise<ChooseOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<ChooseOutcome> => {
    const call = await lockCall(tx, meeting.id)
    const before = await readChoice(tx, meeting.id)
    const { host, runnerUp, reasons, seen } = given
    const isSame = before?.state === 'chosen' && before.host === host && before.runnerUp === runnerUp
    if (isSame && (await reasonsOfChoice(tx, meeting.id)) === reasons) return 'kept'
    if ((before?.revision ?? 0) !== seen) return 'conflict'
    if (isSame) return saysAnew(tx, act, meeting, before, reasons)
    if (before?.state === 'chosen') return 'gone'
    if (!call || stageOfCall(call, act.at) !== 'sealed') return 'early'
    const today = act.at.toZonedDateTimeISO(call.zone).toPlainDate().toString()
    if (!sheetsForSecretariat(await readSheets(tx, meeting.id), { today, scoresBy: call.scoresBy })) return 'early'
    const bidders = (await handedBids(tx, meeting.id)).map(({ authority }) => authority)
    const isBidder = (one: string | null) => one === null || bidders.includes(one)
    if (!isBidder(host) || !isBidder(runnerUp) || host === runnerUp) return 'gone'
    const step = { kind: 'chosen', authority: host, reasons } as const
    await settle(tx, act, meeting, { host, runnerUp, state: 'chosen', step }, null)
    await tellChoice(deps, tx, act, meeting, { host, runnerUp, reasons, bidders })
    return 'kept'
  })
}

/** The same choice in other words. */
async function saysAnew(tx: Tx, act: Act, meeting: Of, before: Choice, reasons: string): Promise<ChooseOutcome> {
  await writeReasons(tx, meeting.id, reasons)
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
  readonly tell?: (tx: Tx, after: After) => Promise<void>
}

async function follow(deps: Deps, act: Act, meeting: Of, given: Following): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    await lockCall(tx, meeting.id)
    const before = await readChoice(tx, meeting.id)
    if (!before) return false
    if (given.isDone(before)) return true
    const after = given.next(before)
    if (!after) return false
    await settle(tx, act, meeting, after, given.authority)
    // Whoever comes in new is scored beside the others.
    if (after.state === 'reopened') await writeGiven(tx, meeting.id, undefined, null)
    await given.tell?.(tx, after)
    return true
  })
}

/** By the host itself. Nothing but that it happened is told. */
export const stepBack = (deps: Deps, act: Act, meeting: Of, authority: string) =>
  follow(deps, act, meeting, {
    authority,
    isDone: ({ host, state }) => host === null && state === 'withdrawn',
    next: ({ host, runnerUp, state }) =>
      state === 'chosen' && host === authority
        ? { host: null, runnerUp, state: 'withdrawn', step: { kind: 'withdrawn', authority, reasons: '' } }
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
    tell: (tx) => tellSecretariat(deps, tx, act, meeting, { authority: given.authority, word: 'accepted' }),
  })

/** By the runner-up itself: nobody is held to receive the others, and nobody but the secretariat is told. */
export const declineOffer = (deps: Deps, act: Act, meeting: Of, authority: string) =>
  follow(deps, act, meeting, {
    authority,
    isDone: ({ runnerUp, state }) => state === 'declined' && runnerUp === authority,
    next: ({ state, runnerUp }) =>
      state === 'offered' && runnerUp === authority ? { host: null, runnerUp, state: 'declined' } : undefined,
    tell: (tx) => tellSecretariat(deps, tx, act, meeting, { authority, word: 'declined' }),
  })

const lacksHost = ({ state }: Choice): boolean => state === 'withdrawn' || state === 'offered' || state === 'declined'

/** The secretariat then gives a new deadline. */
export const reopenCall = (deps: Deps, act: Act, meeting: Of) =>
  follow(deps, act, meeting, {
    authority: null,
    isDone: ({ state }) => state === 'reopened',
    next: (before) =>
      lacksHost(before)
        ? {
            ...{ host: null, runnerUp: null, state: 'reopened' },
            step: { kind: 'reopened', authority: null, reasons: '' },
          }
        : undefined,
  })
