/** Wires the office: what its pages need from other areas and from the public page, and what is to do next. */
import { peopleNextSteps, peopleOfAssociations, personNames } from './areas/accounts/index.ts'
import {
  associationsIn,
  associationsOf,
  type ContactDeps,
  contactRoutes,
  readAssociations,
} from './areas/associations/index.ts'
import { areasOf, domainsOf, findExactly, readAuthorities, readAuthority } from './areas/authorities/index.ts'
import {
  checklistNextSteps,
  countPages,
  differingServices,
  endingServices,
  hoursSaid,
  languageListText,
  type OfficeChecklistDeps,
  officeChecklistRoutes,
  openingHours,
  parseDay,
  parseLanguageList,
  prepareTowns,
  pullFeedsJob,
  undoRoutes,
} from './areas/checklist/index.ts'
import {
  askedProviders,
  confirmationsNextSteps,
  copyContact,
  lettersRoutes,
  linkRoutes,
  moveContact,
  providerRoutes,
  silentRoutes,
  whoConfirmsRoutes,
} from './areas/confirmations/index.ts'
import { erasureRoutes } from './areas/erasure/index.ts'
import {
  type HelpPagesDeps,
  kindsServedByOthers,
  officePaperRoutes,
  renderPreview,
  siteHosts,
} from './areas/help-pages/index.ts'
import {
  helplinesNextSteps,
  helplinesRoutes,
  isKnownShortNumber,
  type OfficeHelplinesDeps,
  phoneIsValidIn,
} from './areas/helplines/index.ts'
import { type MergersOfficeDeps, mergersNextSteps, mergersRoutes } from './areas/mergers/index.ts'
import { type OffersOfficeDeps, offersNextSteps, offersRoutes } from './areas/offers/index.ts'
import { originOf, proposalRoutes, proposalsNextSteps } from './areas/proposals/index.ts'
import { supportNextSteps, type TrailDeps } from './areas/trail/index.ts'
import {
  createLinkTroubles,
  findingsRoutes,
  followCopy,
  nightChecks,
  type WatchingOfficeDeps,
  watchingNextSteps,
  watchingRoutes,
} from './areas/watching/index.ts'
import { type WebsitesDeps, websiteRoutes } from './areas/websites/index.ts'
import { associationOffice } from './association-office.ts'
import { reachDepsOf } from './country-content-deps.ts'
import { directoryDepsOf } from './directory-deps.ts'
import { erasureDepsOf } from './erasure-deps.ts'
import { forKeepers, nationalOffices, townsList } from './national-deps.ts'
import { pactOffice } from './pact-office.ts'
import type { AppEnv } from './platform/http/env.ts'
import { notFound } from './platform/http/faults.ts'
import type { Route } from './platform/http/route-table.ts'
import type { NextSteps } from './platform/session/next-step.ts'
import { proposalsDepsOf } from './proposals-deps.ts'
import type { Services } from './services.ts'

export interface OfficeParts {
  readonly routes: readonly Route<AppEnv>[]
  /** Of all areas together. */
  readonly nextSteps: NextSteps
  /** Called for each request that a guard has let in, before the page is made. */
  readonly showBeginning: ReturnType<typeof associationOffice>['showBeginning']
  /** After a start. */
  readonly prepare: (given: Parameters<typeof prepareTowns>[1]) => Promise<unknown>
}

