/** How long rows are kept: every table of the database stands in a rule or under "nothing personal", with the reason. */

/** Rows go `days` after a moment. */
export interface End {
  /** SQL over the columns of the table; null where the time has not begun. */
  readonly since: string
  readonly days: number
}

export interface RetentionRule {
  /** `schema.table`; `files/…` for a folder. */
  readonly table: string
  /** What of whom. */
  readonly holds: string
  /** How long, in words: the documentation says the same. */
  readonly keeps: string
  readonly why: string
  /** By the nightly job. Empty: something else ends the rows, as `keeps` says. */
  readonly ends: readonly End[]
}

export interface NothingPersonal {
  readonly table: string
  readonly reason: string
}

/** What an area says about its tables. */
export interface Retention {
  readonly rules: readonly RetentionRule[]
  readonly nothingPersonal: readonly NothingPersonal[]
}
