import type { Retention } from '../../platform/privacy/retention.ts'

const directory = 'the public directory of authorities: official names and codes'

export const authoritiesRetention: Retention = {
  rules: [],
  nothingPersonal: [
    { table: 'published.authority', reason: directory },
    { table: 'published.authority_area', reason: directory },
    { table: 'published.authority_code', reason: directory },
    { table: 'published.authority_name', reason: directory },
    { table: 'published.former_slug', reason: directory },
    {
      table: 'published.inheritance',
      reason: 'which town shows what another had published before it was merged or split',
    },
    { table: 'published.split_part', reason: 'which authorities came out of another, and when' },
  ],
}
