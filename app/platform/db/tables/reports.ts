/** Progress reports. */
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type Day = ColumnType<string, string, string>
type DayOrNull = ColumnType<string | null, string | null, string | null>

export interface ReportCycleTable {
  number: number
  opens: Day
  due: Day
  meeting_on: DayOrNull
  demonstration: Generated<boolean>
  revision: Generated<number>
}

export interface ReportTable {
  id: string
  authority: string
  plan: string
  cycle: number
  form: string
  language: string
  answers: ColumnType<unknown, string | undefined, string>
  looked: ColumnType<string[], string[] | undefined, string[]>
  sheet: ColumnType<unknown, string | null | undefined, string | null>
  revision: Generated<number>
  opened_at: Date
  submitted_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  changed_at: Date
  changed_by: string | null
}

export interface ReportSilenceTable {
  authority: string
  since: Date
}

export interface PublishedReportTable {
  id: string
  authority: string
  country: string
  cycle: number
  version: number
  given_at: Date
  changed_at: Date
}

export interface ReportVersionTable {
  report: string
  version: number
  document: Json
  sha256: string
  published_at: Date
}

export interface ReportReviewTable {
  id: string
  report: string
  reviewer: string
  countries: string[]
  assigned_at: Date
  assigned_by: string | null
  strong: Generated<string>
  ask: Generated<string>
  helped: Generated<string>
  reviewer_agrees: Generated<boolean>
  given_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  answer: Generated<string>
  town_agrees: Generated<boolean>
  answered_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  answered_by: ColumnType<string | null, string | null | undefined, string | null>
  revision: Generated<number>
}

export interface ReportFeedbackTable {
  review: string
  report: string
  strong: string
  ask: string
  helped: string
  answer: string
  country: string
  published_at: Date
}

/** What the public side reads. */
export interface PublicReportsTables {
  'published.report_cycle': ReportCycleTable
  'published.report': PublishedReportTable
  'published.report_version': ReportVersionTable
  'published.report_feedback': ReportFeedbackTable
}

export interface ReportsTables {
  'office.report': ReportTable
  'office.report_silence': ReportSilenceTable
  'office.report_review': ReportReviewTable
}
