/** What the Pact's texts, pages and documents need from other areas. */
import { peopleOfInstance, personNames } from './areas/accounts/index.ts'
import { associationsIn, associationsOf, firstMember, readAssociations } from './areas/associations/index.ts'
import { findExactly, readAuthority } from './areas/authorities/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { PactDocumentsDeps, PactOfficeDeps, PactPagesDeps } from './areas/pact/index.ts'
import { namesNumber } from './areas/standards/index.ts'
import type { Services } from './services.ts'

export function pactOfficeDepsOf(services: Services): PactOfficeDeps {
  const { database, clock, i18n, notify, jobs, reference, config } = services
  return {
    ...{ database, clock, i18n, notify },
    languages: reference.languages,
    instanceName: config.instanceName,
    readyToNotify: () => jobs.start(),
    secretariatPeople: (db) => peopleOfInstance(db, 'secretariat'),
    personNames: (ids) => personNames(database.db, ids),
  }
}

export function pactPagesDepsOf({ reference, config }: Services, helpPages: HelpPagesDeps): PactPagesDeps {
  const { site, pageCache, clock, database } = helpPages
  return {
    ...{ site, pageCache, clock, database },
    lanzarote: reference.lanzarote,
    authorised: config.registerAuthorisation !== undefined,
  }
}

export function pactDocumentsDepsOf(services: Services): PactDocumentsDeps {
  const { database, clock, i18n, pdf, reference } = services
  const { db } = database
  return {
    ...{ database, clock, i18n, pdf, namesNumber },
    languages: reference.languages,
    countries: reference.countries,
    lanzarote: reference.lanzarote,
    templates: reference.pactTemplates,
    readAssociations: (ids) => readAssociations(db, ids),
    associationsIn: (country) => associationsIn(db, country),
    associationsOf: (authority) => associationsOf(db, authority),
    readAuthority: (id) => readAuthority(db, id),
    firstMember: async (association) => {
      const id = await firstMember(db, association)
      return id === undefined ? undefined : readAuthority(db, id)
    },
    findAuthorities: (country, codeOrName) => findExactly(db, country, codeOrName),
  }
}
