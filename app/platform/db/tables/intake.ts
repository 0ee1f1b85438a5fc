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

export interface IntakeTables {
  'intake.join_request': JoinRequestIntakeTable
  'intake.error_report': ErrorReportIntakeTable
}
