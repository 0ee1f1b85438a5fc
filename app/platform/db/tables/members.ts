import type { ColumnType } from 'kysely'

interface MemberListTable {
  id: string
  association: string
  act: string
  entries: ColumnType<unknown, string | null, never>
  area: string | null
  brought_at: Date
  brought_by: string
}

export interface MembersTables {
  'office.member_list': MemberListTable
}
