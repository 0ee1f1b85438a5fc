/** What changes for a whole country need from other areas: who inherits them, and how their pages would be. */
import { peopleOfAssociations } from './areas/accounts/index.ts'
import {
  associationsIn,
  associationsOf,
  countMembers,
  firstMember,
  readAssociations,
} from './areas/associations/index.ts'
import {
  type Authority,
  countInheritors,
  findBySlug,
  inheritsFrom,
  listInheritors,
  outsideOf,
  readAuthority,
  townsIn,
} from './areas/authorities/index.ts'
import type { OfficeChecklistDeps } from './areas/checklist/index.ts'
import { officeSender } from './areas/confirmations/index.ts'
import { type CountryContentDeps, readLegalTopics } from './areas/country-content/index.ts'
import {
  type DraftedChange,
  type HelpPagesDeps,
  renderDraftedLegal,
  renderInherited,
} from './areas/help-pages/index.ts'
import type { StandardsOfficeDeps } from './areas/standards/index.ts'
import { townsList } from './national-deps.ts'
import { notFound } from './platform/http/faults.ts'
import type { Services } from './services.ts'

type ReachDeps = Pick<OfficeChecklistDeps, 'readInheritors' | 'listInheritors' | 'renderInherited' | 'legalNotesIn'> &
  Pick<StandardsOfficeDeps, 'readUsers' | 'listUsers' | 'renderUsed'>

export function reachDepsOf(services: Services, helpPages: HelpPagesDeps): ReachDeps {
  const { db } = services.database
  const { i18n, reference } = services
  const render = async (town: Authority, language: string, change: DraftedChange) => {
    const [country, translator] = [reference.countries.byIso(town.country), i18n.translator(language)]
    if (!country || !translator) throw notFound()
    return renderInherited(helpPages, translator, country, town, change)
  }
  return {
    readInheritors: (area) => countInheritors(db, [area]),
    listInheritors: (area, asked) => listInheritors(db, [area], asked),
    renderInherited: async (area, slug, language, document) => {
      const publisher = await readAuthority(db, area)
      const town = publisher && (await findBySlug(db, publisher.country, slug))?.authority
      if (!(publisher && town) || !(await inheritsFrom(db, town.id, [area]))) throw notFound()
      const named = document.services.flatMap(({ serves }) => serves)
      const outside = new Set((await outsideOf(db, area, named)).keys())
      return render(town, language, { publisher, document, outside })
    },
    readUsers: (publishers) => countInheritors(db, publishers),
    listUsers: (publishers, asked) => listInheritors(db, publishers, asked),
    renderUsed: async (publishers, id, language, text) => {
      const town = await readAuthority(db, id)
      if (!town || !(await inheritsFrom(db, id, publishers))) throw notFound()
      return render(town, language, text)
    },
    legalNotesIn: (country) => readLegalTopics(db, country),
  }
}

/** What legal notes, national services and model letters need from other areas. */
export function countryContentDepsOf(services: Services, helpPages: HelpPagesDeps): CountryContentDeps {
  const { database, clock, i18n, reference, pdf } = services
  const { db } = database
  return {
    ...{ database, clock, i18n, pdf },
    languages: reference.languages,
    countries: reference.countries,
    topics: reference.legalTopics,
    renderLegal: async (country, language, draft) => {
      const translator = i18n.translator(language)
      if (!translator) throw notFound()
      return renderDraftedLegal(helpPages, translator, country, draft)
    },
    readAssociations: (ids) => readAssociations(db, ids),
    associationsIn: (country) => associationsIn(db, country),
    countTownsIn: (country) => townsIn(db, country),
    townsList: (country) => townsList(db, country),
    countCoordinators: async (country) =>
      (await peopleOfAssociations(db, await associationsIn(db, country), 'coordinator')).length,
    associationsOf: (authority) => associationsOf(db, authority),
    countMembers: (association) => countMembers(db, association),
    firstMember: async (association) => {
      const id = await firstMember(db, association)
      return id === undefined ? undefined : readAuthority(db, id)
    },
    readAuthority: (id) => readAuthority(db, id),
    readSender: (authority) => officeSender(db, authority),
    countTowns: async (area) => (await countInheritors(db, [area])).count,
  }
}
