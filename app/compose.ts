/** Wires the areas into one application. What each needs stands in its own deps type. */
import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { type AppDeps, createApp } from './app.ts'
import {
  accountsPermissions,
  accountsRoutes,
  addressRoutes,
  createGuards,
  type PeopleRoutesDeps,
  type Permissions,
  peoplePermissions,
  peopleRoutes,
} from './areas/accounts/index.ts'
import { associationsPermissions, createAskHere } from './areas/associations/index.ts'
import { campaignsPermissions } from './areas/campaigns/index.ts'
import { catchmentsPermissions } from './areas/catchments/index.ts'
import {
  certificatesPermissions,
  certificatesRoutes,
  createBadgesOf,
  createShowSigned,
} from './areas/certificates/index.ts'
import { checklistPermissions, placeFieldsToShow } from './areas/checklist/index.ts'
import { conclusionPageRoutes, conclusionsPermissions } from './areas/conclusions/index.ts'
import { confirmationsPermissions, secretOfCode } from './areas/confirmations/index.ts'
import { countryContentPermissions } from './areas/country-content/index.ts'
import { coveragePermissions } from './areas/coverage/index.ts'
import { delegationsPermissions } from './areas/delegations/index.ts'
import { erasurePermissions } from './areas/erasure/index.ts'
import { type EventPagesDeps, eventPageRoutes, eventsPermissions, prepareFeeds } from './areas/events/index.ts'
import { exchangePermissions } from './areas/exchange/index.ts'
import { findableRoutes } from './areas/findable/index.ts'
import {
  anyTown,
  createKeptPapers,
  faultPage,
  type HelpPagesDeps,
  helpPageRoutes,
  numbersOf,
} from './areas/help-pages/index.ts'
import { helplinesPermissions } from './areas/helplines/index.ts'
import { countPlans, countPublishers, lanzaroteRoutes, measuresOfArticle } from './areas/lanzarote/index.ts'
import { marketPageRoutes, marketPermissions } from './areas/market/index.ts'
import { meetingPageRoutes, meetingsPermissions } from './areas/meetings/index.ts'
import { membersPermissions } from './areas/members/index.ts'
import { mergersPermissions } from './areas/mergers/index.ts'
import { networkMapRoutes } from './areas/network-map/index.ts'
import { notificationsPermissions, notificationsRoutes } from './areas/notifications/index.ts'
import { offersPermissions } from './areas/offers/index.ts'
import { pactPermissions, pactRoutes } from './areas/pact/index.ts'
import { pageFinderPermissions } from './areas/page-finder/index.ts'
import { firstPlanPublished, planPageRoutes, plansPermissions } from './areas/plans/index.ts'
import { practicePageRoutes, practicesPermissions } from './areas/practices/index.ts'
import { drawArms, printsPermissions } from './areas/prints/index.ts'
import { privacyPermissions, privacyRoutes } from './areas/privacy/index.ts'
import { programmePageRoutes, programmePermissions } from './areas/programme/index.ts'
import { proposalsPermissions } from './areas/proposals/index.ts'
import { createShowAskLink, questionsPermissions } from './areas/questions/index.ts'
import { didRoutes, historyRoutes } from './areas/register/index.ts'
import {
  createRegisterMemory,
  createWhoSigned,
  type RegisterMemory,
  registerPageRoutes,
} from './areas/register-pages/index.ts'
import { reportPageRoutes, reportsPermissions } from './areas/reports/index.ts'
import { type KeptReview, reviewRoutes } from './areas/review/index.ts'
import { signingPermissions } from './areas/signing/index.ts'
import { standardsPermissions } from './areas/standards/index.ts'
import { toolkitPermissions, toolkitRoutes } from './areas/toolkit/index.ts'
import { createSupportView, trailPermissions, trailRoutes } from './areas/trail/index.ts'
import { watchingPermissions } from './areas/watching/index.ts'
import { websitesPermissions } from './areas/websites/index.ts'
import { certificatesDepsOf, createKeptKey } from './certificates-deps.ts'
import { conclusionPagesDepsOf } from './conclusions-deps.ts'
import { createFeedEntries, eventPagesDepsOf } from './events-deps.ts'
import { networkMapDepsOf } from './map-deps.ts'
import { marketPagesDepsOf } from './market-deps.ts'
import { meetingPagesDepsOf } from './meetings-deps.ts'
import { contactDepsOf, type OfficeParts, officeParts, trailDeps } from './office.ts'
import { pactPagesDepsOf } from './pact-deps.ts'
import { planPagesDepsOf } from './plans-deps.ts'
import { createGently, type Gently } from './platform/breath.ts'
import { followChanges } from './platform/db/change-feed.ts'
import { forgetNamed } from './platform/db/town-memory.ts'
import { assetRoutes } from './platform/http/assets.ts'
import type { AppEnv } from './platform/http/env.ts'
import { healthRoutes } from './platform/http/health.ts'
import type { Guards, Route } from './platform/http/route-table.ts'
import { safetyHeaders } from './platform/http/security-headers.ts'
import { type AnswerKept, createAnswerKept } from './platform/page-cache/answer-kept.ts'
import { createCountedSeldom } from './platform/page-cache/counted-seldom.ts'
import { createKeptFacts } from './platform/page-cache/kept-facts.ts'
import { createPageCache } from './platform/page-cache/page-cache.ts'
import { articlePracticesOf, practicePagesDepsOf } from './practices-deps.ts'
import { programmePagesDepsOf } from './programme-deps.ts'
import { reviewDepsOf } from './review-deps.ts'
import type { Services } from './services.ts'
import { siteDepsOf } from './site-deps.ts'
import { createFindMoved, createFindSubject } from './subjects.ts'
import { toolkitPagesDepsOf } from './toolkit-deps.ts'
import { townSections } from './ui/layout/town-sections.ts'

