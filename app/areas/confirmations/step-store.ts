/** Which steps were taken about a request that nobody has answered. */
import type { Db } from '../../platform/db/tables.ts'
import { type Step, type Told, unansweredSteps } from './step-rules.ts'

export interface TakenStep {
  readonly step: Step
  readonly at: Temporal.Instant
  /** Who was asked to help; of the step `association` alone. */
  readonly told?: Told | undefined
}

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

/** First ones first. */
export async function stepsOf(db: Db, request: string): Promise<TakenStep[]> {
  return (await stepsOfEach(db, [request])).get(request) ?? []
}

/** The same of several requests, by request; one without a step is left out. */
export async function stepsOfEach(db: Db, requests: readonly string[]): Promise<ReadonlyMap<string, TakenStep[]>> {
  if (requests.length === 0) return new Map()
  const rows = await db
    .selectFrom('office.confirmation_step')
    .select(['request', 'step', 'at', 'told'])
    .where('request', 'in', requests)
    .orderBy('at')
    .execute()
  const known = rows.flatMap(({ request, step: name, at, told }) => {
    const step = unansweredSteps.find((one) => one.step === name)?.step
    return step ? [{ request, taken: { step, at: instant(at), ...(told ? { told } : {}) } }] : []
  })
  return new Map(
    [...Map.groupBy(known, ({ request }) => request)].map(([request, own]) => [request, own.map(({ taken }) => taken)]),
  )
}

/** @returns false where it was taken before. */
export async function insertStep(tx: Db, request: string, { step, at, told }: TakenStep): Promise<boolean> {
  const row = await tx
    .insertInto('office.confirmation_step')
    .values({ request, step, at: new Date(at.epochMilliseconds), told: told ?? null })
    .onConflict((conflict) => conflict.columns(['request', 'step']).doNothing())
    .returning('request')
    .executeTakeFirst()
  return row !== undefined
}

/** Ids of open requests, in order, beginning after one. */
export async function openRequests(db: Db, after: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('office.confirmation_request')
    .select('id')
    .where('closed_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** An open request that has reached nobody's list yet. */
export interface Waiting {
  readonly service: string
  readonly askedAt: Temporal.Instant
  readonly letters: readonly {
    readonly again: boolean
    readonly dueAt: Temporal.Instant
    readonly postedAt: Temporal.Instant | undefined
  }[]
}

/** Those of a town, before the office is asked to telephone. */
export async function waitingRequests(db: Db, authority: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('office.confirmation_request as request')
    .leftJoin('office.confirmation_letter as letter', 'letter.request', 'request.id')
    .select(['request.service', 'request.asked_at', 'letter.again', 'letter.due_at', 'letter.posted_at'])
    .where('request.authority', '=', authority)
    .where('request.closed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('office.confirmation_step as step')
            .select('step.request')
            .whereRef('step.request', '=', 'request.id')
            .where('step.step', 'in', ['office', 'association']),
        ),
      ),
    )
    .execute()
  return [...Map.groupBy(rows, ({ service }) => service)].flatMap(([service, own]) =>
    own.slice(0, 1).map(({ asked_at }) => ({
      service,
      askedAt: instant(asked_at),
      letters: own.flatMap(({ again, due_at, posted_at }) =>
        again === null || due_at === null
          ? []
          : [{ again, dueAt: instant(due_at), postedAt: posted_at ? instant(posted_at) : undefined }],
      ),
    })),
  )
}
