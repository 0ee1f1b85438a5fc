import type { ColumnType } from 'kysely'

/** ISO date. */
type Day = ColumnType<unknown, string, string>

export interface PlanCarrierTable {
  plan: string
  version: number
  authority: string
  country: string
  starts: Day
  ends: Day
  indicators: string[]
  since: Date
  until: Date | null
}

export interface TownChangeTable {
  day: Day
  /** Empty where an indicator is named. */
  country: string
  /** Empty: towns with a plan. */
  indicator: string
  towns: number
}

export interface MeasureChangeTable {
  /** First day of the month. */
  month: Day
  /** Empty where an article is named. */
  country: string
  section: string
  state: string
  /** 0: each measure once. */
  article: number
  measures: number
}

export interface IndicatorChangeTable {
  day: Day
  indicator: string
  value: ColumnType<string, number, number>
}

export interface ChecklistChangeTable {
  day: Day
  /** Empty: towns with a public page. */
  kind: string
  status: string
  towns: number
}

export interface NeedMonthTable {
  /** First day of the month. */
  month: Day
  kind: string
  searches: number
}

/** What the public side reads. */
export interface PublicReviewTables {
  'published.plan_carrier': PlanCarrierTable
  'published.town_change': TownChangeTable
  'published.measure_change': MeasureChangeTable
  'published.indicator_change': IndicatorChangeTable
  'published.checklist_change': ChecklistChangeTable
  'published.need_month': NeedMonthTable
}
