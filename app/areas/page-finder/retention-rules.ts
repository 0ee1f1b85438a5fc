/** What is kept of towns' websites; of persons only who confirmed or corrected it. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

export const pageFinderRetention: Retention = {
  rules: [
    {
      table: 'office.site_finding',
      holds:
        "what a town's own website has for children: an address, one sentence, and the id of the coordinator who confirmed or corrected it",
      keeps: 'two years after it was last looked at or corrected',
      why: 'an association sees which members still need a page, and who knows it',
      ends: [{ since: 'kept_at', days: 731 }],
    },
  ],
  nothingPersonal: [
    {
      table: 'office.site_search',
      reason: 'which association has websites looked at; who began it stands in the trail',
    },
    { table: 'office.town_site', reason: "the address of a town's website and when it is looked at" },
  ],
}

export const pageFinderPersonalSets: readonly TableSet[] = [
  {
    key: 'websites_of_towns_judged_by_me',
    group: 'decisions',
    from: 'office.site_finding',
    shows: ['authority', 'said', 'said_address', 'said_at'],
    byId: ['said_by'],
  },
]
