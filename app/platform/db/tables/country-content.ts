import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
/** Read as text: `to_char` or a cast is needed for a day without a time. */
type Day = ColumnType<Date, string, string>

interface LegalNoteFacts {
  country: string
  topic: string
  language: string
  words: Json
  law: string
  article: Generated<string>
  url: string
  checked_on: Day
}

export interface LegalNoteTable extends LegalNoteFacts {
  revision: number
  changed_at: Date
}

export interface PublishedLegalNoteTable extends LegalNoteFacts {
  version: number
  published_at: Date
}

export interface CountryTwoPairsTable {
  country: string
  since: Date
}

export interface ModelLetterTable {
  id: string
  association: string
  language: string
  words: Json
  published: ColumnType<unknown, string | null | undefined, string | null>
  version: Generated<number>
  revision: number
  changed_at: Date
}

export interface CountryContentTables {
  'office.legal_note': LegalNoteTable
  'office.country_two_pairs': CountryTwoPairsTable
  'office.model_letter': ModelLetterTable
}

export interface PublishedCountryContentTables {
  'published.legal_note': PublishedLegalNoteTable
}
