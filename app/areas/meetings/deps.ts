import type { Act } from '../../platform/audit/audit.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { FileIntake } from '../../platform/files/file-intake.ts'
import type { Files } from '../../platform/files/files.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { HelpPagesDeps } from '../help-pages/index.ts'
import type { PlansDeps, PlanTown } from '../plans/index.ts'
import type { EarlierMeetings } from './earlier-data.ts'
import type { Meeting } from './meeting-rules.ts'
import type { MeetingSection, OfficeLink, OfficeLinksOf, SectionsOf } from './sections.ts'

export type { PlanTown }

/** What became of the day of a meeting in the cycles of reports: no cycle waits for it, it was filled in, it does not fit. */
export type ReportDay = 'none' | 'entered' | 'refused'

/** A reviewer, with the countries of the towns and associations that they work for. */
export interface HostReviewer {
  readonly person: string
  readonly name: string
  readonly countries: readonly string[]
}

/** What the use cases need. */
export interface MeetingsDeps extends PlansDeps {
  /** @param before the first day of the meeting until now. */
  enterMeetingDay(tx: Tx, act: Act, given: { readonly day: string; readonly before: string | null }): Promise<ReportDay>
  /** Whether an authority has signed the Pact, and stands by it. */
  hasSigned(db: Db, authority: string): Promise<boolean>
  /** Undefined for somebody who is no reviewer, or no longer here. */
  readReviewer(db: Db, person: string): Promise<HostReviewer | undefined>
  /** Ids. */
  secretariatPeople(db: Db): Promise<readonly string[]>
  /** Ids of everybody who may be asked to review. */
  reviewers(): Promise<readonly string[]>
}

/** What the pages of the office need, beside. */
export interface MeetingsOfficeDeps extends MeetingsDeps {
  readonly instanceName: string
  readonly files: Pick<Files, 'stream'>
  readonly fileIntake: FileIntake
  readonly i18n: Pick<I18n, 'offered'>
  readonly languages: Languages
  countryOptions(tag: string): readonly { readonly value: string; readonly text: string }[]
  /** IANA name of the time zone of a country; undefined for no country. */
  zoneOf(country: string): string | undefined
  /** By when towns are asked for the reports of a meeting on a day; undefined where no cycle has it. */
  reportsDue(db: Db, day: string): Promise<string | undefined>
  /** What other areas have to do for a meeting. */
  readonly linksOf: readonly OfficeLinksOf[]
  /** What is left of one that is over. */
  readonly linksAfter: OfficeLinksOf
  /** What is done for a meeting in other areas. */
  doneElsewhere(db: Db, meeting: Meeting): Promise<readonly ('programme' | 'registration' | 'conclusions')[]>
  hasConclusions(db: Db, meeting: string): Promise<boolean>
  /** To what a town has taken on. */
  taskLinks(db: Db, translator: Translator, town: PlanTown): Promise<readonly OfficeLink[]>
}

/** What the public pages need. */
export interface MeetingPagesDeps extends Pick<HelpPagesDeps, 'site' | 'database' | 'pageCache' | 'clock'> {
  readonly files: Pick<Files, 'stream'>
  readonly languages: Languages
  /** Those that sources name. */
  readonly earlier: EarlierMeetings
  readonly sectionsOf: readonly SectionsOf[]
  /** Of one that is known from sources alone. */
  earlierSections(year: number, translator: Translator): readonly MeetingSection[]
}

/** A town as it calls itself in a language, where it has said. */
export const nameOf = (
  { names, name }: Pick<PlanTown, 'name' | 'names'>,
  { language }: { readonly language: string },
): string => names[language] ?? name

/** Today at a place, `YYYY-MM-DD`. */
export const todayAt = (at: Temporal.Instant, timeZone = 'UTC'): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
