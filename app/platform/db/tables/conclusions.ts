/** Conclusions of meetings, and questions put to one. */
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type JsonOrNull = ColumnType<unknown, string | null, string | null>
type Day = ColumnType<string, string, string>
type DayOrNull = ColumnType<string | null, string | null, string | null>

interface ConclusionSetTable {
  meeting: string
  language: string
  stage: string
  revision: Generated<number>
  adopted_on: DayOrNull
  document: JsonOrNull
  sha256: string | null
  changed_at: Date
  changed_by: string | null
}

interface OwnedTable {
  id: string
  meeting: string
  position: number
  owner_kind: string
  authority: string | null
  association: string | null
  due: DayOrNull
  state: Generated<string>
  state_on: Day
}

interface ConclusionTable extends OwnedTable {
  body: string
  body_revision: Generated<number>
  asks: string
  translations: ColumnType<unknown, string | undefined, string>
  agreed_at: Date | null
  removed_at: Date | null
  revision: Generated<number>
  changed_at: Date
  changed_by: string | null
}

interface AmendmentTable {
  id: string
  conclusion: string
  authority: string | null
  association: string | null
  kind: string
  body: string
  reason: string
  state: string
  answer: Generated<string>
  sent_at: Date
  sent_by: string | null
  decided_at: Date | null
  decided_by: string | null
}

interface ConclusionNoteTable {
  id: string
  conclusion: string
  state: string
  note: string
  told_on: Day
  told_at: Date
  told_by: string | null
  told_kind: string
  meeting: string | null
}

interface PublishedSetTable {
  meeting: string
  document: Json
  sha256: string
  published_at: Date
}

interface PublishedConclusionTable extends OwnedTable {
  translations: Json
}

interface ConclusionLookTable {
  conclusion: string
  meeting: string
  looked_on: Day
  state: string
}

interface MeetingQuestionTable {
  id: string
  meeting: string
  authority: string | null
  association: string | null
  body: string
  language: string
  position: number | null
  answered: Generated<boolean>
  answer: Generated<string>
  answer_language: Generated<string>
  published: Generated<boolean>
  revision: Generated<number>
  asked_at: Date
  asked_by: string | null
  changed_at: Date
  changed_by: string | null
}

interface PublishedQuestionTable {
  id: string
  meeting: string
  authority: string | null
  association: string | null
  position: number | null
  body: string
  language: string
  answer: string
  answer_language: string
  published_at: Date
}

export interface ConclusionsTables {
  'office.meeting_question': MeetingQuestionTable
  'published.meeting_question': PublishedQuestionTable
  'office.conclusion_set': ConclusionSetTable
  'office.conclusion': ConclusionTable
  'office.conclusion_amendment': AmendmentTable
  'office.conclusion_note': ConclusionNoteTable
  'published.conclusion_set': PublishedSetTable
  'published.conclusion': PublishedConclusionTable
  'published.conclusion_look': ConclusionLookTable
}
