import type { ColumnType, Generated } from 'kysely'

export interface QuestionTable {
  id: string
  authority: string
  association: string
  subject: string
  page: string | null
  state: Generated<'open' | 'waiting' | 'answered' | 'closed'>
  revision: Generated<number>
  asked_at: Date
  asked_by: string | null
  changed_at: Date
  taken_by: string | null
  closed_at: Date | null
}

export interface QuestionMessageTable {
  id: string
  question: string
  at: Date
  side: 'town' | 'association'
  note: Generated<boolean>
  person: string | null
  way: Generated<'office' | 'mail' | 'pasted'>
  /** `YYYY-MM-DD` when written. */
  received_on: ColumnType<unknown, string | null, string | null>
  entered_by: string | null
  text: string
  quoted: Generated<string>
  files: Generated<number>
  taken_out_at: Date | null
}

export interface QuestionsTables {
  'office.question': QuestionTable
  'office.question_message': QuestionMessageTable
}
