import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { WriteTo } from '../../platform/mail/write-to.ts'
import type { Pdf } from '../../platform/pdf/pdf.ts'

/** An association as this area tells of it. */
export interface Union {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the use cases and jobs need; the composition root gives it. */
export interface CampaignsDeps {
  readonly config: Pick<Config, 'baseUrl' | 'instanceName' | 'secret' | 'campaignPace'>
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly log: Log
  readonly i18n: Pick<I18n, 'translator' | 'negotiate' | 'offered'>
  readonly jobs: Pick<Jobs, 'start' | 'enqueue' | 'enqueueAll'>
  readonly languages: Languages
  readonly writeTo: WriteTo
  associationOf(db: Db, id: string): Promise<Union | undefined>
  /** An area by its id; undefined where it is gone. */
  readAreas(db: Db, ids: readonly string[]): Promise<readonly Pick<Union, 'name' | 'names'>[]>
  /** Codes, the most used first. @param country upper case. */
  languagesOf(country: string): readonly string[]
  /** The office that towns ask, in words; empty where the association has none. */
  contactWords(db: Db, association: string, language: string): Promise<string>
}

/** A letter that an association shares and another one may copy. */
export interface SharedLetter {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly licence: 'cc0' | 'cc-by' | 'ask-first'
  /** Null: the secretariat shares it. */
  readonly association: Pick<Union, 'name' | 'names'> | null
  readonly parts: Readonly<Record<string, string | undefined>>
}

export interface CampaignsOfficeDeps extends CampaignsDeps {
  readonly pdf: Pdf
  /** How members stand that have published just now, before what they have done is told. */
  countMembersDue(association: string): Promise<void>
  /** Those that an association may copy without asking, the newest first. @param language code. */
  sharedLetters(association: string, language: string): Promise<readonly SharedLetter[]>
  /** Undefined for one that has ended, or that one has to ask for. */
  readShared(id: string, association: string): Promise<SharedLetter | undefined>
}

/** A town as somebody meets it who was invited. */
export interface InvitedTown {
  readonly id: string
  /** Such as `municipality`. */
  readonly kind: string
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly officialLanguages: readonly string[]
}

/** Somebody of a town who begins. */
export interface Beginner {
  readonly authority: string
  /** In lower case. */
  readonly email: string
  readonly name: string
  readonly post: string
  /** Code. */
  readonly language: string
}

export interface FirstKind {
  readonly id: string
  readonly name: string
  /** `served`: somebody else does it for the town's people. */
  readonly state: 'answered' | 'served' | 'open'
}

/** What the pages of an invited town need. */
export interface JoiningDeps extends CampaignsDeps {
  /** Undefined where it is no more. */
  readTown(db: Db, id: string): Promise<InvitedTown | undefined>
  /** Names of services of others that serve the town already, with their owners. @param language code. */
  servedBy(town: string, language: string): Promise<readonly { readonly service: string; readonly owner: string }[]>
  /** How many suggestions wait for the town. */
  countProposed(town: string): Promise<number>
  /** Whether somebody works for it. */
  isStaffed(db: Db, town: string): Promise<boolean>
  /** Mails somebody a link that makes them the first person of the town. @returns false where it has people. */
  inviteFirst(tx: Tx, beginner: Beginner, by: string | null): Promise<boolean>
  /** Somebody asks to work for the town: they prove their address, then the association decides. */
  askToJoin(beginner: Beginner): Promise<void>
  hasPublished(db: Db, town: string): Promise<boolean>
  /** Of these kinds, in their order. */
  kindsOf(town: string, kinds: readonly string[], language: string): Promise<readonly FirstKind[]>
  /** Ids of the kinds to begin with, in order: what families look for in the towns of its associations comes first. */
  firstKinds(town: string): Promise<readonly string[]>
}
