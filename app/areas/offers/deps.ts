import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Checklist, Service } from '../checklist/index.ts'

/** An authority as it calls itself, in further languages by code. */
export interface OfferPlace {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** IANA name; days are those of the place. */
  readonly timeZone: string
  readonly officialLanguages: readonly string[]
  /** A fictional place. */
  readonly demonstration: boolean
}

/** What use cases and jobs need. */
export interface OffersDeps {
  readonly database: Database
  readonly clock: Clock
  readonly jobs: Pick<Jobs, 'start'>
  readonly log: Log
  readonly notify: Notify
  /** In no order; those that do not exist are left out. */
  readPlaces(db: Db, ids: readonly string[]): Promise<readonly OfferPlace[]>
  /** Ids of the officers and approvers of an authority. */
  officersOf(db: Db, authority: string): Promise<readonly string[]>
  /** Ids of those who coordinate an association of the country; of the secretariat where nobody does. */
  coordinatorsIn(db: Db, country: string): Promise<readonly string[]>
}

/** What the office pages need, beside. */
export interface OffersOfficeDeps extends OffersDeps {
  readonly checklist: Checklist
  /** A published service as families read it, in words. @param place whose it is. */
  wordsOf(
    translator: Translator,
    place: OfferPlace,
    service: Service,
  ): {
    readonly name: string
    readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
    readonly machine: boolean
  }
  /** Countries of these associations, upper case. */
  countriesOf(associations: readonly string[]): Promise<readonly string[]>
  /** Whether an association of the country has a coordinator. @param country upper case. */
  isCoordinated(country: string): Promise<boolean>
}
