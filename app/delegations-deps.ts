/** What delegations to a meeting need from other areas. */
import { ensurePerson, peopleOfAssociations } from './areas/accounts/index.ts'
import { readAssociations } from './areas/associations/index.ts'
import { countryName } from './areas/authorities/index.ts'
import { languageListText, parseLanguageList } from './areas/checklist/index.ts'
import { createPartLinks } from './areas/conclusions/index.ts'
import type { DelegationsOfficeDeps } from './areas/delegations/index.ts'
import { signatoriesOf, signedBefore } from './areas/register/index.ts'
import { tookPart } from './conclusions-deps.ts'
import { plansDepsOf } from './plans-deps.ts'
import type { Services } from './services.ts'

const partLinks = createPartLinks({ tookPart })

export function delegationsOfficeDepsOf(services: Services): DelegationsOfficeDeps {
  const { config, reference, clock, pdf } = services
  const { languages } = reference
  const { database, notify, readyToNotify, readTowns, officeOf } = plansDepsOf(services)
  return {
    ...{ database, notify, readyToNotify, readTowns, officeOf, clock, pdf, languages, countryName },
    instanceName: config.instanceName,
    partLinks: (db, meeting, translator, one) => partLinks(db, meeting, translator, { kind: 'association', one }),
    readAssociations,
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
    personAt: async (tx, given) => (await ensurePerson(tx, { ...given, name: '' })).id,
    // A town that was made of one which had signed comes in its place.
    hasSigned: async (db, authority) =>
      (await signatoriesOf(db, authority)).some(({ status }) => status === 'signed') ||
      (await signedBefore(db, authority)).length > 0,
    readLanguages: (text) => {
      const read = parseLanguageList(text, languages)
      return 'codes' in read ? read.codes : undefined
    },
    languagesText: (codes) => languageListText(codes, languages),
  }
}
