import type { Retention } from '../../platform/privacy/retention.ts'

export const proposalsRetention: Retention = {
  rules: [],
  nothingPersonal: [
    {
      table: 'office.proposal_decision',
      reason: 'which suggestions an office has taken or refused, not who: that stands in the trail',
    },
  ],
}
