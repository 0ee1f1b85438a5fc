/** What orders of copies hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const printsPersonalSets: readonly TableSet[] = [
  {
    key: 'print_orders_by_me',
    group: 'decisions',
    from: 'office.print_order',
    shows: ['ordered_at', 'what', 'language', 'copies', 'address', 'note', 'done_at'],
    byId: ['ordered_by', 'done_by'],
  },
]
