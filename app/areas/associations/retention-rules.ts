import type { Retention } from '../../platform/privacy/retention.ts'

const directory = 'the public directory of associations and their members, which are authorities'

export const associationsRetention: Retention = {
  rules: [],
  nothingPersonal: [
    { table: 'published.association', reason: directory },
    { table: 'published.association_member', reason: directory },
    {
      table: 'office.asking_contact',
      reason: 'name, address and number of an office, never of a person; who changed them stands in the trail',
    },
  ],
}
