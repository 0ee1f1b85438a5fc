import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface NoticeChoiceTable {
  person: string
  kind: string
  timing: string
  changed_at: Date
}

export interface NoticeToldTable {
  person: string
  key: string
  told_at: Date
}

export interface NoticeKeptTable {
  id: Generated<string>
  person: string
  kind: string
  language: string
  text: Json
  due: Date | null
  kept_at: Date
  digest_at: Date
}

export interface NotificationsTables {
  'notifications.choice': NoticeChoiceTable
  'notifications.told': NoticeToldTable
  'notifications.kept': NoticeKeptTable
}
