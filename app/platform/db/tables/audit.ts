import type { ColumnType, Generated } from 'kysely'

export interface AuditRecordTable {
  id: Generated<string>
  at: Date
  person: string | null
  actor: string
  action: string
  authority: string | null
  subject: string
  detail: ColumnType<unknown, string, never>
}

export interface AuditTables {
  'audit.record': AuditRecordTable
}
