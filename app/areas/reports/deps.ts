import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { PersonsAct, PlansDeps, PlanTown } from '../plans/index.ts'
import type { Reviewer } from './feedback/reviewer-rules.ts'
import type { ChecklistCounts } from './schema.ts'
import type { WordChecks } from './word-rules.ts'

export type { PersonsAct, PlanTown }

/** An event as a report knows it. */
export interface DoneEvent {
  readonly title: string
  /** Code of the language. */
  readonly language: string
  readonly day: string
  /** Null: not said. */
  readonly people: number | null
}

/** What the use cases and the nightly job need. */
export interface ReportsDeps extends PlansDeps, WordChecks {
  /** What the checklist of a town says today; null where it has published nothing. */
  countChecklist(db: Db, authority: string): Promise<ChecklistCounts | null>
  /** What a town has done around 18 November; days are `YYYY-MM-DD`, both included. */
  readEvents(db: Db, authority: string, from: string, to: string): Promise<readonly DoneEvent[]>
  /** Undefined for somebody who is no reviewer, or no longer here. */
  readReviewer(db: Db, person: string): Promise<(Reviewer & { readonly name: string }) | undefined>
}

/** What the pages of the office need, beside. */
export interface ReportsOfficeDeps extends ReportsDeps {
  readonly instanceName: string
  readonly i18n: I18n
  /** The ISO date of what somebody typed, or null. */
  parseDate(text: string): string | null
  /** Ids of everybody who answers reports. */
  reviewers(): Promise<readonly string[]>
  /** @param country upper case. @param tag BCP 47. */
  countryName(country: string, tag: string): string
}

/** Today at a place, `YYYY-MM-DD`. */
export const todayAt = (at: Temporal.Instant, timeZone = 'UTC'): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** A town as it calls itself in a language, where it has said. */
export const nameOf = (
  { names, name }: Pick<PlanTown, 'name' | 'names'>,
  { language }: { readonly language: string },
) => names[language] ?? name

/** How markup names the language of a measure's own; undefined: it is the plan's. @param code as it is stored. */
export const tagOf = (languages: Languages, code: string | null): string | undefined =>
  code === null ? undefined : (languages.byCode(code)?.tag ?? code)
