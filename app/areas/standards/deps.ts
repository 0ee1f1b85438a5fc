import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { LinkTroubles } from '../../platform/net/link-trouble.ts'
import type { Authority, Inheritors } from '../authorities/index.ts'
import type { Checklist, ServiceTemplates, StandardWords } from '../checklist/index.ts'

/** Who writes a text: an area, or an association. */
export interface TextOwner {
  readonly type: 'authority' | 'association'
  readonly id: string
}

/** What the use cases need. */
export interface StandardsDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
}

export interface NamedOwner {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the pages need; the composition root gives it. */
export interface StandardsOfficeDeps extends StandardsDeps {
  readonly i18n: Pick<I18n, 'offered'>
  readonly languages: Languages
  readonly checklist: Checklist
  /** Words to begin with, for each kind. */
  readonly templates: ServiceTemplates
  readonly linkTroubles: LinkTroubles
  /** Undefined: gone, or a town, which writes for itself alone. */
  readArea(db: Db, id: string): Promise<(NamedOwner & { readonly officialLanguages: readonly string[] }) | undefined>
  readAssociation(db: Db, id: string): Promise<NamedOwner | undefined>
  /** Codes, the most used first. @param country ISO 3166-1, upper case. */
  languagesOf(country: string): readonly string[]
  /** How many towns show what these authorities publish, and of which regions. */
  readUsers(publishers: readonly string[]): Promise<Inheritors>
  /** A part of them, by name. */
  listUsers(
    publishers: readonly string[],
    asked: { readonly within?: string | undefined; readonly from: number; readonly most: number },
  ): Promise<{ readonly towns: readonly Pick<Authority, 'id' | 'name' | 'names'>[]; readonly total: number }>
  /**
   * The page of one of them as it would be with other words of a text.
   *
   * @throws {RequestFault} where it is none of them.
   */
  renderUsed(
    publishers: readonly string[],
    town: string,
    language: string,
    text: { readonly standard: string; readonly words: StandardWords },
  ): Promise<string>
}
