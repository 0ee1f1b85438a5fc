/** What events hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const eventsPersonalSets: readonly TableSet[] = [
  {
    key: 'events_changed_by_me',
    group: 'support',
    from: 'office.event',
    shows: ['id', 'authority', 'changed_at', 'asked_at'],
    byId: ['changed_by', 'asked_by'],
  },
]
