/** Providers who have not answered: counted for My work, one by one for whoever can help. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Service } from '../checklist/index.ts'
import type { AskedFacts } from './present-asked.ts'

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
  const silent = silentOf(of)
  if (!silent) return []
  const { rows } = await sql<Unanswered>`
    select waiting.authority, count(distinct waiting.service)::int as count, array_agg(distinct kind) as kinds,
      (array_agg(waiting.service order by waiting.asked_at, waiting.service))[1] as service
    from (select request.authority, request.service, request.asked_at, published.kinds ${silent}) waiting
    cross join lateral unnest(waiting.kinds) kind
    group by waiting.authority order by waiting.authority`.execute(db)
  return rows
}

export interface SilentProvider extends Pick<AskedFacts, 'request'> {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly name: Service['name']
  /** When the round began that runs since, where one does. */
  readonly anewAt: Temporal.Instant | undefined
}

/** The same one by one, with the newest round of each in which the step was taken; who waits longest comes first. */
export async function silentProviders(
  db: Db,
  of: UnansweredOf,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<{ readonly total: number; readonly providers: readonly SilentProvider[] }> {
  const silent = silentOf(of)
  if (!silent) return { total: 0, providers: [] }
  const { rows } = await sql<Row>`
    with silent as (
      select distinct on (request.service) request.id, request.authority, request.service, request.asked_at,
        request.closed_at, request.outcome, published.facts -> 'name' as name
      ${silent} order by request.service, request.asked_at desc)
    select silent.*, count(*) over ()::int as total, (
      select max(newer.asked_at) from office.confirmation_request newer
      where newer.service = silent.service and newer.closed_at is null and newer.id <> silent.id) as anew
    from silent order by asked_at, service limit ${most} offset ${from}`.execute(db)
  return { total: rows[0]?.total ?? 0, providers: rows.map(providerOf) }
}

interface Row {
  id: string
  authority: string
  service: string
  name: Service['name']
  asked_at: Date
  closed_at: Date | null
  outcome: 'unanswered' | null
  anew: Date | null
  total: number
}

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

const providerOf = ({ id, authority, service, name, ...row }: Row): SilentProvider => ({
  ...{ id, authority, service, name },
  request: {
    askedAt: instant(row.asked_at),
    closedAt: row.closed_at ? instant(row.closed_at) : undefined,
    outcome: row.outcome ?? undefined,
  },
  anewAt: row.anew ? instant(row.anew) : undefined,
})

/** Tables and conditions of both; undefined where nobody is asked for. */
function silentOf(of: UnansweredOf) {
  const within = withinOf(of)
  return (
    within &&
    sql`from office.confirmation_request request
    join office.confirmation_step step on step.request = request.id
      and step.step = ${of.step === 'office' ? 'office' : 'association'}
    join published.service published on published.id = request.service
    where ${stillUnanswered} and ${within}`
  )
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
  if (of.step === 'office') {
    return of.towns.length > 0 ? sql`request.authority in (${sql.join(of.towns)})` : undefined
  }
  return of.associations.length > 0
    ? sql`request.authority in (
        select authority from published.association_member where association in (${sql.join(of.associations)}))`
    : undefined
}