export function officeParts(services: Services, helpPages: HelpPagesDeps): OfficeParts {
  const deps = checklistOfficeDeps(services, helpPages)
  const { db } = services.database
  const numbers = officeHelplinesDeps(services)
  const proposals = proposalsDepsOf(services, deps)
  const watching = watchingOfficeDeps(services)
  const mergers = mergersOfficeDeps(services)
  const offers = offersOfficeDeps(services)
  const pact = pactOffice(services)
  const associations = associationOffice(services, helpPages, proposals)
  const areas = [
    peopleNextSteps(db),
    supportNextSteps(trailDeps(services)),
    forKeepers(db, watchingNextSteps(watching)),
    helplinesNextSteps(numbers),
    mergersNextSteps(mergers),
    offersNextSteps(offers),
    forKeepers(db, confirmationsNextSteps(services.confirmations)),
    // A town that begins: its three first steps before all that its list lacks.
    ...associations.nextSteps,
    checklistNextSteps(deps),
    proposalsNextSteps(proposals),
    ...pact.nextSteps,
  ]
  return {
    prepare: (given) => prepareTowns(deps, given),
    showBeginning: associations.showBeginning,
    routes: [
      ...[...providerRoutes(services.confirmations), ...silentRoutes(services.confirmations)],
      ...whoConfirmsRoutes(services.confirmations),
      ...officeChecklistRoutes(deps),
      ...officePaperRoutes(helpPages),
      ...undoRoutes(services.contacts),
      ...linkRoutes(services.confirmations),
      ...lettersRoutes({ ...services.confirmations, pdf: services.pdf, baseUrl: services.config.baseUrl }),
      ...helplinesRoutes(numbers),
      ...watchingRoutes(watching),
      ...findingsRoutes(watching),
      ...mergersRoutes(mergers),
      ...offersRoutes(offers),
      ...contactRoutes(contactDepsOf(services)),
      ...proposalRoutes(proposals),
      ...websiteRoutes(websitesDepsOf(services)),
      ...pact.routes,
      ...erasureRoutes(erasureDepsOf(services)),
      ...associations.routes,
    ],
    nextSteps: async (actor, translator) =>
      (await Promise.all(areas.map((stepsOf) => stepsOf(actor, translator)))).flat(),
  }
}

/** What the office of the checklist needs from other areas and from the public page. */
function checklistOfficeDeps(services: Services, helpPages: HelpPagesDeps): OfficeChecklistDeps {
  const { database, reference, i18n, config, pdf } = services
  const { db } = database
  return {
    ...services.checklist,
    ...directoryDepsOf(reference),
    ...reachDepsOf(services, helpPages),
    i18n,
    pdf,
    baseUrl: config.baseUrl,
    lanzarote: reference.lanzarote,
    templates: reference.templates,
    countries: reference.countries,
    networkOn: config.network,
    notify: services.notify,
    readyToNotify: () => services.jobs.start(),
    pullSoon: (tx) => services.jobs.enqueue(tx, pullFeedsJob, {}),
    readyToPull: () => services.jobs.start(),
    personNames: (ids) => personNames(db, ids),
    readAskedProviders: (authority, today) => askedProviders(db, authority, today),
    readNightChecks: (authority, service) => nightChecks(db, authority, service),
    serviceMoved: moveContact,
    serviceCopied: async (tx, service, copy) => {
      await copyContact(tx, service, copy)
      await followCopy(tx, service, copy)
    },
    nationalOffices: (associations) => nationalOffices(db, associations),
    readAuthority: async (id) => {
      const found = await readAuthority(db, id)
      return found && { ...found, isArea: found.kind !== 'municipality' }
    },
    readAuthorities: (ids) => readAuthorities(db, ids),
    readSuggestion: async (authority, about) => {
      const found = await originOf(db, authority, about)
      if (!found) return undefined
      const ids = found.origin === null ? [] : [found.origin]
      const [by] = [...(await readAuthorities(db, ids)), ...(await readAssociations(db, ids))]
      return { by, directory: found.directory }
    },
    readTextOwners: async (id) => [
      ...(await areasOf(db, id)).flatMap((area) => (area.id === id ? [] : [area.id])),
      ...(await associationsOf(db, id)),
    ],
    readAreasOf: async (id) => (await areasOf(db, id)).filter((area) => area.id !== id),
    findAuthorities: (country, codeOrName) => findExactly(db, country, codeOrName),
    readKindsServedByOthers: (id) => database.read((reader) => kindsServedByOthers(reader, id)),
    renderPreview: async (id, language, document, asked) => {
      const [authority, translator] = [await readAuthority(db, id), i18n.translator(language)]
      const country = authority && reference.countries.byIso(authority.country)
      if (!authority || !country || !translator) throw notFound()
      return renderPreview(helpPages, translator, country, authority, document, await endingServices(db, id), asked)
    },
  }
}

