import type { Act } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Role } from '../../platform/session/actor.ts'
import type { Checklist, Lanzarote } from '../checklist/index.ts'
import type { KeptPapers, SiteDeps } from '../help-pages/index.ts'

/** A town or an association as it calls itself, and in further languages by code. */
export interface NamedPlace {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

export type Town = NamedPlace & { readonly officialLanguages: readonly string[]; readonly timeZone: string }

/** What the use cases need. */
export interface PracticesDeps {
  readonly database: Pick<Database, 'db'>
  readonly notify: Notify
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
  /** Those that are gone are left out. */
  readTowns(db: Db, ids: readonly string[]): Promise<readonly Town[]>
  readAssociations(db: Db, ids: readonly string[]): Promise<readonly NamedPlace[]>
  /** Ids of those who work in the office of a town. */
  officeOf(db: Db, authority: string): Promise<readonly string[]>
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
  secretariatPeople(db: Db): Promise<readonly string[]>
  readonly instanceName: string
}

/** What the pages of the office need, beside. */
export interface PracticesOfficeDeps extends PracticesDeps {
  readonly clock: Clock
  readonly languages: Languages
  readonly checklist: Checklist
  readonly lanzarote: Lanzarote
  namesNumber(text: string): boolean
  /** A text about money as far as somebody might dial it. */
  withoutSums(text: string): string
  givesPlaceAway(text: string): boolean
}

/** What the public pages need. */
export interface PracticePagesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read'>
  readonly pageCache: PageCache
  readonly papers: KeptPapers
  readonly clock: Clock
  readonly checklist: Checklist
  readonly lanzarote: Lanzarote
  readonly languages: Languages
  /** Whether everybody can read a measure in the plan of a town. */
  measureIsPublic(
    db: ReadDb,
    of: { readonly authority: string; readonly plan: string; readonly measure: string },
  ): Promise<boolean>
}

export type PersonsAct = Act & { readonly person: { readonly id: string; readonly roles: readonly Role[] } }

export const personOf = ({ person }: Act): string | null => person?.id ?? null
export const nameIn = ({ language }: { readonly language: string }, { name, names }: NamedPlace): string =>
  names[language] ?? name
