import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { NetClient } from '../../platform/net/net-client.ts'
import type { Tracker } from './finding-rules.ts'

/** A town as it calls itself, and where its website is. */
export interface WebsiteTown {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** IANA name. */
  readonly timeZone: string
  readonly officialLanguages: readonly string[]
  /** As a browser writes them. */
  readonly hosts: readonly string[]
}

export interface WebsitesDeps {
  readonly database: Database
  readonly clock: Clock
  /** The only way to hosts that somebody else names. */
  readonly net: NetClient
  readonly i18n: I18n
  readonly baseUrl: string
  readonly trackers: readonly Tracker[]
  readTown(db: Db, id: string): Promise<WebsiteTown | undefined>
}
