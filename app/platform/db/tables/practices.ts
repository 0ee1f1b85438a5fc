import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

interface PracticeTable {
  id: string
  authority: string
  state: 'draft' | 'submitted' | 'returned' | 'published' | 'withdrawn'
  facts: Json
  revision: Generated<number>
  plan: string | null
  measure: string | null
  version: number | null
  begun_at: Date
  begun_by: string | null
  changed_at: Date
  changed_by: string | null
  submitted_at: Date | null
  submitted_by: string | null
  decided_at: Date | null
  decided_by: string | null
  reasons: Generated<string>
  ended_at: Date | null
}

interface PracticeQuestionTable {
  id: string
  practice: string
  /** Of the town that asks; neither this nor an association: the secretariat. */
  authority: string | null
  association: string | null
  waits: 'town' | 'asker'
  asked_at: Date
  changed_at: Date
}

interface PracticeMessageTable {
  id: string
  question: string
  side: 'town' | 'asker'
  text: string
  written_at: Date
  written_by: string | null
}

export interface PracticesTables {
  'office.practice': PracticeTable
  'office.practice_question': PracticeQuestionTable
  'office.practice_message': PracticeMessageTable
}

interface PublicPracticeTable {
  id: string
  authority: string
  version: number
  status: 'published' | 'withdrawn'
  section: string
  cost: string
  articles: number[]
  kinds: string[]
  language: string
  languages: string[]
  /** Of the measure of a plan that it tells of. */
  plan: Generated<string | null>
  measure: Generated<string | null>
  folded: string
  first_published_at: Date
  published_at: Date
  withdrawn_at: Date | null
}

interface PracticeVersionTable {
  practice: string
  version: number
  facts: Json
  published_at: Date
}

interface PracticeTranslationTable {
  practice: string
  language: string
  version: number
  parts: Json
  origin: 'person' | 'machine'
  revision: Generated<number>
  authority: string | null
  association: string | null
  translated_at: Date
}

interface PracticeUseTable {
  practice: string
  authority: string
  sentence: string
  said_at: Date
}

interface PracticeCollectionTable {
  id: string
  language: string
  title: string
  sentence: string
  revision: Generated<number>
  made_at: Date
}

interface PracticeCollectedTable {
  collection: string
  practice: string
  position: number
}

export interface PublicPracticesTables {
  'published.practice': PublicPracticeTable
  'published.practice_version': PracticeVersionTable
  'published.practice_translation': PracticeTranslationTable
  'published.practice_use': PracticeUseTable
  'published.practice_collection': PracticeCollectionTable
  'published.practice_collected': PracticeCollectedTable
}
