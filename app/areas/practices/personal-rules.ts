/** What practices hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const practicesPersonalSets: readonly TableSet[] = [
  {
    key: 'practices_written_or_decided_by_me',
    group: 'decisions',
    from: 'office.practice',
    shows: ['begun_at', 'authority', 'state', 'changed_at', 'submitted_at', 'decided_at', 'reasons'],
    byId: ['begun_by', 'changed_by', 'submitted_by', 'decided_by'],
  },
  {
    key: 'messages_about_practices_by_me',
    group: 'decisions',
    from: 'office.practice_message',
    shows: ['written_at', 'question', 'side', 'text'],
    byId: ['written_by'],
  },
]