/** Copies of towns' pages in zip files: one of forty services in four languages takes about a quarter of a megabyte. */
const sitesInMemory = 50
/** Towns whose facts stay in memory: one with forty services takes about half a megabyte. */
const townsInMemory = 100
/** Places whose facts stay in memory: some ids each. */
const placesInMemory = 2_000
/** Authorities whose services the search knows without asking: forty of them take about ten kilobytes. */
const servingInMemory = 3_000
/** Pictures of links: one takes about forty kilobytes. */
const picturesInMemory = 200

export interface Composition {
  readonly app: Hono<AppEnv>
  /** For a server of `node:http`: pages in memory the short way, everything else through `app`. */
  readonly listener: RequestListener
  readonly helpPages: HelpPagesDeps
  /** What would take the first who asks for it too long, little by little. @param isOver the server stops. */
  prepare(isOver: () => boolean, gently?: Gently): Promise<void>
}

/** What pages of one area are made of; the key that signs is read anew when the register changes. */
const createMemories = () => ({
  register: createRegisterMemory(),
  key: createKeptKey(),
  feedEntries: createFeedEntries(),
})

/** The public side: its memories hear of every change. */
async function helpPagesOf(services: Services, others: ReturnType<typeof createMemories>): Promise<HelpPagesDeps> {
  const { config, reference, guides, database, clock, pdf } = services
  const pageCache = createPageCache({ bytes: config.pageCacheBytes }, clock.milliseconds)
  const towns: HelpPagesDeps['towns'] = createKeptFacts(townsInMemory)
  const places: HelpPagesDeps['places'] = createKeptFacts(placesInMemory)
  const serving: HelpPagesDeps['serving'] = createKeptFacts(servingInMemory)
  const sites: HelpPagesDeps['sites'] = createKeptFacts(sitesInMemory)
  const pictures: HelpPagesDeps['pictures'] = createKeptFacts(picturesInMemory)
  const papers = createKeptPapers(pdf)
  await followChanges(database, (authorities) => {
    forgetNamed(database, authorities)
    for (const memory of [...Object.values(others), towns, places, serving, sites, pictures, papers, pageCache]) {
      if (authorities) memory.invalidate([anyTown, ...authorities])
      else memory.clear()
    }
  })
  services.helplines.onChange((country) => {
    for (const memory of [sites, papers, pageCache]) {
      if (country) memory.invalidate([numbersOf(country)])
      else memory.clear()
    }
  })
  await services.helplines.follow()
  const { checklist, phrases, childTexts } = reference
  const memories = { pageCache, towns, places, serving, sites, pictures, papers }
  const kept = { checklist, phrases, childTexts, guides, database, ...memories, clock }
  const site = siteDepsOf(services)
  const authorised = services.config.registerAuthorisation
  const whoSigned = createWhoSigned({ database, memory: others.register, site, authorised })
  const armsOf = (authority: string) => drawArms({ database, files: services.files }, authority)
  const hasPlan: HelpPagesDeps['hasPlan'] = async (db, authority) =>
    (await firstPlanPublished(db, authority)) !== undefined
  return { site, ...kept, whoSigned, armsOf, hasPlan, secretOfCode: (typed) => secretOfCode(services, typed) }
}

