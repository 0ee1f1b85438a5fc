/** Wires the areas into one application. What each needs stands in its own deps type. */
import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { accountsPermissions, accountsRoutes, createGuards } from './areas/accounts/index.ts'
import { nameIn, readAuthorities } from './areas/authorities/index.ts'
import { checklistPermissions, placeFieldsToShow } from './areas/checklist/index.ts'
import { anyTown, faultPage, type HelpPagesDeps, helpPageRoutes, type SiteDeps } from './areas/help-pages/index.ts'
import { officeRoutes } from './office.ts'
import { followChanges } from './platform/db/change-feed.ts'
import { assetRoutes, publicStyles } from './platform/http/assets.ts'
import type { AppEnv } from './platform/http/env.ts'
import { healthRoutes } from './platform/http/health.ts'
import { safetyHeaders } from './platform/http/security-headers.ts'
import { type AnswerKept, createAnswerKept } from './platform/page-cache/answer-kept.ts'
import { createPageCache } from './platform/page-cache/page-cache.ts'
import type { Services } from './services.ts'
import { createFindSubject } from './subjects.ts'

/** Memory that compressed pages may take: some thousands of pages. */
const pageCacheBytes = 128_000_000

export interface Composition {
  readonly app: Hono<AppEnv>
  /** For a server of `node:http`: pages in memory the short way, everything else through `app`. */
  readonly listener: RequestListener
  readonly helpPages: HelpPagesDeps
}

function siteOf(services: Services): SiteDeps {
  const { reference, i18n, config, holidays } = services
  return {
    i18n,
    countries: reference.countries,
    helplines: reference.helplines,
    quickExit: reference.quickExit,
    isPublicHoliday: holidays.isPublicHoliday,
    baseUrl: config.baseUrl,
    instanceName: config.instanceName,
    styles: publicStyles(),
  }
}

/** The public side: its cache hears of every change. */
async function helpPagesOf(services: Services): Promise<HelpPagesDeps> {
  const { reference, guides, database, clock } = services
  const pageCache = createPageCache({ bytes: pageCacheBytes }, clock.milliseconds)
  await followChanges(database, (authorities) => {
    if (authorities) pageCache.invalidate([anyTown, ...authorities])
    else pageCache.clear()
  })
  return { site: siteOf(services), checklist: reference.checklist, guides, database, pageCache, clock }
}

function listenerOf(app: Hono<AppEnv>, answerKept: AnswerKept): RequestListener {
  const answer = getRequestListener(app.fetch)
  return (incoming, outgoing) => {
    if (!answerKept(incoming, outgoing)) void answer(incoming, outgoing)
  }
}

export async function compose(services: Services): Promise<Composition> {
  const { config, log, clock, i18n, database, accounts } = services
  const helpPages = await helpPagesOf(services)
  const permissions = { ...accountsPermissions, ...checklistPermissions }
  const findSubject = createFindSubject(database.db, services.reference.countries)
  const guards = createGuards(
    { accounts, config, i18n, clock, findSubject, fieldsToKeep: placeFieldsToShow },
    permissions,
  )
  const authorityNames = async (ids: readonly string[], language: string) =>
    (await readAuthorities(database.db, ids)).map((town) => ({ ...town, name: nameIn(town, language) }))
  const headers = safetyHeaders(Object.values(helpPages.site.styles), config.baseUrl.startsWith('https:'))
  const app = createApp({
    log,
    baseUrl: config.baseUrl,
    trustProxy: config.trustProxy,
    safetyHeaders: headers,
    routes: [
      ...healthRoutes(database),
      ...assetRoutes(),
      ...accountsRoutes({ accounts, config, clock, authorityNames, database, i18n }),
      ...officeRoutes(services, helpPages),
      ...helpPageRoutes(helpPages),
    ],
    guards,
    faultPage: async (request, fault) => faultPage(helpPages.site, clock, request, fault),
  })
  const answerKept = createAnswerKept({ pageCache: helpPages.pageCache, safetyHeaders: headers, log })
  return { app, helpPages, listener: listenerOf(app, answerKept) }
}
