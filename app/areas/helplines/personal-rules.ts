/** What the history of help numbers says of persons: what each gets of it, and how long it is kept. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

export const helplinesPersonalSets: readonly TableSet[] = [
  {
    key: 'help_numbers_kept_by_me',
    group: 'decisions',
    from: 'office.helpline_act',
    shows: ['at', 'country', 'line', 'action', 'office', 'reason', 'note', 'before', 'after'],
    byId: ['person'],
  },
]

export const helplinesRetention: Retention = {
  rules: [
    {
      table: 'office.helpline_act',
      holds: 'id of whoever confirmed, corrected or withdrew a help number, and words for colleagues about it',
      keeps: 'three years; words that name somebody are emptied when they are deleted',
      why: 'to see how a number that children called came about',
      ends: [{ since: 'at', days: 3 * 365 + 1 }],
    },
  ],
  nothingPersonal: [
    {
      table: 'published.helpline',
      reason: 'numbers of whole countries, with the office that spoke for them; no persons',
    },
  ],
}