function listenerOf(app: Hono<AppEnv>, answerKept: AnswerKept): RequestListener {
  const answer = getRequestListener(app.fetch)
  return (incoming, outgoing) => {
    if (!answerKept(incoming, outgoing)) void answer(incoming, outgoing)
  }
}

/** Everything the application is made of; the authorization matrix of the tests drives the same table of routes. */
export interface Parts {
  readonly routes: readonly Route<AppEnv>[]
  readonly guards: Guards<AppEnv>
  readonly permissions: Permissions
  readonly appDeps: Omit<AppDeps, 'routes' | 'guards'>
  readonly helpPages: HelpPagesDeps
  /** What pages of the register are made of. */
  readonly register: RegisterMemory
  /** What the progress review is made of. */
  readonly review: KeptReview
  readonly prepare: Composition['prepare']
}

function guardsOf(
  services: Services,
  permissions: Permissions,
  { showBeginning }: Pick<OfficeParts, 'showBeginning'>,
): Guards<AppEnv> {
  const { accounts, config, i18n, clock, database, reference } = services
  const findSubject = createFindSubject(database.db, reference.countries, clock)
  const findMoved = createFindMoved(database.db)
  const showSigned = createShowSigned(services)
  const [supportView, askHere] = [createSupportView(trailDeps(services)), createAskHere(contactDepsOf(services))]
  const showAskLink = createShowAskLink(database.db)
  const beforeShowing: typeof supportView = async (c, route) => {
    await supportView(c, route)
    await askHere(c)
    await showAskLink(c)
    await showSigned(c)
    await showBeginning(c)
  }
  const fieldsToKeep = placeFieldsToShow
  const finding = { findSubject, findMoved }
  return createGuards({ accounts, config, i18n, clock, ...finding, fieldsToKeep, beforeShowing }, permissions)
}

function accountsRoutesOf(services: Services, office: OfficeParts): Route<AppEnv>[] {
  const { accounts, config, clock, database, i18n } = services
  return accountsRoutes({ accounts, config, clock, database, i18n, nextSteps: office.nextSteps })
}

/** Whoever may not read a town's checklist is shown no way to it. */
const sectionsOf: PeopleRoutesDeps['townSections'] = (town, of, actor) =>
  checklistPermissions['checklist.read'](actor, town) ? townSections(of, town, 'people') : []

/** Of every area: what a route may ask for. */
const permissions = {
  ...accountsPermissions,
  ...peoplePermissions,
  ...associationsPermissions,
  ...checklistPermissions,
  ...confirmationsPermissions,
  ...helplinesPermissions,
  ...notificationsPermissions,
  ...trailPermissions,
  ...privacyPermissions,
  ...watchingPermissions,
  ...membersPermissions,
  ...catchmentsPermissions,
  ...mergersPermissions,
  ...standardsPermissions,
  ...questionsPermissions,
  ...exchangePermissions,
  ...proposalsPermissions,
  ...offersPermissions,
  ...websitesPermissions,
  ...erasurePermissions,
  ...coveragePermissions,
  ...pageFinderPermissions,
  ...countryContentPermissions,
  ...campaignsPermissions,
  ...pactPermissions,
  ...certificatesPermissions,
  ...signingPermissions,
  ...plansPermissions,
  ...practicesPermissions,
  ...toolkitPermissions,
  ...printsPermissions,
  ...reportsPermissions,
  ...eventsPermissions,
  ...meetingsPermissions,
  ...programmePermissions,
  ...delegationsPermissions,
  ...conclusionsPermissions,
  ...marketPermissions,
}

