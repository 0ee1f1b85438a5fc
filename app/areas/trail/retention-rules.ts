import type { Retention } from '../../platform/privacy/retention.ts'

export const trailRetention: Retention = {
  rules: [
    {
      table: 'audit.record',
      holds: 'id and role of whoever acted, what they did and when; no name, no address, no text',
      keeps: 'for ever; an id without a person once they are deleted',
      why: 'a town has to be able to see what was done in its name, however long ago',
      ends: [],
    },
    {
      table: 'office.support',
      holds: 'ids of who asked for, gave and ended a look at the office of a town',
      keeps: 'three years after it ended',
      why: 'a term of office; who looked at what stands in the audit trail of the town',
      ends: [{ since: 'coalesce(ended_at, until, asked_at)', days: 3 * 365 + 1 }],
    },
  ],
  nothingPersonal: [],
}
