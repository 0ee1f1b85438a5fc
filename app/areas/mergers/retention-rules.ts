/** Plans name authorities; of persons they know who made and decided them. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

/** A term of office, as for all decisions. */
const threeYears = 3 * 365 + 1

export const mergersRetention: Retention = {
  rules: [
    {
      table: 'office.list_plan',
      holds: 'what a new official list would change, and the id of whoever handed it in',
      keeps: 'three years after it was applied or discarded',
      why: 'who asks why a town was merged sees what was decided; what was done stands in the trail',
      ends: [{ since: 'ended_at', days: threeYears }],
    },
    {
      table: 'office.list_plan_item',
      holds: 'one thing that it would change, and the id of whoever decided about it',
      keeps: 'as long as the plan',
      why: 'a decision has to say who made it',
      ends: [],
    },
    {
      table: 'office.list_upload',
      holds:
        'what is asked and decided about an official list that was brought, and the ids of whoever brought it and decided',
      keeps: 'until it has become a plan or another is brought; a day at most',
      why: 'to decide what its columns hold',
      ends: [{ since: 'uploaded_at', days: 1 }],
    },
    {
      table: 'office.list_piece',
      holds: 'a piece of the file of an official list that was brought',
      keeps: 'as long as the list; a day at most',
      why: 'to compare it with what is known',
      ends: [{ since: 'kept_at', days: 1 }],
    },
  ],
  nothingPersonal: [
    { table: 'office.list_columns', reason: 'what the headings of a country’s official lists stand for' },
    { table: 'office.split_item', reason: 'what a part of a town that was split has looked through, not who' },
  ],
}

export const mergersPersonalSets: readonly TableSet[] = [
  {
    key: 'lists_of_authorities_handed_in_by_me',
    group: 'decisions',
    from: 'office.list_plan',
    shows: ['made_at', 'country', 'valid_from', 'ended_at', 'outcome'],
    byId: ['made_by'],
  },
  {
    key: 'official_lists_brought_by_me',
    group: 'decisions',
    from: 'office.list_upload',
    shows: ['uploaded_at', 'country', 'list_name', 'movements_name'],
    byId: ['uploaded_by'],
  },
  {
    key: 'official_lists_compared_for_me',
    group: 'decisions',
    from: 'office.list_upload',
    shows: ['decided_at', 'country', 'list_name', 'decided'],
    byId: ['decided_by'],
  },
  {
    key: 'changes_of_authorities_decided_by_me',
    group: 'decisions',
    from: 'office.list_plan_item',
    shows: ['decided_at', 'kind', 'code', 'name', 'decision', 'applied_at'],
    byId: ['decided_by'],
  },
]
