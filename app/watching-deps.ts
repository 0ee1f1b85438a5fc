/** What readers' reports and nightly checks need from other areas, and their one way out to the network. */
import { setTimeout as wait } from 'node:timers/promises'
import { authoritiesWith, peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsOf } from './areas/associations/index.ts'
import {
  areasOf,
  type Countries,
  nationalAuthorities,
  nutsCodeOf,
  readAuthorities,
  readCurrentAuthority,
} from './areas/authorities/index.ts'
import {
  type CareDeps,
  type ChecklistDeps,
  checklistCare,
  type PublicHolidays,
  partsWith,
} from './areas/checklist/index.ts'
import { askedProviders } from './areas/confirmations/index.ts'
import { kindsServedByOthers } from './areas/help-pages/index.ts'
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
  countries: Countries,
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
    staffedTowns: (db, after, most) => authoritiesWith(db, ['officer', 'approver'], after, most),
    nationalOffices: async (db) => {
      const offices = await Promise.all([...countries.codes].map((iso) => nationalAuthorities(db, iso)))
      return offices.flat().map(({ id }) => id)
    },
    careOf: careIn(deps, checklist),
    helpersOf: async (db, authority) => {
      const people = await peopleOfAssociations(db, await associationsOf(db, authority), 'coordinator')
      return people.length > 0
        ? { told: 'association', people }
        : { told: 'secretariat', people: await peopleOfInstance(db, 'secretariat') }
    },
  }
}

function careIn({ database, clock }: Shared, checklist: WatchingDeps['checklist']): WatchingDeps['careOf'] {
  const care: CareDeps = {
    ...{ database, clock, checklist },
    readAskedProviders: (town, today) => askedProviders(database.db, town, today),
    readKindsServedByOthers: (id) => database.read((reader) => kindsServedByOthers(reader, id)),
  }
  return (town) => checklistCare(care, town)
}

function netOf({ config, clock }: Pick<Shared, 'config' | 'clock'>): WatchingDeps['net'] {
  const rules = { ...openInternet, allowed: config.networkAllow }
  return createNetClient({ clock, wait, baseUrl: config.baseUrl, on: config.network, rules })
}
