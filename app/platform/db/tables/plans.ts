import type { ColumnType, Generated } from 'kysely'

/** `YYYY-MM-DD` when written; read as text. */
type Day = ColumnType<unknown, string, string>
type Json = ColumnType<unknown, string, string>

export interface PlanTable {
  id: string
  authority: string
  facts: Json
  revision: Generated<number>
  stamp: Generated<number>
  begun_at: Date
  changed_at: Date
  changed_by: string | null
  asked_at: Date | null
  asked_by: string | null
  asked_stamp: number | null
  answer: Generated<string>
}

export interface MeasureTable {
  id: string
  plan: string
  facts: Json
  revision: Generated<number>
  begun_at: Date
  changed_at: Date
  changed_by: string | null
}

export interface PlanPartnerTable {
  plan: string
  authority: string
  asked_at: Date
  asked_by: string | null
  agreed_at: Date | null
  agreed_by: string | null
}

export interface PublishedPlanTable {
  id: string
  authority: string
  country: string
  version: number
  starts: Day
  ends: Day
  published_at: Date
}

export interface PlanVersionTable {
  plan: string
  version: number
  document: Json
  sha256: string
  published_at: Date
}

export interface PlanAuthorityTable {
  plan: string
  authority: string
}

export interface MeasureStateTable {
  measure: string
  plan: string
  country: string
  section: string
  state: string
  articles: number[]
  kinds: string[]
  since: Date
  until: Date | null
}

export interface IndicatorValueTable {
  measure: string
  indicator: string
  plan: string
  country: string
  value: ColumnType<string, number, number>
  since: Date
  until: Date | null
}

export interface SharedMeasureTable {
  measure: string
  plan: string
  authority: string
  section: string
  articles: number[]
  kinds: string[]
  language: string
  title: string
  what: string
  shared_at: Date
}

/** What the public side reads. */
export interface PublicPlansTables {
  'published.plan': PublishedPlanTable
  'published.plan_version': PlanVersionTable
  'published.plan_authority': PlanAuthorityTable
  'published.measure_state': MeasureStateTable
  'published.indicator_value': IndicatorValueTable
  'published.shared_measure': SharedMeasureTable
}

export interface PlansTables {
  'office.plan': PlanTable
  'office.measure': MeasureTable
  'office.plan_partner': PlanPartnerTable
}
