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

export interface ContactChangeTable {
  id: string
  authority: string
  service: string
  version: number
  name: Json
  before: Json
  after: Json
  changed_at: Date
  undo_until: Date
  told_at: ColumnType<Date | null, Date | undefined, Date>
  undone_at: ColumnType<Date | null, Date | undefined, Date>
}

export interface ContactUndoTable {
  secret_sha256: string
  change: string
  person: string | null
}

export interface OfficeTables {
  'office.draft_page': DraftPageTable
  'office.draft_answer': DraftAnswerTable
  'office.draft_service': DraftServiceTable
  'office.publication': PublicationTable
  'office.contact_change': ContactChangeTable
  'office.contact_undo': ContactUndoTable
}
