import type { Retention } from '../../platform/privacy/retention.ts'

const words = 'words about kinds of services, written by offices for publication; who wrote them stands in the trail'

export const standardsRetention: Retention = {
  rules: [],
  nothingPersonal: [
    { table: 'published.standard_text', reason: words },
    { table: 'published.standard_version', reason: words },
    { table: 'office.standard_draft', reason: words },
  ],
}
