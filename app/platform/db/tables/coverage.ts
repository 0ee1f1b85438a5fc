import type { ColumnType } from 'kysely'

export interface StandingTable {
  authority: string
  first_published_at: Date
  /** Of the first version that had an answer or a service. */
  first_answered_at: Date | null
  answers: number
  core_answered: number
  core: number
  services: number
  services_fresh: number
  /** ISO. */
  next_due: ColumnType<unknown, string | null, string | null>
}

export interface StandingDueTable {
  authority: string
}

export interface InvitedAuthorityTable {
  authority: string
  first_at: Date
  last_at: Date
}

/** A view. */
export interface StaffedAuthorityTable {
  authority: string
  since: Date
}

export interface SilentAsideTable {
  association: string
  authority: string
  until: Date
}

export interface CoverageMonthTable {
  association: string
  area: string | null
  /** Its first moment in UTC. */
  month: Date
  /** ISO. */
  counted_on: ColumnType<unknown, string, string>
  counts: ColumnType<unknown, string, string>
}

export interface CoverageTables {
  'office.standing': StandingTable
  'office.standing_due': StandingDueTable
  'office.invited_authority': InvitedAuthorityTable
  'office.staffed_authority': StaffedAuthorityTable
  'office.silent_aside': SilentAsideTable
  'office.coverage_month': CoverageMonthTable
}
