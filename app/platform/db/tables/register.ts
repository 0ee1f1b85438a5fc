import type { ColumnType, Generated } from 'kysely'

export type SignatoryKind = 'municipality' | 'district' | 'region' | 'association' | 'representative' | 'organisation'

export interface SigningKeyTable {
  id: string
  created_at: Date
  retired_at: Date | null
  revoked_at: Generated<Date | null>
}

export interface SigningSecretTable {
  key: string
  sealed: string
}

export interface PactTextTable {
  version: string
  language: string
  title: string
  body: string
  sha256: string
  demonstration: Generated<boolean>
  approved_at: Date
}

export interface SignatoryTable {
  id: string
  number: number
  kind: SignatoryKind
  country: string
  authority: string | null
  association: string | null
  name: string
  status: 'signed' | 'merged' | 'withdrawn'
  /** Days are read as text, `YYYY-MM-DD`. */
  status_since: ColumnType<string, string, string>
  signed_on: ColumnType<string, string, string>
  reaffirmed_on: ColumnType<string | null, string | null, string | null>
  text_version: string
  text_language: string
  joint: string | null
  successors: Generated<string[]>
  demonstration: Generated<boolean>
  changed_at: Date
}

export interface RegisterEntryTable {
  number: number
  signatory: string
  act: 'signed' | 'reaffirmed' | 'corrected' | 'merged' | 'withdrawn'
  occurred_on: ColumnType<string, string, never>
  entered_at: Date
  line: string
  hash: string
}

export interface RegisterOpeningTable {
  entry: number
  field: string
  salt: string
  value: string
}

export interface RegisterHeadTable {
  single: Generated<boolean>
  number: number
  hash: string
  signed_at: string
  key: string
  signature: string
}

export interface SignatoryNameTable {
  signatory: string
  folded: string
}

/** Kept by the database itself: read alone. */
export interface RegisterListingTable {
  signatory: ColumnType<string, never, never>
  number: ColumnType<number, never, never>
  country: ColumnType<string, never, never>
  kind: ColumnType<SignatoryKind, never, never>
  status: ColumnType<SignatoryTable['status'], never, never>
  together: ColumnType<boolean, never, never>
  demonstration: ColumnType<boolean, never, never>
  signed_on: ColumnType<string, never, never>
  authority: ColumnType<string | null, never, never>
  sort_name: ColumnType<string, never, never>
  population: ColumnType<number | null, never, never>
  latitude: ColumnType<number | null, never, never>
  longitude: ColumnType<number | null, never, never>
}

/** Kept by the database itself: read alone. */
export interface RegisterPartTable {
  number: ColumnType<number, never, never>
  part: ColumnType<string, never, never>
  whole: ColumnType<boolean, never, never>
}

/** What everybody may read. */
export interface PublicRegisterTables {
  'published.signing_key': SigningKeyTable
  'published.pact_text': PactTextTable
  'published.signatory': SignatoryTable
  'published.register_entry': RegisterEntryTable
  'published.register_opening': RegisterOpeningTable
  'published.register_head': RegisterHeadTable
  'published.signatory_name': SignatoryNameTable
  'published.register_listing': RegisterListingTable
  'published.register_part': RegisterPartTable
}

export interface RegisterTables extends PublicRegisterTables {
  'office.signing_secret': SigningSecretTable
  'office.register_opening': RegisterOpeningTable
}
