/** Which steps were taken about a request that nobody has answered. */
import { sql } from 'kysely'
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
  const rows = await db
    .selectFrom('office.confirmation_step')
    .select(['step', 'at', 'told'])
    .where('request', '=', request)
    .orderBy('at')
    .execute()
  return rows.flatMap(({ step, at, told }) => {
    const known = unansweredSteps.find((one) => one.step === step)
    return known ? [{ step: known.step, at: instant(at), ...(told ? { told } : {}) }] : []
  })
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

export interface Unanswered {
  readonly authority: string
  /** The one that waits longest. */
  readonly service: string
  readonly count: number
  /** Of all that wait. */
  readonly kinds: readonly string[]
}

/** Whose list they stand on: towns, associations, or the secretariat. */
export type UnansweredOf =
  | { readonly step: 'office'; readonly towns: readonly string[] }
  | { readonly step: 'association'; readonly associations: readonly string[] }
  | { readonly step: 'secretariat' }

/**
 * Services about which a step was taken and which nobody has checked since, by town; for the secretariat those of which it
 * was told. They stay on the list while their provider is asked anew.
 */
export async function unansweredAt(db: Db, of: UnansweredOf): Promise<Unanswered[]> {
  const within = withinOf(of)
  if (!within) return []
  const { rows } = await sql<Unanswered>`
    select request.authority, count(distinct request.service)::int as count,
      (array_agg(request.service order by request.asked_at, request.service))[1] as service,
      array_agg(distinct kind) as kinds
    from office.confirmation_request request
    join office.confirmation_step step on step.request = request.id
      and step.step = ${of.step === 'office' ? 'office' : 'association'}
    join published.service published on published.id = request.service
    cross join lateral unnest(published.kinds) kind
    where ${stillUnanswered} and ${within}
    group by request.authority order by request.authority`.execute(db)
  return rows
}

/** Open, or ended without an answer with nothing but the same after it. */
const stillUnanswered = sql`(request.closed_at is null or request.outcome = 'unanswered'
  and exists (select from office.confirmation_request newer
    where newer.service = request.service and newer.authority = request.authority and newer.closed_at is null)
  and not exists (select from office.confirmation_request newer
    where newer.service = request.service and newer.asked_at > request.asked_at
      and newer.outcome is distinct from 'unanswered' and newer.closed_at is not null))`

function withinOf(of: UnansweredOf) {
  if (of.step === 'secretariat') return sql`step.told = 'secretariat'`
  if (of.step === 'office') return of.towns.length > 0 && sql`request.authority in (${sql.join(of.towns)})`
  return (
    of.associations.length > 0 &&
    sql`request.authority in (
      select authority from published.association_member where association in (${sql.join(of.associations)}))`
  )
}
