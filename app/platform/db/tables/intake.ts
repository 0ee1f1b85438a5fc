/** What people without an account have sent. */
export interface JoinRequestIntakeTable {
  id: string
  authority: string
  email: string
  name: string
  post: string
  language: string
  sent_at: Date
}

export interface ErrorReportIntakeTable {
  id: string
  service: string
  reason: string
  sent_at: Date
}

/** One search; written as a date, never read but by SQL. */
export interface UnmetNeedIntakeTable {
  authority: string
  kind: string
  /** ISO date, first day of a month. */
  month: string
}

/** A resource of the toolkit that was wanted or taken; written as a date, never read but by SQL. */
export interface ResourceCountIntakeTable {
  resource: string
  language: string
  what: 'wanted' | 'taken'
  /** ISO date, first day of a month. */
  month: string
}

export interface IntakeTables {
  'intake.join_request': JoinRequestIntakeTable
  'intake.error_report': ErrorReportIntakeTable
  'intake.unmet_need': UnmetNeedIntakeTable
  'intake.resource_count': ResourceCountIntakeTable
}
