import type { Retention } from '../../platform/privacy/retention.ts'

export const marketRetention: Retention = {
  rules: [],
  nothingPersonal: [
    {
      table: 'published.market_stand',
      reason: 'which good practice a town shows at a meeting, at which stand and when',
    },
  ],
}
