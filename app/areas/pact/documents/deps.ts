import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { I18n } from '../../../platform/i18n/i18n.ts'
import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Pdf } from '../../../platform/pdf/pdf.ts'
import type { Authority, Countries } from '../../authorities/index.ts'
import type { Lanzarote } from '../../checklist/index.ts'
import type { Shipped } from './document-rules.ts'

export interface NamedAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the pages of the model documents need; the composition root gives it. */
export interface PactDocumentsDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly i18n: I18n
  readonly pdf: Pdf
  readonly languages: Languages
  readonly countries: Countries
  readonly lanzarote: Lanzarote
  readonly templates: Shipped
  readAssociations(ids: readonly string[]): Promise<readonly NamedAssociation[]>
  /** Ids. @param country ISO 3166-1, upper case. */
  associationsIn(country: string): Promise<readonly string[]>
  /** Ids of those that an authority belongs to. */
  associationsOf(authority: string): Promise<readonly string[]>
  readAuthority(id: string): Promise<Authority | undefined>
  /** The member whose name comes first. */
  firstMember(association: string): Promise<Authority | undefined>
  /** Authorities of a country that have this code or name. @param country ISO 3166-1, upper case. */
  findAuthorities(country: string, codeOrName: string): Promise<readonly Authority[]>
  /** Whether a text holds a telephone number. */
  namesNumber(text: string): boolean
}
