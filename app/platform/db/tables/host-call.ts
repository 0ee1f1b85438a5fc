/** How the host of a meeting is found. */
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type JsonList = ColumnType<unknown, string | undefined, string>
type Moment = ColumnType<Date | null, Date | null | undefined, Date | null>

interface HostCallTable {
  meeting: string
  opens: Date
  deadline: Date
  zone: string
  requirements: Json
  criteria: Json
  documents: Json
  files: JsonList
  scores_by: ColumnType<string, string, string>
  published_at: Moment
  revision: Generated<number>
  changed_at: Date
}

interface HostQuestionTable {
  id: string
  meeting: string
  authority: string
  text: string
  asked_at: Date
  asked_by: string | null
  answered_at: Moment
}

interface HostAnswerTable {
  question: string
  meeting: string
  text: string
  answer: string
  answered_at: Date
}

interface HostBidTable {
  id: string
  meeting: string
  authority: string
  facts: Json
  files: JsonList
  state: 'draft' | 'handed' | 'withdrawn'
  revision: Generated<number>
  begun_at: Date
  changed_at: Date
  changed_by: string | null
}

interface HostReviewerTable {
  meeting: string
  person: string
  asked_at: Date
  given_at: Moment
}

interface HostScoreTable {
  bid: string
  person: string
  scores: ColumnType<unknown, string | null, string | null>
  changed_at: Date
}

interface HostChoiceTable {
  meeting: string
  host: string | null
  runner_up: string | null
  state: 'chosen' | 'withdrawn' | 'offered' | 'declined' | 'reopened'
  revision: Generated<number>
  changed_at: Date
  changed_by: string | null
}

interface HostStepTable {
  id: string
  meeting: string
  kind: 'chosen' | 'withdrawn' | 'reopened'
  authority: string | null
  reasons: string
  unscored: Generated<string>
  at: Date
}

interface MeetingLeftTable {
  id: string
  meeting: string
  kind: string
  title: string
  text: string
  link: string
  language: string
  authority: string | null
  written_at: Date
}

export interface HostCallTables {
  'published.host_call': HostCallTable
  'office.host_question': HostQuestionTable
  'published.host_answer': HostAnswerTable
  'office.host_bid': HostBidTable
  'office.host_reviewer': HostReviewerTable
  'office.host_score': HostScoreTable
  'office.host_choice': HostChoiceTable
  'published.host_step': HostStepTable
  'published.meeting_left': MeetingLeftTable
}
