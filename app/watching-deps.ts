/** What readers' reports and nightly checks need from other areas, and their one way out to the network. */
import { setTimeout as wait } from 'node:timers/promises'
import { peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsOf } from './areas/associations/index.ts'
import { areasOf, nutsCodeOf, readAuthorities, readCurrentAuthority } from './areas/authorities/index.ts'
import { type ChecklistDeps, type PublicHolidays, partsWith } from './areas/checklist/index.ts'
import { linksOfHelplines } from './areas/helplines/index.ts'
import { linksOfTexts } from './areas/standards/index.ts'
import type { WatchingDeps } from './areas/watching/index.ts'
import type { Config } from './config.ts'
import { officersOf } from './national-deps.ts'
import { createNetClient } from './platform/net/net-client.ts'
import { openInternet } from './platform/net/net-target.ts'

type Shared = Pick<WatchingDeps, 'clock' | 'database' | 'jobs' | 'log' | 'notify'> & { readonly config: Config }

export function watchingDepsOf(
  deps: Shared,
  { checklist, helplines, languages, placeHidden }: ChecklistDeps,
  holidays: PublicHolidays,
): WatchingDeps {
  return {
    ...deps,
    checklist,
    helplines,
    languages,
    placeHidden,
    net: netOf(deps),
    isPublicHoliday: holidays.isPublicHoliday,
    // What a merged town had published is its successor's to look after.
    readAuthority: readCurrentAuthority,
    lookingAfter: async (db, service, authority) => {
      const town = await readCurrentAuthority(db, authority)
      if (town?.status === 'split') return readAuthorities(db, await partsWith(db, service))
      return town ? [town] : []
    },
    linksElsewhere: async (db) => [...new Set([...(await linksOfTexts(db)), ...linksOfHelplines(helplines)])],
    officersOf,
    regionOf: async (db, authority) =>
      nutsCodeOf(
        db,
        (await areasOf(db, authority)).map(({ id }) => id),
      ),
    helpersOf: async (db, authority) => {
      const people = await peopleOfAssociations(db, await associationsOf(db, authority), 'coordinator')
      return people.length > 0
        ? { told: 'association', people }
        : { told: 'secretariat', people: await peopleOfInstance(db, 'secretariat') }
    },
  }
}

function netOf({ config, clock }: Pick<Shared, 'config' | 'clock'>): WatchingDeps['net'] {
  const rules = { ...openInternet, allowed: config.networkAllow }
  return createNetClient({ clock, wait, baseUrl: config.baseUrl, on: config.network, rules })
}
