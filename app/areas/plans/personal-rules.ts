/** What plans hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const plansPersonalSets: readonly TableSet[] = [
  {
    key: 'plans_changed_by_me',
    group: 'support',
    from: 'office.plan',
    shows: ['id', 'authority', 'changed_at', 'asked_at'],
    byId: ['changed_by', 'asked_by'],
  },
  {
    key: 'measures_changed_by_me',
    group: 'support',
    from: 'office.measure',
    shows: ['id', 'plan', 'changed_at'],
    byId: ['changed_by'],
  },
  {
    key: 'plans_carried_together_by_my_word',
    group: 'support',
    from: 'office.plan_partner',
    shows: ['plan', 'authority', 'asked_at', 'agreed_at'],
    byId: ['asked_by', 'agreed_by'],
  },
]
