/** Counts over the whole network for a moment; everything is added up by the database. */
import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { ArticleCell, ChecklistCell, IndicatorSum, KindNeed, MeasureCell } from './review-rules.ts'

/** Undefined: now. */
export type Moment = Temporal.Instant | undefined

/** Rows that were true at the moment. */
function trueAt(on: Moment): RawBuilder<boolean> {
  if (!on) return sql`until is null`
  const at = on.toString()
  return sql`since <= ${at}::timestamptz and (until is null or until > ${at}::timestamptz)`
}

interface CountedMeasures {
  readonly measures: readonly MeasureCell[]
  readonly articles: readonly ArticleCell[]
}

/** Measures that name the same articles are counted together first: one pass over all, whatever is asked of them. */
export async function countMeasures(db: ReadDb, on: Moment): Promise<CountedMeasures> {
  const { rows } = await sql<MeasureCell & { readonly article: number | null }>`
    with alike as materialized (
      select section, state, articles, count(*)::integer as measures from published.measure_state
      where ${trueAt(on)} group by section, state, articles)
    select section, state, null::smallint as article, sum(measures)::integer as measures from alike group by 1, 2
    union all
    select section, state, article, sum(measures)::integer from alike, unnest(articles) article group by 1, 2, 3`.execute(
    db,
  )
  const cells = rows.map(({ section, state, measures, article }) => ({ section, state, measures, article }))
  return {
    measures: cells.filter((one) => one.article === null).map(({ article: _, ...cell }) => cell),
    articles: cells.flatMap(({ article, ...cell }) => (article === null ? [] : [{ ...cell, article }])),
  }
}

export interface CountryCount {
  /** Upper case. */
  readonly country: string
  /** With a published plan. */
  readonly towns: number
  readonly measures: number
}

/** Countries with a plan. */
export async function countCountries(db: ReadDb, on: Moment): Promise<CountryCount[]> {
  const { rows } = await sql<CountryCount>`
    select country, coalesce(towns, 0) as towns, coalesce(measures, 0) as measures
    from (select country, count(distinct authority)::integer as towns from published.plan_carrier
      where ${trueAt(on)} group by country) carrier
    full join (select country, count(*)::integer as measures from published.measure_state
      where ${trueAt(on)} group by country) measure using (country)
    order by country`.execute(db)
  return rows
}

export interface PlanCounts {
  readonly plans: number
  /** Plans whose period the day lies in. */
  readonly underWay: number
  /** The first moment at which a plan was public; undefined: none was. */
  readonly first: Temporal.Instant | undefined
}

export async function countPlans(db: ReadDb, on: Moment, day: Temporal.PlainDate): Promise<PlanCounts> {
  const { rows } = await sql<{ plans: number; under_way: number; first: Date | null }>`
    select count(distinct plan) filter (where ${trueAt(on)})::integer as plans,
      count(distinct plan) filter (where ${trueAt(on)} and starts <= ${day.toString()}::date
        and ends >= ${day.toString()}::date)::integer as under_way,
      min(since) as first
    from published.plan_carrier`.execute(db)
  const [row] = rows
  const first = row?.first ? Temporal.Instant.fromEpochMilliseconds(row.first.getTime()) : undefined
  return { plans: row?.plans ?? 0, underWay: row?.under_way ?? 0, first }
}

/** @param indicators ids of those that can be summed. */
export async function sumIndicators(db: ReadDb, on: Moment, indicators: readonly string[]): Promise<IndicatorSum[]> {
  if (indicators.length === 0) return []
  const { rows } = await sql<IndicatorSum>`
    with each as materialized (
      select indicator, plan, sum(value) as value from published.indicator_value
      where ${trueAt(on)} and indicator = any(${indicators}::text[]) group by indicator, plan)
    select indicator, sum::float8 as sum, towns
    from (select indicator, sum(value) as sum from each group by indicator) summed
    join (select indicator, count(distinct authority)::integer as towns
      from each join (select plan, authority from published.plan_carrier where ${trueAt(on)}) carrier using (plan)
      group by indicator) counted using (indicator)`.execute(db)
  return rows
}

/** @param before the first month whose changes do not count; undefined: all do. */
export async function countChecklist(db: ReadDb, before: Temporal.PlainDate | undefined): Promise<ChecklistCell[]> {
  const counted = before === undefined ? sql`true` : sql`month < ${before.toString()}::date`
  const { rows } = await sql<ChecklistCell>`
    select kind, status, sum(towns)::integer as towns from published.checklist_change
    where ${counted} group by kind, status having sum(towns) > 0`.execute(db)
  return rows
}

export async function readNeedMonths(
  db: ReadDb,
  { from, before }: { readonly from: Temporal.PlainDate; readonly before: Temporal.PlainDate },
): Promise<KindNeed[]> {
  const { rows } = await sql<KindNeed>`
    select kind, sum(searches)::integer as searches from published.need_month
    where month >= ${from.toString()}::date and month < ${before.toString()}::date group by kind`.execute(db)
  return rows
}

/** Whether there is something to count and all of it belongs to invented towns. */
export async function allInvented(db: ReadDb): Promise<boolean> {
  const { rows } = await sql<{ real: boolean; invented: boolean }>`
    with counted as (
      select authority from published.current_snapshot union all select authority from published.plan_carrier)
    select exists (select from counted join published.authority on id = authority where not demonstration) as real,
      exists (select from counted) as invented`.execute(db)
  return rows[0]?.invented === true && !rows[0].real
}
