/** What signing the Pact needs from other areas. */
import { findActor, peopleOf, peopleOfAssociations, peopleOfInstance, personNames } from './areas/accounts/index.ts'
import { associationsIn, associationsOf, membersOf, readAssociations } from './areas/associations/index.ts'
import { areasOf, countryName, domainsOf, findExactlyToday, readAuthorities } from './areas/authorities/index.ts'
import { parseDate } from './areas/checklist/index.ts'
import type { MoveDeps, SigningDeps, SigningOfficeDeps } from './areas/signing/index.ts'
import type { Db } from './platform/db/tables.ts'
import { createScan } from './platform/virus-scan/clamav.ts'
import type { Services } from './services.ts'

type Given = Pick<SigningDeps, 'config' | 'database' | 'clock' | 'log' | 'notify' | 'writeTo'> & Pick<Services, 'jobs'>

const officeOf = (db: Db, authority: string) => peopleOf(db, authority, ['officer', 'approver'])

/** What becomes of an application when its body is no more. */
export function pactMovesOf({ notify }: Pick<SigningDeps, 'notify'>): MoveDeps {
  return { notify, readBodies: readAuthorities, readAssociations, officeOf }
}

export function signingDepsOf({ config, database, clock, log, notify, writeTo, jobs }: Given): SigningDeps {
  return {
    ...{ config, database, clock, log, notify, writeTo },
    ...{ readBodies: readAuthorities, readAssociations, officeOf, associationsOf, domainsOf, membersOf },
    readyToNotify: () => jobs.start(),
    areasOf: async (db, authority) => (await areasOf(db, authority)).map(({ id }) => id),
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
    secretariatPeople: (db) => peopleOfInstance(db, 'secretariat'),
    actorOf: findActor,
  }
}

export function signingOfficeDepsOf(services: Services): SigningOfficeDeps {
  const { config, database, reference, pdf, i18n } = services
  const { languages, countries } = reference
  const { db } = database
  return {
    ...signingDepsOf(services),
    ...{ languages, pdf, countryName, parseDate, instanceName: config.instanceName, baseUrl: config.baseUrl },
    scan: config.clamavUrl === undefined ? undefined : createScan(config.clamavUrl),
    countries: countries.list.map(({ iso }) => iso),
    uncoordinated: () => uncoordinated(db, countries.list),
    languagesOf: (country) => countries.byIso(country)?.officialLanguages ?? [],
    translatorFor: (language) => i18n.translator(language),
    personNames: (ids) => personNames(db, ids),
    findBodies: (country, codeOrName) => findExactlyToday(db, country, codeOrName),
  }
}

async function uncoordinated(db: Db, countries: readonly { readonly iso: string }[]): Promise<readonly string[]> {
  const without: string[] = []
  for (const { iso } of countries) {
    const associations = await associationsIn(db, iso)
    if ((await peopleOfAssociations(db, associations, 'coordinator')).length === 0) without.push(iso)
  }
  return without
}
