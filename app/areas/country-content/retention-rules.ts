import type { Retention } from '../../platform/privacy/retention.ts'

const who = 'who wrote it stands in the trail'

export const countryContentRetention: Retention = {
  rules: [],
  nothingPersonal: [
    { table: 'office.legal_note', reason: `what the law of a country says, with its source; ${who}` },
    { table: 'published.legal_note', reason: `the same, as families read it; ${who}` },
    {
      table: 'office.country_two_pairs',
      reason: 'countries in which a second person publishes legal notes; no persons',
    },
    { table: 'office.model_letter', reason: `letters without a recipient, for every town of an association; ${who}` },
  ],
}
