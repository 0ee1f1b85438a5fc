import type { TableSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

export const catchmentsRetention: Retention = {
  rules: [
    {
      table: 'office.area_list',
      holds:
        'codes of towns that shall be in an area (police, court, health) or no longer, and the id of whoever brought them',
      keeps: 'until it is done, thrown away or another is brought; a day at most',
      why: 'to see what a list would change before it does',
      ends: [{ since: 'brought_at', days: 1 }],
    },
  ],
  nothingPersonal: [],
}

export const catchmentsPersonalSets: readonly TableSet[] = [
  {
    key: 'lists_of_areas_brought_by_me',
    group: 'decisions',
    from: 'office.area_list',
    shows: ['brought_at', 'act'],
    byId: ['brought_by'],
  },
]
