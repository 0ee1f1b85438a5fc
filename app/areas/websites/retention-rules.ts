/** What is kept of a town's website names no person. */
import type { Retention } from '../../platform/privacy/retention.ts'

export const websitesRetention: Retention = {
  rules: [
    {
      table: 'office.website_look',
      holds: "the address of a page of a town's website, and what the last look at it has shown; no persons",
      keeps: 'a year',
      why: 'the officer sees next time what was to be put right',
      ends: [{ since: 'looked_at', days: 365 }],
    },
  ],
  nothingPersonal: [],
}
