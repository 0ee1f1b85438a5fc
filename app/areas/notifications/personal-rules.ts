/** What notifications hold about a person, as the person gets it. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const notificationsPersonalSets: readonly TableSet[] = [
  {
    key: 'mail_choices',
    group: 'mails',
    from: 'notifications.choice',
    shows: ['changed_at', 'kind', 'timing'],
    byId: ['person'],
  },
  { key: 'told', group: 'mails', from: 'notifications.told', shows: ['told_at', 'key'], byId: ['person'] },
  {
    key: 'waiting_to_be_told',
    group: 'mails',
    from: 'notifications.kept',
    shows: ['kept_at', 'kind', 'language', 'text', 'due', 'digest_at'],
    byId: ['person'],
  },
]
