/** Counts of what is public, and of searches; no persons. */
import type { Retention } from '../../platform/privacy/retention.ts'

export const reviewRetention: Retention = {
  rules: [],
  nothingPersonal: [
    { table: 'published.plan_carrier', reason: 'which authorities carried a published plan, from when to when' },
    { table: 'published.town_change', reason: 'how many towns more or fewer had a plan, by month' },
    { table: 'published.measure_change', reason: 'how many measures more or fewer were in a state, by month' },
    { table: 'published.indicator_change', reason: 'by how much the sum of an indicator changed, by month' },
    { table: 'published.checklist_change', reason: 'how many towns more or fewer gave an answer, by month' },
    {
      table: 'published.need_month',
      reason: 'how often a kind was searched for in the whole network in a month; nothing of fewer than five towns',
    },
  ],
}
