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
  since: Date
  until: Date | null
}

export interface ChecklistChangeTable {
  /** First day of the month. */
  month: Day
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
  'published.checklist_change': ChecklistChangeTable
  'published.need_month': NeedMonthTable
}
