/** What looking at the websites of towns needs from other areas. */
import { setTimeout as wait } from 'node:timers/promises'
import { personNames } from './areas/accounts/index.ts'
import { readAssociations } from './areas/associations/index.ts'
import { domainsOf, foldQuery, readAuthority } from './areas/authorities/index.ts'
import { siteHosts } from './areas/help-pages/index.ts'
import { type FinderDeps, type FinderOfficeDeps, lookAtSitesJob } from './areas/page-finder/index.ts'
import { placedOnPage } from './areas/websites/index.ts'
import type { Config } from './config.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import type { ReferenceData } from './reference-data.ts'
import type { Services } from './services.ts'

type Shared = Pick<FinderDeps, 'clock' | 'log' | 'net'> &
  Pick<Services, 'database'> & { readonly config: Config; readonly jobs: Pick<Jobs, 'start' | 'enqueue'> }

export function finderDepsOf(
  { database, clock, log, net, config, jobs }: Shared,
  { countries, reading }: Pick<ReferenceData, 'countries' | 'reading'>,
): FinderDeps {
  return {
    ...{ database, clock, log, net, reading, wait },
    networkOn: config.network,
    readTown: async (db, id) => {
      const town = await readAuthority(db, id)
      return town?.status === 'active' ? { ...town, hosts: siteHosts(await domainsOf(db, id)) } : undefined
    },
    languagesOf: (country) => countries.byIso(country)?.officialLanguages ?? [],
    placedOn: ({ country, slug, hosts, timeZone }, html, url) => {
      const now = clock.now()
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
      const look = { baseUrl: config.baseUrl, town: `${country.toLowerCase()}/${slug}`, hosts, now, today }
      const placed = placedOnPage(look, html, url)
      return placed && { verdict: placed.as, made: placed.made }
    },
    readyToLook: () => jobs.start(),
    lookSoon: (tx) => jobs.enqueue(tx, lookAtSitesJob, {}),
  }
}

/** What its pages need, beside. */
export function finderOfficeDepsOf({ finder, reference, database: { db } }: Services): FinderOfficeDeps {
  return {
    ...finder,
    checklist: reference.checklist,
    foldings: foldQuery,
    readAssociation: async (reader, id) => (await readAssociations(reader, [id]))[0],
    personNames: (ids) => personNames(db, ids),
  }
}