/** What towns do, for everybody: plans and their reports, good practice, events; and what they do it with. */
function workRoutes(services: Services, helpPages: HelpPagesDeps, memories: ReturnType<typeof createMemories>) {
  const { feedEntries, register } = memories
  return [
    ...networkMapRoutes(networkMapDepsOf(helpPages, { register, authorised: services.config.registerAuthorisation })),
    ...planPageRoutes(planPagesDepsOf(services, helpPages)),
    ...practicePageRoutes(practicePagesDepsOf(services, helpPages)),
    ...toolkitRoutes(toolkitPagesDepsOf(services, helpPages)),
    ...eventPageRoutes(eventPagesDepsOf(services, helpPages, feedEntries)),
    ...meetingPageRoutes(meetingPagesDepsOf(services, helpPages)),
    ...programmePageRoutes(programmePagesDepsOf(services, helpPages)),
    ...conclusionPageRoutes(conclusionPagesDepsOf(services, helpPages)),
    ...marketPageRoutes(marketPagesDepsOf(services, helpPages)),
    ...reportPageRoutes({ ...helpPages, pdf: services.pdf }),
  ]
}

const createPrepare =
  (office: OfficeParts, events: EventPagesDeps): Composition['prepare'] =>
  async (isOver, gently = createGently()) => {
    await prepareFeeds(events, { isOver, gently })
    await office.prepare({ isOver, gently })
  }

export async function partsOf(services: Services): Promise<Parts> {
  const { config, log, clock, database } = services
  const memories = createMemories()
  const { register, key } = memories
  const helpPages = await helpPagesOf(services, memories)
  const office = officeParts(services, helpPages)
  const [review, certificates] = [reviewDepsOf(services, helpPages), certificatesDepsOf(services, helpPages, key)]
  return {
    helpPages,
    register,
    review: review.review,
    prepare: createPrepare(office, eventPagesDepsOf(services, helpPages, memories.feedEntries)),
    permissions,
    guards: guardsOf(services, permissions, office),
    routes: [
      ...healthRoutes(database),
      ...assetRoutes(),
      ...findableRoutes({ ...config, database, clock, i18n: services.i18n }),
      ...historyRoutes({ database }),
      ...didRoutes({ database, baseUrl: config.baseUrl }),
      ...certificatesRoutes(certificates),
      ...accountsRoutesOf(services, office),
      ...addressRoutes(services),
      ...privacyRoutes({ ...services.privacy, accounts: services.accounts }),
      ...peopleRoutes({ ...services, townSections: sectionsOf }),
      ...notificationsRoutes(services),
      ...office.routes,
      ...trailRoutes(trailDeps(services)),
      ...pactRoutes(pactPagesDepsOf(services, helpPages)),
      ...lanzaroteRoutes({
        ...{ ...helpPages, lanzarote: services.reference.lanzarote, plain: services.reference.plainLanzarote },
        publishers: createCountedSeldom(clock, () => database.read(countPublishers)),
        plans: createCountedSeldom(clock, () => database.read(countPlans)),
        measuresOf: (article) => database.read((db) => measuresOfArticle(db, article, 10)),
        ...articlePracticesOf(services),
      }),
      ...reviewRoutes(review),
      ...registerPageRoutes({
        ...{ ...helpPages, memory: register, historical: services.reference.historical },
        authorised: config.registerAuthorisation,
        badgesOf: createBadgesOf(certificates),
      }),
      ...workRoutes(services, helpPages, memories),
      ...helpPageRoutes(helpPages),
    ],
    appDeps: {
      log,
      baseUrl: config.baseUrl,
      trustProxy: config.trustProxy,
      safetyHeaders: safetyHeaders(Object.values(helpPages.site.styles), config.baseUrl.startsWith('https:')),
      ...{ ready: services.jobs.start, heard: database.heard },
      faultPage: async (request, fault) => faultPage(helpPages.site, clock, request, fault),
    },
  }
}

export async function compose(services: Services): Promise<Composition> {
  const { routes, guards, appDeps, helpPages, prepare } = await partsOf(services)
  const app = createApp({ ...appDeps, routes, guards })
  const { safetyHeaders: headers, log } = appDeps
  const answerKept = createAnswerKept({ pageCache: helpPages.pageCache, safetyHeaders: headers, log })
  return { app, helpPages, listener: listenerOf(app, answerKept), prepare }
}
