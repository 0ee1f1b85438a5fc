import type { ColumnType, Generated } from 'kysely'
import type { PublishedCountryContentTables } from './country-content.ts'
import type { PublicEventsTables } from './events.ts'
import type { PublicPlansTables } from './plans.ts'
import type { PublicPracticesTables } from './practices.ts'
import type { PublicPrintsTables } from './prints.ts'
import type { PublicRegisterTables } from './register.ts'
import type { PublicReportsTables } from './reports.ts'
import type { PublicReviewTables } from './review.ts'
import type { PublicToolkitTables } from './toolkit.ts'

type Json = ColumnType<unknown, string, string>

export interface AuthorityTable {
  id: string
  kind: string
  country: string
  slug: string
  name: string
  names: ColumnType<Record<string, string>, string, string>
  official_languages: string[]
  time_zone: string
  latitude: number | null
  longitude: number | null
  population: number | null
  population_year: number | null
  children: Generated<number | null>
  children_year: Generated<number | null>
  area_kind: Generated<string | null>
  domains: string[]
  status: string
  successor: string | null
  demonstration: boolean
  source: string
  facts_sha256: string
  changed_at: Date
}

export interface FormerSlugTable {
  country: string
  slug: string
  authority: string
}

export interface AuthorityCodeTable {
  authority: string
  country: string
  scheme: string
  code: string
  valid_from: ColumnType<Date, string | undefined, string>
  valid_to: ColumnType<Date, string | undefined, string>
}

export interface AuthorityNameTable {
  authority: string
  country: string
  kind: string
  language: string | null
  name: string
  folded: string
}

export interface AuthorityAreaTable {
  authority: string
  area: string
  by_list: Generated<boolean>
  by_area: Generated<boolean>
}

export interface AssociationTable {
  id: string
  country: string
  slug: string
  name: string
  names: ColumnType<Record<string, string>, string, string>
  web: string | null
  demonstration: boolean
  source: string
  changed_at: Date
}

export interface AssociationMemberTable {
  association: string
  authority: string
}

export interface SnapshotTable {
  authority: string
  version: number
  document: Json
  sha256: string
  published_at: Date
}

export interface CurrentSnapshotTable {
  authority: string
  country: string
  version: number
}

export interface PublishedServiceTable {
  id: string
  authority: string
  country: string
  version: number
  kinds: string[]
  position: number
  facts: Json
}

export interface ServiceAreaTable {
  service: string
  authority: string
  kinds: string[] | null
}

/** What the search looks through; written as SQL alone (`search-row-store.ts`). */
export interface ServiceWordsTable {
  service: string
  words: string
}

export interface SearchWordTable {
  word: string
}

export interface ServicePlaceTable {
  service: string
  kind: string
  place: string
  postcode: string
  country: string
}

export interface RedactionTable {
  id: Generated<string>
  authority: string
  version: number
  service: string | null
  reason: string
  sha256: string
  at: Date
}

export interface HelplineTable {
  country: string
  line: string
  revision: number
  facts: Json
  /** ISO date. */
  withdrawn_on: ColumnType<unknown, string | null, string | null>
  withdrawn_by: string | null
}

export interface ReaderAnswerTable {
  id: string
  authority: string
  service: string
  reason: string
  outcome: string
  at: Date
}

export interface InheritanceTable {
  predecessor: string
  authority: string
  /** ISO date. */
  since: ColumnType<unknown, string, never>
  shared: boolean
}

export interface SplitPartTable {
  authority: string
  part: string
  /** ISO date. */
  since: ColumnType<unknown, string, never>
  place: number
}

export interface PartServiceTable {
  part: string
  service: string
  origin: string
  shown: boolean
  copy: string | null
}

export interface ServiceSuccessorTable {
  service: string
  successor: string
}

export interface SchoolHolidayTable {
  authority: string
  /** ISO dates, both inclusive. */
  first_day: string
  last_day: string
}

export interface StandardTextTable {
  id: string
  owner_type: string
  owner: string
  kind: string
  version: number
  words: Json
  published_at: Date
  withdrawn_at: ColumnType<Date | null, never, Date>
}

export interface StandardVersionTable {
  standard: string
  version: number
  words: Json
  published_at: Date
}

export interface AnswerStandardTable {
  authority: string
  kind: string
  standard: string
}

/** Tables of the schema `published`: all that the reader role can see. */
export interface PublishedTables
  extends PublishedCountryContentTables,
    PublicEventsTables,
    PublicPlansTables,
    PublicPracticesTables,
    PublicPrintsTables,
    PublicToolkitTables,
    PublicRegisterTables,
    PublicReportsTables,
    PublicReviewTables {
  'published.authority': AuthorityTable
  'published.former_slug': FormerSlugTable
  'published.authority_code': AuthorityCodeTable
  'published.authority_name': AuthorityNameTable
  'published.authority_area': AuthorityAreaTable
  'published.association': AssociationTable
  'published.association_member': AssociationMemberTable
  'published.snapshot': SnapshotTable
  'published.current_snapshot': CurrentSnapshotTable
  'published.service': PublishedServiceTable
  'published.service_area': ServiceAreaTable
  'published.service_words': ServiceWordsTable
  'published.search_word': SearchWordTable
  'published.service_place': ServicePlaceTable
  'published.redaction': RedactionTable
  'published.helpline': HelplineTable
  'published.reader_answer': ReaderAnswerTable
  'published.inheritance': InheritanceTable
  'published.split_part': SplitPartTable
  'published.part_service': PartServiceTable
  'published.service_successor': ServiceSuccessorTable
  'published.school_holiday': SchoolHolidayTable
  'published.standard_text': StandardTextTable
  'published.standard_version': StandardVersionTable
  'published.answer_standard': AnswerStandardTable
}
