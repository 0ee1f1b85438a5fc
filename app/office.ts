/** Wires the office: what its pages need from other areas and from the public page, and what is to do next. */
import { peopleNextSteps, personNames } from './areas/accounts/index.ts'
import { associationsOf, readAssociations } from './areas/associations/index.ts'
import { areasOf, findExactly, readAuthorities, readAuthority } from './areas/authorities/index.ts'
import {
  checklistNextSteps,
  languageListText,
  type OfficeChecklistDeps,
  officeChecklistRoutes,
  parseDay,
  parseLanguageList,
  preview,
  undoRoutes,
} from './areas/checklist/index.ts'
import { confirmationsNextSteps, linkRoutes, providerRoutes } from './areas/confirmations/index.ts'
import { type HelpPagesDeps, kindsServedByOthers, renderPreview } from './areas/help-pages/index.ts'
import { helplinesNextSteps, helplinesRoutes, type OfficeHelplinesDeps } from './areas/helplines/index.ts'
import { supportNextSteps, type TrailDeps } from './areas/trail/index.ts'
import { findingsRoutes, type WatchingOfficeDeps, watchingNextSteps, watchingRoutes } from './areas/watching/index.ts'
import type { AppEnv } from './platform/http/env.ts'
import { notFound } from './platform/http/faults.ts'
import type { Route } from './platform/http/route-table.ts'
import type { NextSteps } from './platform/session/next-step.ts'
import type { Services } from './services.ts'

export interface OfficeParts {
  readonly routes: readonly Route<AppEnv>[]
  /** Of all areas together. */
  readonly nextSteps: NextSteps
}

export function officeParts(services: Services, helpPages: HelpPagesDeps): OfficeParts {
  const { database, reference, i18n } = services
  const { db } = database
  const deps: OfficeChecklistDeps = {
    ...services.checklist,
    i18n,
    lanzarote: reference.lanzarote,
    countries: reference.countries,
    notify: services.notify,
    readyToNotify: () => services.jobs.start(),
    personNames: (ids) => personNames(db, ids),
    readAuthority: (id) => readAuthority(db, id),
    readAuthorities: (ids) => readAuthorities(db, ids),
    readAreasOf: async (id) => (await areasOf(db, id)).filter((area) => area.id !== id),
    findAuthorities: (country, codeOrName) => findExactly(db, country, codeOrName),
    readKindsServedByOthers: (id) => database.read((reader) => kindsServedByOthers(reader, id)),
    renderPreview: async (id, language, document) => {
      const [authority, translator] = [await readAuthority(db, id), i18n.translator(language)]
      const country = authority && reference.countries.byIso(authority.country)
      if (!authority || !country || !translator) throw notFound()
      return renderPreview(helpPages, translator, country, authority, document)
    },
  }
  const numbers = officeHelplinesDeps(services)
  const watching = watchingOfficeDeps(services)
  const areas = [
    peopleNextSteps(db),
    supportNextSteps(trailDeps(services)),
    watchingNextSteps(watching),
    helplinesNextSteps(numbers),
    confirmationsNextSteps(services.confirmations),
    checklistNextSteps(deps),
  ]
  return {
    routes: [
      ...providerRoutes(services.confirmations),
      ...officeChecklistRoutes(deps),
      ...undoRoutes(services.contacts),
      ...linkRoutes(services.confirmations),
      ...helplinesRoutes(numbers),
      ...watchingRoutes(watching),
      ...findingsRoutes(watching),
    ],
    nextSteps: async (actor, translator) =>
      (await Promise.all(areas.map((stepsOf) => stepsOf(actor, translator)))).flat(),
  }
}

/** What the office of help numbers needs from other areas. */
function officeHelplinesDeps({ numbers, database: { db }, reference: { languages } }: Services): OfficeHelplinesDeps {
  return {
    ...numbers,
    readAssociations: (ids) => readAssociations(db, ids),
    countriesOf: async (ids) => (await readAssociations(db, ids)).map(({ country }) => country),
    readDay: (text) => {
      const read = parseDay(text)
      return 'intervals' in read ? read.intervals : undefined
    },
    readLanguages: (text) => parseLanguageList(text, languages),
    languagesText: (codes) => languageListText(codes, languages),
    languageTag: (code) => languages.byCode(code)?.tag ?? code,
  }
}

/** What the office of readers' reports needs from other areas. */
function watchingOfficeDeps({ watching, checklist, database: { db } }: Services): WatchingOfficeDeps {
  return {
    ...watching,
    unpublishedServices: async (authority) => {
      const { changes } = await preview(checklist, authority)
      return new Set(changes.flatMap(({ type, id }) => (type === 'service' ? [id] : [])))
    },
    associationsOf: (authority) => associationsOf(db, authority),
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
