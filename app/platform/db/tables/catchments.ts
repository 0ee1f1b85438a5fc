import type { ColumnType } from 'kysely'

interface AreaListTable {
  id: string
  association: string
  act: string
  rows: ColumnType<unknown, string, never>
  brought_at: Date
  brought_by: string
}

export interface CatchmentsTables {
  'office.area_list': AreaListTable
}
