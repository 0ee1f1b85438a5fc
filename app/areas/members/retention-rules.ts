import type { TableSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

export const membersRetention: Retention = {
  rules: [
    {
      table: 'office.member_list',
      holds:
        'codes and names of authorities that shall become members of an association, and the id of whoever brought them',
      keeps: 'until it is done, thrown away or another is brought; a day at most',
      why: 'to see what a list would change before it does',
      ends: [{ since: 'brought_at', days: 1 }],
    },
  ],
  nothingPersonal: [],
}

export const membersPersonalSets: readonly TableSet[] = [
  {
    key: 'lists_of_members_brought_by_me',
    group: 'decisions',
    from: 'office.member_list',
    shows: ['brought_at', 'act'],
    byId: ['brought_by'],
  },
]
