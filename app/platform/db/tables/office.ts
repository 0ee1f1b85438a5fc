import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface DraftPageTable {
  authority: string
  introduction: Json
  revision: Generated<number>
  changed_at: Date
  changed_by: string
}

export interface DraftAnswerTable {
  authority: string
  kind: string
  answer: Json
  revision: Generated<number>
  changed_at: Date
  changed_by: string
}

export interface DraftServiceTable {
  id: string
  authority: string
  facts: Json
  source: string | null
  source_id: string | null
  source_sha256: string | null
  revision: Generated<number>
  removed_at: Date | null
  changed_at: Date
  changed_by: string
}

export interface PublicationTable {
  authority: string
  version: number
  published_by: string
  published_at: Date
}

export interface OfficeTables {
  'office.draft_page': DraftPageTable
  'office.draft_answer': DraftAnswerTable
  'office.draft_service': DraftServiceTable
  'office.publication': PublicationTable
}
