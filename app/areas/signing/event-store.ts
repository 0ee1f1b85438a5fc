/** What has become of an application, in order; and who of the secretariat agrees. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { ReturnReason } from './decision-rules.ts'

/** `agreed` stands there once it is signed: until then the second person sees nothing of the first. */
export const eventSteps = [
  'begun',
  'invited',
  'ready',
  'submitted',
  'taken-back',
  'returned',
  'proved',
  'agreed',
  'signed',
  'moved',
] as const
export type EventStep = (typeof eventSteps)[number]

export interface Event {
  readonly at: Temporal.Instant
  readonly step: EventStep
  readonly person: string | null
  readonly reasons: readonly string[]
  readonly words: string
  readonly promisedDays: number | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const isStep = (text: string): text is EventStep => eventSteps.some((one) => one === text)

export interface NewEvent {
  readonly step: EventStep
  readonly person: string | null
  readonly at: Temporal.Instant
  readonly reasons?: readonly ReturnReason[]
  readonly words?: string
  readonly promisedDays?: number
}

export async function insertEvent(tx: Tx, application: string, event: NewEvent): Promise<void> {
  const { step, person, at, reasons = [], words = '', promisedDays = null } = event
  await tx
    .insertInto('office.pact_event')
    .values({ application, step, person, at: date(at), reasons: [...reasons], words, promised_days: promisedDays })
    .execute()
}

/** The oldest first. */
export async function eventsOf(db: Db, application: string): Promise<Event[]> {
  const rows = await db
    .selectFrom('office.pact_event')
    .select(['at', 'step', 'person', 'reasons', 'words', 'promised_days'])
    .where('application', '=', application)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ at, step, promised_days, ...row }) =>
    isStep(step) ? [{ ...row, step, at: instant(at), promisedDays: promised_days }] : [],
  )
}

/** Why it was returned last; what another body was told before it moved is not said to its successor. */
export const lastReturn = (events: readonly Event[]): Event | undefined =>
  events.slice(events.findLastIndex(({ step }) => step === 'moved') + 1).findLast(({ step }) => step === 'returned')

export interface Agreed {
  readonly person: string
  readonly at: Temporal.Instant
}

export async function agreementsOf(db: Db, caseId: string): Promise<Agreed[]> {
  const rows = await db
    .selectFrom('office.pact_agreement')
    .select(['person', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute()
  return rows.map(({ person, at }) => ({ person, at: instant(at) }))
}

export async function insertAgreement(tx: Tx, caseId: string, { person, at }: Agreed): Promise<void> {
  await tx
    .insertInto('office.pact_agreement')
    .values({ case_id: caseId, person, at: date(at) })
    .execute()
}

export async function deleteAgreement(tx: Tx, caseId: string, person: string): Promise<void> {
  await tx.deleteFrom('office.pact_agreement').where('case_id', '=', caseId).where('person', '=', person).execute()
}

/** It was returned, taken back or signed: nobody agrees to it any longer. */
export async function deleteAgreements(tx: Tx, caseId: string): Promise<void> {
  await tx.deleteFrom('office.pact_agreement').where('case_id', '=', caseId).execute()
}
