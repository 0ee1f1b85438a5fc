/** What delegations hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const delegationsPersonalSets: readonly TableSet[] = [
  {
    key: 'my_place_in_a_delegation',
    group: 'support',
    from: 'office.delegate',
    shows: [
      ...['id', 'meeting', 'authority', 'association', 'guest', 'name', 'function', 'email', 'languages', 'diet'],
      ...['diet_note', 'access'],
      ...['access_note', 'companion', 'arrives', 'leaves', 'visa', 'registered_at', 'place_since'],
    ],
    byAddress: ['email'],
  },
  {
    key: 'delegates_changed_by_me',
    group: 'support',
    from: 'office.delegate',
    shows: ['id', 'meeting', 'changed_at'],
    byId: ['changed_by'],
  },
  {
    key: 'organisations_i_register_for',
    group: 'support',
    from: 'office.meeting_guest',
    shows: ['id', 'meeting', 'kind', 'name', 'invited_at'],
    byId: ['contact', 'invited_by'],
  },
]
