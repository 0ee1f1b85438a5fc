/** What programmes hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const programmePersonalSets: readonly TableSet[] = [
  {
    key: 'sessions_changed_by_me',
    group: 'support',
    from: 'office.programme_session',
    shows: ['id', 'meeting', 'changed_at'],
    byId: ['changed_by'],
  },
]
