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
import { askedTogether, extendRequest, findRequest, type Request, settleRequest } from './request-store.ts'
import { type AskedService, sendAsking } from './send-asking.ts'
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
      taken += await db.transaction().execute((tx) => followOne(deps, tx, id, now))
    }
    const last = requests.at(-1)
    if (last === undefined) return taken
    after = last
  }
}

/** @returns how many steps were taken: of what is asked in one mail each has its own. */
export async function followOne(deps: ConfirmationsDeps, tx: Tx, id: string, at: Temporal.Instant): Promise<number> {
  const found = await findRequest(tx, id)
  if (!found) return 0
  await lockTown(tx, found.authority)
  const waiting = await waitingAt(tx, id, at)
  if (!waiting) return 0
  const { step, request } = waiting
  if (!step) {
    if (await isEnded(deps, tx, waiting, at)) await settleRequest(tx, id, 'unanswered', at)
    return 0
  }
  const helpers = step === 'association' ? await deps.helpersOf(tx, request.authority) : undefined
  // Told is who hears of it: as long as there is nobody, it is tried again.
  if (helpers?.people.length === 0) return 0
  if (!(await insertStep(tx, id, { step, at, told: helpers?.told }))) return 0
  const town = await deps.townOf(tx, request.authority)
  return take(deps, tx, { ...waiting, step, town, at, helpers })
}

interface Waiting {
  readonly request: Request
  readonly contact: ProviderContact | undefined
  readonly service: Service
  readonly letters: readonly Letter[]
  /** Those taken. */
  readonly steps: readonly Step[]
  /** The one to be taken now. */
  readonly step: Step | undefined
}

/** Undefined where nobody waits any more, or the service is on no page. */
async function waitingAt(tx: Tx, id: string, at: Temporal.Instant): Promise<Waiting | undefined> {
  const request = await findRequest(tx, id)
  if (!request || request.outcome) return undefined
  const service = await readPublishedService(tx, request.authority, request.service)
  if (!service) return undefined
  const contact = await readContact(tx, request.service)
  const steps = (await stepsOf(tx, id)).map(({ step }) => step)
  const letters = await lettersOf(tx, id)
  return { request, contact, service, letters, steps, step: nextStep(request, letters, steps, contact, at) }
}

/** By the clock of the service, as if it had been checked on the day on which its provider was asked. */
async function isEnded(deps: ConfirmationsDeps, tx: Tx, waiting: Waiting, at: Temporal.Instant): Promise<boolean> {
  const { request, service, letters, steps } = waiting
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

interface Taking extends Waiting {
  readonly step: Step
  readonly town: Town
  readonly at: Temporal.Instant
  /** Of the step `association`. */
  readonly helpers: Helpers | undefined
}

/** @returns how many requests had it. */
async function take(deps: ConfirmationsDeps, tx: Tx, taking: Taking): Promise<number> {
  const { step, request, contact, town, at } = taking
  if (step === 'second' && contact?.postal) await askByLetter(deps, tx, { request, town, again: true, at })
  const to = addressOf(step, contact)
  if (to) return askAgain(deps, tx, taking, to)
  if (step === 'office') await tell(deps, tx, taking, { told: step, people: await officers(deps, tx, town) })
  if (taking.helpers) await tell(deps, tx, taking, taking.helpers)
  return 1
}

const addressOf = (step: Step, contact: ProviderContact | undefined): string | null | undefined =>
  step === 'second' ? contact?.email : step === 'deputy' ? contact?.deputy : undefined

/** In one mail with everything that was first asked together, and of which nobody has answered either. */
async function askAgain(deps: ConfirmationsDeps, tx: Tx, taking: Taking, to: string): Promise<number> {
  const { request, step, town, at } = taking
  const expiresAt = at.add({ hours: 24 * linkDays })
  const asked: AskedService[] = []
  for (const id of await askedTogether(tx, request, to)) {
    const waiting = id === request.id ? taking : await waitingAt(tx, id, at)
    if (!waiting || waiting.step !== step || addressOf(step, waiting.contact) !== to) continue
    if (waiting !== taking && !(await insertStep(tx, id, { step, at }))) continue
    await extendRequest(tx, id, expiresAt)
    asked.push({ request: { ...waiting.request, expiresAt }, service: waiting.service })
  }
  await sendAsking(deps, tx, to, speak(deps, request.language), { town, again: true, asked })
  return asked.length
}

const officers = async (deps: ConfirmationsDeps, tx: Tx, { id }: Town): Promise<Helper[]> =>
  (await deps.officersOf(tx, id)).map((person) => ({ person, association: undefined }))

async function tell(
  deps: ConfirmationsDeps,
  tx: Tx,
  { step, request, contact, service, town, letters }: Taking,
  { told, people }: { readonly told: 'office' | Told; readonly people: readonly Helper[] },
): Promise<void> {
  const why = isUnposted(letters) ? 'unposted' : isUnreachable(contact) ? 'unreachable' : 'unanswered'
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
