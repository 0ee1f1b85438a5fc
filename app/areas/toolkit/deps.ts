import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { FileIntake } from '../../platform/files/file-intake.ts'
import type { Files } from '../../platform/files/files.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Lanzarote } from '../checklist/index.ts'
import type { KeptPapers, SiteDeps } from '../help-pages/index.ts'

export interface TownArms {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly drawing: string
}

/** What the public pages need. */
export interface ToolkitPagesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read' | 'take'>
  readonly pageCache: PageCache
  readonly papers: KeptPapers
  readonly files: Pick<Files, 'read' | 'stream'>
  /** A town with its arms as a drawing (SVG); undefined where there is none of that name, or it has given none. */
  townArms(country: string, slug: string): Promise<TownArms | undefined>
  /** The European Day that is prepared now, and what says that it is another one. */
  theDay(): Promise<{ readonly year: number; readonly dependsOn: string }>
  readonly clock: Clock
  readonly lanzarote: Lanzarote
  readonly languages: Languages
}

export interface TranslatingAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the pages of the office need. */
export interface ToolkitOfficeDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly languages: Languages
  /** Of the Convention. */
  readonly articleCount: number
  readonly instanceName: string
  readonly files: Pick<Files, 'stream'>
  readonly fileIntake: FileIntake
  readAssociations(db: Db, ids: readonly string[]): Promise<readonly TranslatingAssociation[]>
  /** Codes, the most used first. @param country ISO 3166-1, upper case. */
  languagesOf(country: string): readonly string[]
  namesNumber(text: string): boolean
  /** Of these addresses, those at which nobody has answered for nights, or nothing is any more. */
  brokenLinks(db: Db, urls: readonly string[]): Promise<ReadonlySet<string>>
}
