/** What the exchange holds of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const exchangePersonalSets: readonly TableSet[] = [
  {
    key: 'pieces_shared_or_ended_by_me',
    group: 'decisions',
    from: 'office.shared_piece',
    shows: ['shared_at', 'association', 'kind', 'title', 'language', 'licence', 'ended_at', 'ended_reason'],
    byId: ['shared_by', 'ended_by'],
  },
  {
    key: 'uses_said_by_me',
    group: 'decisions',
    from: 'office.shared_use',
    shows: ['said_at', 'association', 'piece', 'sentence'],
    byId: ['said_by'],
  },
]