const readDay: OfficeHelplinesDeps['readDay'] = (text) => {
  const read = parseDay(text)
  return 'intervals' in read ? read.intervals : undefined
}

/** What the contacts that towns ask need from other areas. */
export function contactDepsOf(services: Services): ContactDeps {
  const { database, clock, i18n, config, helplines } = services
  const { languages } = services.reference
  return {
    database,
    clock,
    i18n,
    instanceName: config.instanceName,
    phoneIsValid: (country, number) => {
      const lines = country === undefined ? undefined : helplines.byIso(country)
      return phoneIsValidIn(country ?? '')(number) || (lines !== undefined && isKnownShortNumber(lines, number))
    },
    readDay,
    readLanguages: (text) => parseLanguageList(text, languages),
    languagesText: (codes) => languageListText(codes, languages),
    hoursWords: (translator, weekly) =>
      hoursSaid(translator, openingHours.parse({ weekly }), clock.now().toZonedDateTimeISO('UTC').toPlainDate()),
  }
}

/** What the office of help numbers needs from other areas. */
function officeHelplinesDeps({ numbers, database: { db }, reference: { languages } }: Services): OfficeHelplinesDeps {
  return {
    ...numbers,
    countPages: (country) => countPages(db, country),
    townsList: (country) => townsList(db, country),
    linkTroubles: createLinkTroubles(db),
    readAssociations: (ids) => readAssociations(db, ids),
    countriesOf: async (ids) => (await readAssociations(db, ids)).map(({ country }) => country),
    readDay,
    readLanguages: (text) => parseLanguageList(text, languages),
    languagesText: (codes) => languageListText(codes, languages),
    languageTag: (code) => languages.byCode(code)?.tag ?? code,
  }
}

/** What the pages about new official lists need from other areas. */
function mergersOfficeDeps({ mergers, database: { db } }: Services): MergersOfficeDeps {
  return {
    ...mergers,
    countriesOf: async (ids) => (await readAssociations(db, ids)).map(({ country }) => country),
  }
}

/** What the pages about services offered by others need from other areas. */
function offersOfficeDeps({ offers, confirmations, database: { db }, reference }: Services): OffersOfficeDeps {
  return {
    ...offers,
    checklist: reference.checklist,
    wordsOf: (translator, place, service) =>
      confirmations.wordsOf(translator, { ...place, languages: place.officialLanguages }, service),
    countriesOf: async (ids) => (await readAssociations(db, ids)).map(({ country }) => country),
    isCoordinated: async (country) =>
      (await peopleOfAssociations(db, await associationsIn(db, country), 'coordinator')).length > 0,
  }
}

/** What the office of readers' reports needs from other areas. */
function watchingOfficeDeps({ watching, database: { db } }: Services): WatchingOfficeDeps {
  return {
    ...watching,
    unpublishedServices: async (authority) => {
      const differing = await differingServices(db, authority, 'published', 'draft')
      return new Set(differing.map(({ id }) => id))
    },
    associationsOf: (authority) => associationsOf(db, authority),
  }
}

/** What the pages about a town's own website need from other areas. */
function websitesDepsOf({ database, clock, i18n, config, reference, watching: { net } }: Services): WebsitesDeps {
  return {
    ...{ database, clock, i18n, net },
    baseUrl: config.baseUrl,
    trackers: reference.trackers,
    readTown: async (db, id) => {
      const town = await readAuthority(db, id)
      return town && { ...town, hosts: siteHosts(await domainsOf(db, id)) }
    },
  }
}

/** What the trail and the support view need from other areas. */
export function trailDeps(services: Services): TrailDeps {
  const { database, clock, reference } = services
  const { db } = database
  return {
    database,
    clock,
    checklist: reference.checklist,
    languages: reference.languages,
    notify: services.notify,
    readyToNotify: () => services.jobs.start(),
    readAuthority: (id) => readAuthority(db, id),
    readAuthorities: (ids) => readAuthorities(db, ids),
    readAssociations: (ids) => readAssociations(db, ids),
    personNames: (ids) => personNames(db, ids),
  }
}
