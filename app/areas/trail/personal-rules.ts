/** What the trail says a person did, as the person gets it. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const trailPersonalSets: readonly TableSet[] = [
  {
    key: 'acts',
    group: 'trail',
    from: 'audit.record',
    shows: ['at', 'action', 'actor', 'authority', 'subject', 'detail'],
    byId: ['person'],
  },
  {
    key: 'support',
    group: 'support',
    from: 'office.support',
    shows: [
      'asked_at',
      'authority',
      'association',
      'asked_by',
      'granted_at',
      'granted_by',
      'until',
      'ended_at',
      'ended_by',
    ],
    byId: ['asked_by', 'granted_by', 'ended_by'],
  },
]
