/** What search engines and researchers look for at addresses that are the same everywhere. */
import type { Context } from 'hono'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import { aboutPages, absolute, urls } from '../../urls.ts'
import { articleCount } from '../checklist/index.ts'
import { guideIds } from '../guides/index.ts'
import { addresses, allSeries, type Series, sitemapPattern } from './addresses.ts'
import {
  countFindableEntries,
  type FindableTown,
  findableCountries,
  findableEntries,
  findableTowns,
  type Part,
} from './findable-store.ts'
import {
  countFindableEvents,
  countFindablePlans,
  countFindablePractices,
  countFindableReports,
  countFindableResources,
  findableEvents,
  findablePlans,
  findablePractices,
  findableReports,
  findableResources,
} from './findable-work-store.ts'
import { type Listed, robotsText, type SitemapFile, securityText, sitemap, sitemapIndex } from './sitemap-rules.ts'

export interface FindableDeps {
  readonly database: Pick<Database, 'read'>
  readonly i18n: Pick<I18n, 'offered'>
  readonly clock: Clock
  readonly baseUrl: string
  /** False: this instance shows fictional towns, which nobody shall find who looks for help. */
  readonly production: boolean
  /** Undefined: nobody has said whom to tell. */
  readonly securityContact: string | undefined
}

/** Two pages a town in up to forty languages stay under the 50,000 addresses that a file may have. */
const townsOfFile = 500
const entriesOfFile = 1_000

/** An hour: a town that publishes is found by search engines days later in any case. */
const keptFor = 'public, max-age=3600'

