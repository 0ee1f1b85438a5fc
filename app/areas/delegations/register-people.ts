/** A signatory registers its people; who waits moves up by itself, in the transaction that makes room. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Meeting } from '../meetings/index.ts'
import {
  type By,
  delegatesOf,
  delegationOf,
  deleteDelegate,
  givePlaces,
  insertDelegate,
  lockDelegations,
  readDelegate,
  readRegistration,
  updateDelegate,
  writeRegistration,
} from './delegate-store.ts'
import type { DelegationsDeps } from './deps.ts'
import { movedUpNotice } from './notices.ts'
import { movesUp, registrationState } from './place-rules.ts'
import type { Delegate, Person, Registration, Sender } from './schema.ts'
import { peopleFor, readSender } from './senders.ts'

const byOf = ({ person, at }: Act): By => ({ person: person?.id ?? null, at })

const within = async <Done>(deps: DelegationsDeps, meeting: Meeting, use: (tx: Tx) => Promise<Done>): Promise<Done> => {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    await lockDelegations(tx, meeting.id)
    return use(tx)
  })
}

/** Today at the place of the meeting. */
const todayOf = ({ timeZone }: Pick<Meeting, 'timeZone'>, now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().toString()

export const stateOf = (registration: Registration, meeting: Meeting, now: Temporal.Instant) =>
  registrationState(registration, meeting, todayOf(meeting, now))

/** Whose trail says it. */
const townOf = ({ kind, id }: Sender): string | null => (kind === 'authority' ? id : null)

const adultOf = (one: Delegate): string | null => (one.child ? one.adult : null)

/** @param told of whom nobody is told: who was registered just now sees it on the page. */
async function moveUp(
  deps: DelegationsDeps,
  tx: Tx,
  act: Act,
  of: {
    readonly meeting: Meeting
    readonly sender: Sender
    readonly registration: Registration
    readonly told?: string
  },
): Promise<void> {
  const { meeting, sender, registration, told } = of
  const from = await readSender(deps, tx, sender)
  if (!from) return
  const people = await delegationOf(tx, meeting.id, sender)
  const quota = registration.quotas[from.category] ?? 0
  const up = movesUp(
    quota,
    people.map((one) => ({ id: one.id, hasPlace: one.hasPlace, adult: adultOf(one) })),
  )
  if (up.length === 0) return
  await givePlaces(tx, up, act.at)
  const news = up.filter((id) => id !== told)
  if (news.length === 0) return
  const left = people.filter(({ hasPlace, id }) => !hasPlace && !up.includes(id)).length
  for (const person of await peopleFor(deps, tx, sender)) {
    await deps.notify(tx, {
      ...{ person, kind: 'meetings', key: `delegation moved-up ${news.join(' ').slice(0, 150)}` },
      compose: (translator) => movedUpNotice(translator, from, meeting, { moved: news.length, left }),
    })
  }
}

export type KeepOutcome = 'saved' | 'conflict'

/** @param given.seen the revision that the form was made from. */
export function keepRegistration(
  deps: DelegationsDeps,
  act: Act,
  meeting: Meeting,
  given: { readonly registration: Omit<Registration, 'revision'>; readonly seen: number },
): Promise<KeepOutcome> {
  return within(deps, meeting, async (tx) => {
    const { revision, ...current } = await readRegistration(tx, meeting.id)
    if (isDeepStrictEqual(current, given.registration)) return 'saved'
    if (revision !== given.seen) return 'conflict'
    await writeRegistration(tx, meeting.id, given.registration, byOf(act))
    await recordAudit(tx, act, { authority: meeting.host, subject: `meeting ${meeting.year}` })
    const registration = { ...given.registration, revision: revision + 1 }
    const delegations = new Map((await delegatesOf(tx, meeting.id)).map(({ sender }) => [sender.id, sender]))
    for (const sender of delegations.values()) await moveUp(deps, tx, act, { meeting, sender, registration })
    return 'saved'
  })
}

export type RegisterOutcome = 'saved' | 'closed' | 'gone' | 'conflict' | 'adult' | 'accompanies'

interface Given {
  readonly id: string
  readonly sender: Sender
  readonly person: Person
}

/** Whoever goes with a child is an adult of the same delegation, who has a place where the child has one. */
function isAccompanied(person: Person, people: readonly Delegate[], hasPlace: boolean): boolean {
  if (!person.child) return true
  const adult = people.find(({ id }) => id === person.adult)
  return adult !== undefined && !adult.child && (adult.hasPlace || !hasPlace)
}

export function addDelegate(deps: DelegationsDeps, act: Act, meeting: Meeting, given: Given): Promise<RegisterOutcome> {
  return within(deps, meeting, async (tx) => {
    const registration = await readRegistration(tx, meeting.id)
    if (await readDelegate(tx, given.id)) return 'saved'
    if (stateOf(registration, meeting, act.at) !== 'open') return 'closed'
    if (!isAccompanied(given.person, await delegationOf(tx, meeting.id, given.sender), false)) return 'adult'
    const { sender } = given
    await insertDelegate(tx, { ...given, meeting: meeting.id }, byOf(act))
    await recordAudit(tx, act, { authority: townOf(sender), subject: `delegate ${given.id}` })
    await moveUp(deps, tx, act, { meeting, sender, registration, told: given.id })
    return 'saved'
  })
}

/** Never from one delegation into another, and never from an adult to a child. */
const isSame = (current: Delegate | undefined, meeting: Meeting, { sender, person }: Given): current is Delegate =>
  current?.meeting === meeting.id && current.sender.id === sender.id && current.child === person.child

export function changeDelegate(
  deps: DelegationsDeps,
  act: Act,
  meeting: Meeting,
  given: Given & { readonly seen: number },
): Promise<RegisterOutcome> {
  return within(deps, meeting, async (tx) => {
    const registration = await readRegistration(tx, meeting.id)
    const current = await readDelegate(tx, given.id)
    if (!isSame(current, meeting, given)) return 'gone'
    if (holdsAll(current, given.person)) return 'saved'
    if (current.revision !== given.seen) return 'conflict'
    if (stateOf(registration, meeting, act.at) === 'over') return 'closed'
    const { sender, person } = given
    if (!isAccompanied(person, await delegationOf(tx, meeting.id, sender), current.hasPlace)) return 'adult'
    await updateDelegate(tx, given.id, person, byOf(act))
    await recordAudit(tx, act, { authority: townOf(sender), subject: `delegate ${given.id}` })
    // A child may have found somebody who has a place.
    await moveUp(deps, tx, act, { meeting, sender, registration })
    return 'saved'
  })
}

const holdsAll = (current: Delegate, person: Person): boolean =>
  Object.entries(person).every(([key, value]) => isDeepStrictEqual(new Map(Object.entries(current)).get(key), value))

/** Nothing of them is left, and the next moves up. Whoever goes with a child stays until somebody else does. */
export function takeOut(
  deps: DelegationsDeps,
  act: Act,
  meeting: Meeting,
  { id, sender }: Pick<Given, 'id' | 'sender'>,
): Promise<RegisterOutcome> {
  return within(deps, meeting, async (tx) => {
    const people = await delegationOf(tx, meeting.id, sender)
    if (!people.some((one) => one.id === id)) return 'gone'
    if (people.some((one) => adultOf(one) === id)) return 'accompanies'
    await deleteDelegate(tx, id)
    await recordAudit(tx, act, { authority: townOf(sender), subject: `delegate ${id}` })
    const registration = await readRegistration(tx, meeting.id)
    if (stateOf(registration, meeting, act.at) !== 'over') {
      await moveUp(deps, tx, act, { meeting, sender, registration })
    }
    return 'saved'
  })
}
