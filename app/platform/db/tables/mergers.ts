import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string | null | undefined, string | null>

export interface ListPlanTable {
  id: string
  country: string
  /** ISO date. */
  valid_from: ColumnType<unknown, string, never>
  demonstration: boolean
  list_sha256: string
  known: number
  listed: number
  unchanged: number
  made_at: Date
  made_by: string | null
  ended_at: Date | null
  outcome: string | null
}

export interface ListPlanItemTable {
  plan: string
  number: number
  kind: string
  authority: string | null
  scheme: string
  code: string
  name: string
  listed: Json
  proposal: Json
  decision: Json
  decided_at: Date | null
  decided_by: string | null
  revision: Generated<number>
  applied_at: Date | null
}

export interface ListUploadTable {
  id: string
  country: string
  uploaded_at: Date
  uploaded_by: string
  list_name: string
  list_format: 'csv' | 'xlsx' | 'json'
  movements_name: string | null
  movements_format: 'csv' | 'xlsx' | 'json' | null
  list_file: string
  movements_file: string | null
  list_head: ColumnType<unknown, string, never>
  movements_head: ColumnType<unknown, string | null, never>
  decided: Json
  decided_at: Date | null
  decided_by: string | null
  turn: Generated<number>
  begun_at: Date | null
  rows_read: Generated<number>
  refused: Json
}

export interface ListPieceTable {
  file: string
  number: number
  content: Uint8Array
  kept_at: Date
}

export interface ListColumnsTable {
  country: string
  choice: ColumnType<unknown, string, string>
  changed_at: Date
}

export interface SplitItemTable {
  part: string
  predecessor: string
  thing: string
  id: string
  decided_at: Date | null
  copy: string | null
}

export interface MergersTables {
  'office.list_plan': ListPlanTable
  'office.list_plan_item': ListPlanItemTable
  'office.list_upload': ListUploadTable
  'office.list_piece': ListPieceTable
  'office.list_columns': ListColumnsTable
  'office.split_item': SplitItemTable
}
