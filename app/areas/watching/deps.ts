import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { NetClient } from '../../platform/net/net-client.ts'
import type { Care } from '../../platform/session/care.ts'
import type { ChecklistDeps } from '../checklist/index.ts'

/** A town as it calls itself, in further languages by code. */
export interface WatchedTown {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** IANA name; days are those of the place. */
  readonly timeZone: string
  readonly officialLanguages: readonly string[]
  readonly status: 'active' | 'merged' | 'split'
}

/** What use cases and jobs need. */
export interface WatchingDeps extends Pick<ChecklistDeps, 'checklist' | 'helplines' | 'languages' | 'placeHidden'> {
  readonly database: Database
  readonly clock: Clock
  /** The only way to hosts that somebody else names. */
  readonly net: NetClient
  readonly jobs: Pick<Jobs, 'start'>
  readonly log: Log
  readonly notify: Notify
  /** @param country upper case. @param date ISO. @param nuts any code of the region; without one: in the whole country. */
  isPublicHoliday(country: string, date: string, nuts?: string): boolean
  /** NUTS code of where an authority is; undefined where nobody knows. */
  regionOf(db: Db, authority: string): Promise<string | undefined>
  readAuthority(db: Db, id: string): Promise<WatchedTown | undefined>
  /** Whose officers look after a service of an authority: of one that was split each part that shows it. */
  lookingAfter(db: Db, service: string, authority: string): Promise<readonly WatchedTown[]>
  /** Web addresses that others keep: those of standard texts and of help numbers. They are asked in the nights as well. */
  linksElsewhere(db: Db): Promise<readonly string[]>
  /** Ids of the officers and approvers of a town. */
  officersOf(db: Db, authority: string): Promise<readonly string[]>
  /** Ids of those who coordinate an association of the town; of the secretariat where nobody does. */
  helpersOf(
    db: Db,
    authority: string,
  ): Promise<{ readonly told: 'association' | 'secretariat'; readonly people: readonly string[] }>
  /** Ids of authorities where officers or approvers work, in order, beginning after one. */
  staffedTowns(db: Db, after: string, most: number): Promise<readonly string[]>
  /** Ids of the authorities of whole countries, which coordinators look after. */
  nationalOffices(db: Db): Promise<readonly string[]>
  /** What the checklist of a town says that should be looked at. Not in a transaction. */
  careOf(town: WatchedTown): Promise<readonly Care[]>
}

/** What the office pages need, beside. */
export interface WatchingOfficeDeps extends WatchingDeps {
  /** Ids of services whose draft differs from what is public. */
  unpublishedServices(authority: string): Promise<ReadonlySet<string>>
  /** Ids of the associations that an authority belongs to. */
  associationsOf(authority: string): Promise<readonly string[]>
}
