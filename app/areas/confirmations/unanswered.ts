/** Every day, and where a mail was refused: the next step about each provider who has not answered; at last the end of it. */
import type { Tx } from '../../platform/db/tables.ts'
import {
  lockTown,
  readPublishedService,
  type Service,
  serviceReviewDue,
  textIn,
  townClocks,
} from '../checklist/index.ts'
import { askByLetter } from './ask-by-letter.ts'
import { isOver, linkDays } from './asking-rules.ts'
import { type ProviderContact, readContact } from './contact-store.ts'
import { type ConfirmationsDeps, dayAt, type Helper, speak, type Town } from './deps.ts'
import { type Letter, lettersOf } from './letter-store.ts'
import { unansweredNotice } from './letters.ts'
import { extendRequest, findRequest, type Request, settleRequest } from './request-store.ts'
import { sendAsking } from './send-asking.ts'
import { letterStepToTake, type Reachable, type Step, stepToTake, type Told } from './step-rules.ts'
import { insertStep, openRequests, stepsOf } from './step-store.ts'

const batch = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** @returns how many steps were taken. */
export async function followUp(deps: ConfirmationsDeps): Promise<number> {
  const { db } = deps.database
  await deps.jobs.start()
  const now = deps.clock.now()
  let taken = 0
  let after = beforeAll
  for (;;) {
    const requests = await openRequests(db, after, batch)
    for (const id of requests) {
      if (await db.transaction().execute((tx) => followOne(deps, tx, id, now))) taken += 1
    }
    const last = requests.at(-1)
    if (last === undefined) return taken
    after = last
  }
}

/** @returns whether a step was taken. */
export async function followOne(deps: ConfirmationsDeps, tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const found = await findRequest(tx, id)
  if (!found) return false
  await lockTown(tx, found.authority)
  const request = await findRequest(tx, id)
  if (!request || request.outcome) return false
  const contact = await readContact(tx, request.service)
  const steps = (await stepsOf(tx, id)).map(({ step }) => step)
  const letters = await lettersOf(tx, id)
  const step = nextStep(request, letters, steps, contact, at)
  const service = await readPublishedService(tx, request.authority, request.service)
  if (!service) return false
  if (!step) {
    if (await isEnded(deps, tx, { request, service, letters, steps, at })) await settleRequest(tx, id, 'unanswered', at)
    return false
  }
  const helpers = step === 'association' ? await deps.helpersOf(tx, request.authority) : undefined
  // Told is who hears of it: as long as there is nobody, it is tried again.
  if (helpers?.people.length === 0) return false
  if (!(await insertStep(tx, id, { step, at, told: helpers?.told }))) return false
  const town = await deps.townOf(tx, request.authority)
  await take(deps, tx, { step, request, contact, service, town, at, helpers, unposted: isUnposted(letters) })
  return true
}

interface Waiting {
  readonly request: Request
  readonly service: Service
  readonly letters: readonly Letter[]
  readonly steps: readonly Step[]
  readonly at: Temporal.Instant
}

/** By the clock of the service, as if it had been checked on the day on which its provider was asked. */
async function isEnded(deps: ConfirmationsDeps, tx: Tx, waiting: Waiting): Promise<boolean> {
  const { request, service, letters, steps, at } = waiting
  const town = await deps.townOf(tx, request.authority)
  const since = letters.reduce(
    (latest, { postedAt }) => (postedAt && Temporal.Instant.compare(postedAt, latest) > 0 ? postedAt : latest),
    request.askedAt,
  )
  const asked = { ...service, checked: { on: dayAt(town, since).toString(), by: 'provider' as const } }
  const nextDue = serviceReviewDue(asked, await townClocks(deps, request.authority, tx))
  return isOver(since, nextDue, steps, { today: dayAt(town, at), at })
}

/** By the calendar of letters as long as the provider is written to by letter. */
function nextStep(
  { askedAt }: Request,
  letters: readonly Letter[],
  taken: readonly Step[],
  contact: ProviderContact | undefined,
  at: Temporal.Instant,
): Step | undefined {
  const reachable = reachableAt(contact)
  if (letters.length === 0) return stepToTake(askedAt, taken, reachable, at)
  const [first, second] = [letters.find(({ again }) => !again), letters.find(({ again }) => again)]
  const sent = { dueAt: askedAt, first: first?.postedAt, second: second?.postedAt }
  return letterStepToTake(sent, taken, reachable.deputy, at)
}

const isUnposted = (letters: readonly Letter[]): boolean =>
  letters.length > 0 && letters.every(({ postedAt }) => postedAt === undefined)

/**
 * Whoever has no contact any more is not waited for either, but nor is there anything to
 * mend: as if mails arrived. Letters are taken to arrive, too.
 */
const reachableAt = (contact: ProviderContact | undefined): Reachable => ({
  email: !contact?.refused.email,
  deputy: Boolean(contact?.deputy) && !contact?.refused.deputy,
})

const isUnreachable = (contact: ProviderContact | undefined): boolean => {
  const { email, deputy } = reachableAt(contact)
  return !(email || deputy)
}

type Helpers = Awaited<ReturnType<ConfirmationsDeps['helpersOf']>>

interface Taking {
  readonly step: Step
  readonly request: Request
  readonly contact: ProviderContact | undefined
  readonly service: Service
  readonly town: Town
  readonly at: Temporal.Instant
  /** Of the step `association`. */
  readonly helpers: Helpers | undefined
  /** The provider is asked by letter, and the office has posted none. */
  readonly unposted: boolean
}

async function take(deps: ConfirmationsDeps, tx: Tx, taking: Taking): Promise<void> {
  const { step, request, contact, service, town, at } = taking
  if (step === 'second' && contact?.postal) await askByLetter(deps, tx, { request, town, again: true, at })
  const to = step === 'second' ? contact?.email : step === 'deputy' ? contact?.deputy : undefined
  if (to) {
    const expiresAt = at.add({ hours: 24 * linkDays })
    await extendRequest(tx, request.id, expiresAt)
    const asking = { request: { ...request, expiresAt }, service, town, again: true }
    await sendAsking(deps, tx, to, speak(deps, request.language), asking)
  }
  if (step === 'office') await tell(deps, tx, taking, { told: step, people: await officers(deps, tx, town) })
  if (taking.helpers) await tell(deps, tx, taking, taking.helpers)
}

const officers = async (deps: ConfirmationsDeps, tx: Tx, { id }: Town): Promise<Helper[]> =>
  (await deps.officersOf(tx, id)).map((person) => ({ person, association: undefined }))

async function tell(
  deps: ConfirmationsDeps,
  tx: Tx,
  { step, request, contact, service, town, unposted }: Taking,
  { told, people }: { readonly told: 'office' | Told; readonly people: readonly Helper[] },
): Promise<void> {
  const why = unposted ? 'unposted' : isUnreachable(contact) ? 'unreachable' : 'unanswered'
  for (const { person, association } of people) {
    await deps.notify(tx, {
      person,
      kind: 'confirmations',
      key: `unanswered ${step} ${request.id}`,
      compose: (translator) => {
        const name = textIn(service.name, [translator.language, ...town.languages]) ?? ''
        const facts = { town, service: { id: service.id, name }, askedAt: request.askedAt }
        return unansweredNotice(translator, { told, association }, { ...facts, why })
      },
    })
  }
}
