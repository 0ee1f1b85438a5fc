/** What arms and printed copies need from other areas. */
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { FileIntake } from '../../platform/files/file-intake.ts'
import type { Files } from '../../platform/files/files.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Notify } from '../../platform/mail/notice.ts'

export interface PrintTown {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly officialLanguages: readonly string[]
}

export interface PrintAssociation {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

export interface PrintsDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly languages: Languages
  readonly files: Pick<Files, 'stream'>
  readonly fileIntake: FileIntake
  notify: Notify
  readyToNotify(): Promise<void>
  announceChange(tx: Tx, authorities: readonly string[]): Promise<void>
  readTowns(db: Db, ids: readonly string[]): Promise<readonly PrintTown[]>
  readAssociations(db: Db, ids: readonly string[]): Promise<readonly PrintAssociation[]>
  /** Those that a town belongs to. */
  associationsOf(db: Db, authority: string): Promise<readonly PrintAssociation[]>
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
  /** What can be ordered beside the town's own papers: resources of the toolkit, by id. @param language of the title. */
  resources(
    db: Db,
    language: string,
  ): Promise<
    readonly { readonly id: string; readonly title: string; readonly language: string; readonly hasText: boolean }[]
  >
  /** The town's own papers: `a4 family`. */
  readonly papers: readonly string[]
  paperName(translator: Translator, paper: string): string
}
