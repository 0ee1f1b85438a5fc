import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Log } from '../../platform/log.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { WriteTo } from '../../platform/mail/write-to.ts'
import type { Pdf } from '../../platform/pdf/pdf.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { Scan } from '../../platform/virus-scan/clamav.ts'
import type { AuthorityKind } from '../authorities/index.ts'
import type { RegisterDeps } from '../register/index.ts'

/** A body or an association as it calls itself, and in further languages by code. */
export interface Place {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** Official. */
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly demonstration: boolean
}
export type Body = Place & { readonly kind: AuthorityKind; readonly timeZone: string }

/** What the use cases and the nightly job need. */
export interface SigningDeps extends RegisterDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly log: Log
  readonly notify: Notify
  readonly writeTo: WriteTo
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
  /** Those that are gone are left out. */
  readBodies(db: Db, ids: readonly string[]): Promise<readonly Body[]>
  readAssociations(db: Db, ids: readonly string[]): Promise<readonly Place[]>
  /** Ids of those who work in the office of a body. */
  officeOf(db: Db, authority: string): Promise<readonly string[]>
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
  secretariatPeople(db: Db): Promise<readonly string[]>
  /** With the roles that a person holds now; undefined where the person is gone. */
  actorOf(db: Db, person: string): Promise<Pick<Actor, 'id' | 'roles'> | undefined>
  /** Ids of the associations that a body belongs to. */
  associationsOf(db: Db, authority: string): Promise<readonly string[]>
  /** Domains that the body itself uses for web and mail, as its official list says. */
  domainsOf(db: Db, authority: string): Promise<readonly string[]>
  /** Ids of the body itself, and of every area it belongs to or whose place such an area has taken. */
  areasOf(db: Db, authority: string): Promise<readonly string[]>
  /** Ids of the bodies that belong to an association. */
  membersOf(db: Db, association: string): Promise<readonly string[]>
}

/** What the pages need, beside. */
export interface SigningOfficeDeps extends SigningDeps {
  readonly instanceName: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly languages: Languages
  readonly pdf: Pdf
  /** Undefined: nothing of this instance looks for viruses. */
  readonly scan: Scan | undefined
  /** Codes, upper case. */
  readonly countries: readonly string[]
  /** Those in which nobody coordinates an association: codes, upper case. */
  uncoordinated(): Promise<readonly string[]>
  /** Codes, the most used first. @param country upper case. */
  languagesOf(country: string): readonly string[]
  countryName(country: string, tag: string): string
  /** Undefined for a language without a catalogue. */
  translatorFor(language: string): Translator | undefined
  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The ISO date of what somebody typed, or null. */
  parseDate(text: string): string | null
  /** Those that exist, by official code or exact name; of one that was merged, what has taken its place. */
  findBodies(country: string, codeOrName: string): Promise<readonly Body[]>
}

export const nameOf = ({ names, name }: Pick<Place, 'name' | 'names'>, { language }: Pick<Translator, 'language'>) =>
  names[language] ?? name

/** Today for an instant in a time zone, `YYYY-MM-DD`. */
export const dayAt = (at: Temporal.Instant, timeZone = 'UTC'): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timeZone).toPlainDate()