export function findableRoutes(deps: FindableDeps): Route<AppEnv>[] {
  const base = { method: 'GET', permission: 'public', audit: 'findable.read' } as const
  const text = (c: Context<AppEnv>, body: string) =>
    c.body(body, 200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': keptFor })
  const xml = (c: Context<AppEnv>, body: string) =>
    c.body(body, 200, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': keptFor })
  return [
    {
      ...base,
      path: addresses.robots(),
      handle: (c) => {
        const refused = deps.production ? [urls.office(), urls.signIn()] : ['/']
        return text(c, robotsText(absolute(deps.baseUrl, addresses.sitemapIndex()), refused))
      },
    },
    {
      ...base,
      path: addresses.securityText(),
      handle: (c) => {
        if (deps.securityContact === undefined) throw notFound()
        return text(
          c,
          securityText(deps.securityContact, absolute(deps.baseUrl, addresses.securityText()), deps.clock.now()),
        )
      },
    },
    { ...base, path: addresses.sitemapIndex(), handle: async (c) => xml(c, sitemapIndex(await filesOf(deps))) },
    { ...base, path: addresses.siteSitemap(), handle: (c) => xml(c, sitemap(sitePages(deps))) },
    {
      ...base,
      path: sitemapPattern,
      handle: async (c) => {
        const [name = '', number = ''] = (c.req.param('file') ?? '').replace('.xml', '').split('-')
        const one = allSeries.find((each) => each === name)
        const pages = one ? await seriesPages(deps, one, Number(number)) : await pagesOf(deps, name, Number(number))
        if (pages.length === 0) throw notFound()
        return xml(c, sitemap(pages))
      },
    },
  ]
}

async function filesOf({ database, baseUrl }: FindableDeps): Promise<SitemapFile[]> {
  const countries = await database.read(findableCountries)
  const counts = await Promise.all(allSeries.map((name) => database.read(series[name].count)))
  return [
    { href: absolute(baseUrl, addresses.siteSitemap()), changed: undefined },
    ...countries.flatMap(({ country, towns, changed }) =>
      Array.from({ length: Math.ceil(towns / townsOfFile) }, (_, index) => ({
        href: absolute(baseUrl, addresses.sitemap(country, index + 1)),
        changed,
      })),
    ),
    ...allSeries.flatMap((name, at) =>
      Array.from({ length: Math.ceil((counts[at] ?? 0) / entriesOfFile) }, (_, index) => ({
        href: absolute(baseUrl, addresses.seriesSitemap(name, index + 1)),
        changed: undefined,
      })),
    ),
  ]
}

/** A page in every language. */
function listed({ i18n, baseUrl }: FindableDeps, path: (lang: string) => string, changed?: Temporal.Instant): Listed {
  return {
    versions: i18n.offered.map(({ code, tag }) => ({ lang: tag, href: absolute(baseUrl, path(code)) })),
    changed,
  }
}

function sitePages(deps: FindableDeps): Listed[] {
  return [
    listed(deps, urls.home),
    listed(deps, (lang) => urls.search(lang)),
    listed(deps, urls.networkMap),
    ...[urls.register, urls.registerMap, urls.registerYears, urls.registerHistorical].map((page) =>
      listed(deps, (lang) => page(lang)),
    ),
    ...aboutPages.map((page) => listed(deps, (lang) => urls.about(lang, page))),
    listed(deps, urls.pact),
    listed(deps, urls.lanzarote),
    listed(deps, (lang) => urls.practices(lang)),
    listed(deps, (lang) => urls.toolkit(lang)),
    listed(deps, (lang) => urls.toolkitLanguages(lang)),
    listed(deps, (lang) => urls.meetings(lang)),
    listed(deps, (lang) => urls.meetingHosts(lang)),
    listed(deps, (lang) => urls.review(lang)),
    listed(deps, (lang) => urls.reviewDefinitions(lang)),
    ...Array.from({ length: articleCount }, (_, index) =>
      listed(deps, (lang) => urls.lanzaroteArticle(lang, index + 1)),
    ),
    ...guideIds.map((id) => listed(deps, (lang) => urls.guide(lang, id))),
  ]
}

/** The country's own page stands in its first file. @param country in either case. */
async function pagesOf(deps: FindableDeps, country: string, number: number): Promise<Listed[]> {
  const iso = country.toUpperCase()
  const part = { from: (number - 1) * townsOfFile, most: townsOfFile }
  const towns = await deps.database.read((db) => findableTowns(db, iso, part))
  if (towns.length === 0) return []
  const own = number === 1 ? [listed(deps, (lang) => urls.country(lang, iso))] : []
  return [...own, ...towns.flatMap((town) => townPages(deps, town))]
}

interface SeriesPages {
  readonly count: (db: ReadDb) => Promise<number>
  readonly pages: (db: ReadDb, part: Part) => Promise<SeriesPage[]>
}
interface SeriesPage {
  readonly path: (lang: string) => string
  readonly changed: Temporal.Instant
}

const series: Readonly<Record<Series, SeriesPages>> = {
  register: {
    count: countFindableEntries,
    pages: async (db, part) =>
      (await findableEntries(db, part)).map(({ number, changed }) => ({
        path: (lang) => urls.registerEntry(lang, number),
        changed,
      })),
  },
  plans: {
    count: countFindablePlans,
    pages: async (db, part) =>
      (await findablePlans(db, part)).map(({ id, changed, ...town }) => ({
        path: (lang) => urls.planOne(lang, town, id),
        changed,
      })),
  },
  reports: {
    count: countFindableReports,
    pages: async (db, part) =>
      (await findableReports(db, part)).map(({ cycle, changed, ...town }) => ({
        path: (lang) => urls.planReport(lang, town, cycle),
        changed,
      })),
  },
  events: {
    count: countFindableEvents,
    pages: async (db, part) =>
      (await findableEvents(db, part)).map(({ id, year, changed }) => ({
        path: (lang) => urls.event(lang, year, id),
        changed,
      })),
  },
  toolkit: {
    count: countFindableResources,
    pages: async (db, part) =>
      (await findableResources(db, part)).map(({ id, changed }) => ({
        path: (lang) => urls.resource(lang, id),
        changed,
      })),
  },
  practices: {
    count: countFindablePractices,
    pages: async (db, part) =>
      (await findablePractices(db, part)).map(({ id, changed }) => ({
        path: (lang) => urls.practice(lang, id),
        changed,
      })),
  },
}

async function seriesPages(deps: FindableDeps, name: Series, number: number): Promise<Listed[]> {
  const part = { from: (number - 1) * entriesOfFile, most: entriesOfFile }
  const pages = await deps.database.read((db) => series[name].pages(db, part))
  return pages.map(({ path, changed }) => listed(deps, path, changed))
}

/** Its help page, and the view for children: they look for help by themselves, and its title tells nobody what it is. */
function townPages(deps: FindableDeps, town: FindableTown): Listed[] {
  return [
    listed(deps, (lang) => urls.town(lang, town), town.changed),
    listed(deps, (lang) => urls.children(lang, town), town.changed),
  ]
}
