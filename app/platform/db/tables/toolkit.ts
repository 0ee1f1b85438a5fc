import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type NullableJson = ColumnType<unknown, string | null | undefined, string | null>

interface ResourceTable {
  id: string
  position: number
  kind: string
  audiences: string[]
  ages: string[]
  sections: string[]
  articles: number[]
  licence: string
  language: string
  languages: string[]
  safeguarding: boolean
  revision: number
  folded: string
  published_at: Date
  changed_at: Date
  withdrawn_at: Date | null
}

interface ResourceTextTable {
  resource: string
  language: string
  revision: number
  title: string
  summary: string
  body: string
  link: string | null
  sources: string[]
  file: NullableJson
  origin: 'person' | 'machine' | 'written'
  checked_by: string | null
  checked_on: string | null
  written_at: Date
}

interface ResourceWithdrawalTable {
  resource: string
  /** Empty: all. */
  language: string
  reason: 'wrong' | 'harm' | 'outdated' | 'rights' | 'asked'
  withdrawn_at: Date
}

interface ResourcePackageTable {
  id: string
  position: number
  titles: Json
  about: Json
}

interface ResourcePackedTable {
  package: string
  resource: string
  position: number
}

export interface PublicToolkitTables {
  'published.resource': ResourceTable
  'published.resource_text': ResourceTextTable
  'published.resource_text_shown': ResourceTextTable
  'published.resource_withdrawal': ResourceWithdrawalTable
  'published.resource_package': ResourcePackageTable
  'published.resource_packed': ResourcePackedTable
}

interface ResourceOfferTable {
  id: string
  resource: string
  language: string
  made_from: number
  association: string | null
  state: 'draft' | 'sent' | 'returned' | 'published'
  title: string
  summary: string
  body: string
  link: string
  file: NullableJson
  revision: Generated<number>
  reasons: Generated<string>
  begun_at: Date
  begun_by: string | null
  changed_at: Date
  changed_by: string | null
  decided_at: Date | null
  decided_by: string | null
}

interface ResourceDraftTable {
  id: string
  resource: string
  made_from: number
  state: 'draft' | 'sent' | 'returned' | 'published'
  facts: Json
  title: string
  summary: string
  body: string
  link: string
  sources: string
  file: NullableJson
  revision: Generated<number>
  reasons: Generated<string>
  begun_at: Date
  begun_by: string | null
  changed_at: Date
  changed_by: string | null
  decided_at: Date | null
  decided_by: string | null
}

export interface ToolkitTables {
  'office.resource_draft': ResourceDraftTable
  'office.resource_offer': ResourceOfferTable
  'office.resource_count': {
    resource: string
    language: string
    what: 'wanted' | 'taken'
    month: Date
    times: number
  }
}
