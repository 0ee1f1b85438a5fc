import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Pdf } from '../../platform/pdf/pdf.ts'
import type { Authority, Countries, Country } from '../authorities/index.ts'
import type { LegalNote } from './note-rules.ts'
import type { LegalTopics } from './topics.ts'

export interface NamedAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly demonstration: boolean
}

/** What the pages and use cases need; the composition root gives it. */
export interface CountryContentDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly i18n: I18n
  readonly pdf: Pdf
  readonly languages: Languages
  readonly countries: Countries
  readonly topics: LegalTopics
  /** The country's page of legal notes as it would be with a draft. @throws {RequestFault} not-found for another language. */
  renderLegal(country: Country, language: string, draft: LegalNote): Promise<string>
  readAssociations(ids: readonly string[]): Promise<readonly NamedAssociation[]>
  /** Ids. @param country ISO 3166-1, upper case. */
  associationsIn(country: string): Promise<readonly string[]>
  /** How many towns a country has here, in upper case. */
  countTownsIn(country: string): Promise<number>
  /** Where its office lists them, with the page of each; undefined where the country has none. */
  townsList(country: string): Promise<string | undefined>
  /** How many people coordinate associations of a country. */
  countCoordinators(country: string): Promise<number>
  /** Ids of those that an authority belongs to. */
  associationsOf(authority: string): Promise<readonly string[]>
  /** How many members it has that are authorities still. */
  countMembers(association: string): Promise<number>
  /** The first member by name. */
  firstMember(association: string): Promise<Authority | undefined>
  readAuthority(id: string): Promise<Authority | undefined>
  /** How the office of an authority stands above its letters; empty where nobody has written it down. */
  readSender(authority: string): Promise<{ readonly lines: string }>
  /** How many towns inherit what an area offers. */
  countTowns(area: string): Promise<number>
}
