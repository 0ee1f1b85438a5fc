/** What conclusions hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const conclusionsPersonalSets: readonly TableSet[] = [
  {
    key: 'conclusions_changed_by_me',
    group: 'support',
    from: 'office.conclusion',
    shows: ['id', 'meeting', 'changed_at'],
    byId: ['changed_by'],
  },
  {
    key: 'conclusion_sets_changed_by_me',
    group: 'support',
    from: 'office.conclusion_set',
    shows: ['meeting', 'stage', 'changed_at'],
    byId: ['changed_by'],
  },
  {
    key: 'amendments_by_me',
    group: 'support',
    from: 'office.conclusion_amendment',
    shows: ['id', 'conclusion', 'kind', 'sent_at', 'decided_at'],
    byId: ['sent_by', 'decided_by'],
  },
  {
    key: 'conclusion_notes_by_me',
    group: 'support',
    from: 'office.conclusion_note',
    shows: ['id', 'conclusion', 'state', 'told_at'],
    byId: ['told_by'],
  },
  {
    key: 'meeting_questions_by_me',
    group: 'support',
    from: 'office.meeting_question',
    shows: ['id', 'meeting', 'asked_at', 'changed_at'],
    byId: ['asked_by', 'changed_by'],
  },
]
