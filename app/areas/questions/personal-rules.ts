/** What questions hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const questionsPersonalSets: readonly TableSet[] = [
  {
    key: 'questions_asked_or_taken_care_of_by_me',
    group: 'support',
    from: 'office.question',
    shows: ['asked_at', 'authority', 'association', 'subject', 'state', 'closed_at'],
    byId: ['asked_by', 'taken_by'],
  },
  {
    key: 'messages_written_by_me_in_questions',
    group: 'support',
    from: 'office.question_message',
    shows: ['at', 'question', 'note', 'way', 'received_on', 'text'],
    byId: ['person', 'entered_by'],
  },
]
