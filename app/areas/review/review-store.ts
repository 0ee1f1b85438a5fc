/** Counts over the whole network for a moment; everything is added up by the database. */
import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import {
  type ArticleCell,
  beginningOf,
  type ChecklistCell,
  type IndicatorSum,
  type KindNeed,
  type MeasureCell,
} from './review-rules.ts'

/** At whose beginning is counted; undefined: now. */
export type Day = Temporal.PlainDate | undefined

/** Rows that were true before the day began. */
function trueAt(day: Day): RawBuilder<boolean> {
  if (!day) return sql`until is null`
  const at = beginningOf(day).toString()
  return sql`since < ${at}::timestamptz and (until is null or until >= ${at}::timestamptz)`
}

interface CountedMeasures {
  readonly measures: readonly MeasureCell[]
  readonly articles: readonly ArticleCell[]
}

/** Rows of changes that count. @param before the first day whose changes do not; undefined: all do. */
const changedBefore = (before: Day): RawBuilder<boolean> =>
  before === undefined ? sql`true` : sql`day < ${before.toString()}::date`

/**
 * Changes of measures before a day began: by month what is kept so, and what came or went since its month began, from the
 * rows that say where measures stood.
 */
function measureChanges(before: Day): RawBuilder<unknown> {
  const kept = sql`select country, section, state, article, measures from published.measure_change`
  if (before === undefined) return kept
  const month = before.with({ day: 1 })
  const byMonth = sql`${kept} where month < ${month.toString()}::date`
  if (before.equals(month)) return byMonth
  const [from, to] = [beginningOf(month).toString(), beginningOf(before).toString()]
  return sql`${byMonth} union all
    select counted.country, section, state, counted.article, step from (
      select country, section, state, articles, 1 as step from published.measure_state
      where since >= ${from}::timestamptz and since < ${to}::timestamptz
      union all
      select country, section, state, articles, -1 from published.measure_state
      where until >= ${from}::timestamptz and until < ${to}::timestamptz) each
    cross join lateral (select each.country, 0::smallint as article union all select '', unnest(each.articles)) counted`
}

export async function countMeasures(db: ReadDb, before: Day): Promise<CountedMeasures> {
  const { rows } = await sql<ArticleCell>`
    select section, state, article, sum(measures)::integer as measures from (${measureChanges(before)}) changed
    group by section, state, article having sum(measures) > 0`.execute(db)
  return {
    measures: rows.filter(({ article }) => article === 0).map(({ article: _, ...cell }) => cell),
    articles: rows.filter(({ article }) => article > 0),
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
export async function countCountries(db: ReadDb, before: Day): Promise<CountryCount[]> {
  const { rows } = await sql<CountryCount>`
    select country, coalesce(towns, 0) as towns, coalesce(measures, 0) as measures
    from (select country, sum(towns)::integer as towns from published.town_change
      where indicator = '' and ${changedBefore(before)} group by country having sum(towns) > 0) carrier
    full join (select country, sum(measures)::integer as measures from (${measureChanges(before)}) changed
      where article = 0 group by country having sum(measures) > 0) measure using (country)
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

export async function countPlans(db: ReadDb, before: Day, day: Temporal.PlainDate): Promise<PlanCounts> {
  const { rows } = await sql<{ plans: number; under_way: number; first: Date | null }>`
    select count(*)::integer as plans, (count(*) filter (
        where starts <= ${day.toString()}::date and ends >= ${day.toString()}::date))::integer as under_way,
      (select min(since) from published.plan_carrier) as first
    from (select plan, min(starts) as starts, min(ends) as ends from published.plan_carrier
      where ${trueAt(before)} group by plan) each`.execute(db)
  const [row] = rows
  const first = row?.first ? Temporal.Instant.fromEpochMilliseconds(row.first.getTime()) : undefined
  return { plans: row?.plans ?? 0, underWay: row?.under_way ?? 0, first }
}

/** @param indicators ids of those that can be summed. */
export async function sumIndicators(db: ReadDb, before: Day, indicators: readonly string[]): Promise<IndicatorSum[]> {
  if (indicators.length === 0) return []
  const { rows } = await sql<IndicatorSum>`
    select indicator, coalesce(sum, 0)::float8 as sum, towns
    from (select indicator, sum(towns)::integer as towns from published.town_change
      where indicator = any(${indicators}::text[]) and ${changedBefore(before)}
      group by indicator having sum(towns) > 0) counted
    left join (select indicator, sum(value) as sum from published.indicator_change
      where ${changedBefore(before)} group by indicator) summed using (indicator)`.execute(db)
  return rows
}

export async function countChecklist(db: ReadDb, before: Day): Promise<ChecklistCell[]> {
  const { rows } = await sql<ChecklistCell>`
    select kind, status, sum(towns)::integer as towns from published.checklist_change
    where ${changedBefore(before)} group by kind, status having sum(towns) > 0`.execute(db)
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
