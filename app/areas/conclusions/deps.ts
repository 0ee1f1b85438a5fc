import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { SiteDeps } from '../help-pages/index.ts'
import type { EarlierMeetings, Meeting } from '../meetings/index.ts'
import type { Party } from './conclusion-store.ts'
import type { Figure } from './figure-rules.ts'
import type { FirstSet } from './first-set-data.ts'

/** A town or an association as it calls itself, and in further languages by code. */
export interface Named {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the use cases need. */
export interface ConclusionsDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  /** Those that are gone are left out. */
  readTowns(db: Db | ReadDb, ids: readonly string[]): Promise<readonly Named[]>
  readAssociations(db: Db | ReadDb, ids: readonly string[]): Promise<readonly Named[]>
  readonly notify: Notify
  /** To be awaited before a transaction that notifies. */
  readyToNotify(): Promise<void>
  /** Ids of those who work in the office of a town, of all or of the approvers alone. */
  officeOf(db: Db, authority: string, approversAlone: boolean): Promise<readonly string[]>
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
  secretariatPeople(db: Db): Promise<readonly string[]>
  /** Whether somebody of the town or of the association took part in the meeting. */
  tookPart(db: Db, meeting: Meeting, party: Party): Promise<boolean>
}

/** What the pages of the office need, beside. */
export interface ConclusionsOfficeDeps extends ConclusionsDeps {
  readonly instanceName: string
  readonly firstSet: FirstSet
  /** Meetings that sources name. */
  readonly earlier: EarlierMeetings
  readonly i18n: Pick<I18n, 'offered'>
  readonly languages: Languages
  givesPlaceAway(text: string): boolean
  namesContact(text: string): boolean
  /** Countries by their names. @param tag BCP 47. */
  countryOptions(tag: string): readonly { readonly value: string; readonly text: string }[]
  /** Those of that name or code. */
  findTowns(country: string, name: string): Promise<readonly Named[]>
  associationsIn(country: string): Promise<readonly Named[]>
}

/** What the public pages need. */
export interface ConclusionPagesDeps extends Pick<ConclusionsDeps, 'readTowns' | 'readAssociations' | 'clock'> {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read'>
  readonly pageCache: PageCache
  readonly languages: Languages
  readonly firstSet: FirstSet
  /** What the first conclusions are measured by, counted now or lately. */
  readonly figures: () => Promise<{
    readonly value: ReadonlyMap<Figure, number>
    readonly until: Temporal.Instant | undefined
  }>
}

export const nameIn = ({ language }: { readonly language: string }, { name, names }: Named): string =>
  names[language] ?? name
