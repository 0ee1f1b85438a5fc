import type { ColumnType, Generated } from 'kysely'

export interface SharedPieceTable {
  id: string
  association: string | null
  kind: 'letter' | 'text' | 'lesson'
  service_kind: string | null
  title: string
  parts: ColumnType<unknown, string, string>
  language: string
  licence: 'cc-by' | 'cc0' | 'ask-first'
  work: string
  translated_from: string | null
  translated_revision: number | null
  folded: string
  revision: Generated<number>
  shared_at: Date
  shared_by: string | null
  changed_at: Date
  ended_at: Date | null
  ended_reason: string | null
  ended_by: string | null
}

export interface SharedUseTable {
  piece: string
  association: string | null
  sentence: string
  said_at: Date
  said_by: string | null
}

export interface ExchangeTables {
  'office.shared_piece': SharedPieceTable
  'office.shared_use': SharedUseTable
}
