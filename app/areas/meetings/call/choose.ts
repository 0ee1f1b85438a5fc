/** The host is chosen; where it cannot receive the others after all, the runner-up is asked, or the call reopened. */
import type { Act } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import type { MeetingsDeps } from '../deps.ts'
import { announceMeeting, recordMeeting } from '../keep-meeting.ts'
import type { Meeting } from '../meeting-rules.ts'
import { writeHost } from '../meeting-store.ts'
import { type Choice, handedBids, readChoice, readSheets, writeChoice, writeGiven } from './bid-store.ts'
import { stageOfCall } from './call-rules.ts'
import { insertStep, lockCall, type Step } from './call-store.ts'
import { sheetsForSecretariat } from './score-rules.ts'

type Deps = Pick<MeetingsDeps, 'database'>
type Of = Pick<Meeting, 'id' | 'year'>

/** `early`: scores are still awaited. `gone`: no such bid, or chosen already. */
export type ChooseOutcome = 'kept' | 'gone' | 'early'

interface After extends Choice {
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

export async function chooseHost(
  { database }: Deps,
  act: Act,
  meeting: Of,
  given: { readonly host: string; readonly runnerUp: string | null; readonly reasons: string },
): Promise<ChooseOutcome> {
  return database.db.transaction().execute(async (tx): Promise<ChooseOutcome> => {
    const call = await lockCall(tx, meeting.id)
    const before = await readChoice(tx, meeting.id)
    const { host, runnerUp, reasons } = given
    if (before?.state === 'chosen') return before.host === host && before.runnerUp === runnerUp ? 'kept' : 'gone'
    if (!call || stageOfCall(call, act.at) !== 'sealed') return 'early'
    const today = act.at.toZonedDateTimeISO(call.zone).toPlainDate().toString()
    if (!sheetsForSecretariat(await readSheets(tx, meeting.id), { today, scoresBy: call.scoresBy })) return 'early'
    const bidders = (await handedBids(tx, meeting.id)).map(({ authority }) => authority)
    const isBidder = (one: string | null) => one === null || bidders.includes(one)
    if (!isBidder(host) || !isBidder(runnerUp) || host === runnerUp) return 'gone'
    const step = { kind: 'chosen', authority: host, reasons } as const
    await settle(tx, act, meeting, { host, runnerUp, state: 'chosen', step }, null)
    return 'kept'
  })
}

/** What follows from the choice as it stands; undefined: it does not allow that. */
type Follow = (before: Choice) => After | undefined

/** @param authority in whose name; null: the secretariat. @param isDone a second click has done what it wanted. */
async function follow(
  { database }: Deps,
  act: Act,
  meeting: Of,
  given: { readonly authority: string | null; readonly isDone: (before: Choice) => boolean; readonly next: Follow },
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    await lockCall(tx, meeting.id)
    const before = await readChoice(tx, meeting.id)
    if (!before) return false
    if (given.isDone(before)) return true
    const after = given.next(before)
    if (!after) return false
    await settle(tx, act, meeting, after, given.authority)
    // Whoever comes in new is scored beside the others.
    if (after.state === 'reopened') await writeGiven(tx, meeting.id, undefined, null)
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
  })

export const offerRunnerUp = (deps: Deps, act: Act, meeting: Of) =>
  follow(deps, act, meeting, {
    authority: null,
    isDone: ({ state }) => state === 'offered',
    next: ({ state, runnerUp }) =>
      state === 'withdrawn' && runnerUp !== null ? { host: null, runnerUp, state: 'offered' } : undefined,
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
  })

/** The secretariat then gives a new deadline. */
export const reopenCall = (deps: Deps, act: Act, meeting: Of) =>
  follow(deps, act, meeting, {
    authority: null,
    isDone: ({ state }) => state === 'reopened',
    next: ({ state }) =>
      state === 'withdrawn' || state === 'offered'
        ? {
            ...{ host: null, runnerUp: null, state: 'reopened' },
            step: { kind: 'reopened', authority: null, reasons: '' },
          }
        : undefined,
  })
