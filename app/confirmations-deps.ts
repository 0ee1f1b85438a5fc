/** What asking providers, and their answers, need from other areas. */
import { peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsOf, readAssociations } from './areas/associations/index.ts'
import { readAuthority } from './areas/authorities/index.ts'
import type { ChecklistDeps, createPublicHolidays } from './areas/checklist/index.ts'
import type { ConfirmationsDeps, Helper } from './areas/confirmations/index.ts'
import { serviceWords } from './areas/help-pages/index.ts'
import type { Config } from './config.ts'
import { officersOf } from './national-deps.ts'
import type { I18n } from './platform/i18n/i18n.ts'
import type { ReferenceData } from './reference-data.ts'

type Shared = Pick<ConfirmationsDeps, 'jobs' | 'log' | 'notify' | 'writeTo' | 'clock'> & {
  readonly i18n: I18n
  readonly config: Pick<Config, 'instanceName'>
}

export const townToAsk: ConfirmationsDeps['townOf'] = async (db, authority) => {
  const town = await readAuthority(db, authority)
  if (!town) throw new Error('a service belongs to an authority that does not exist')
  return { ...town, languages: town.officialLanguages }
}

/** Each person once, whichever of their associations it is. */
const helpersOf: ConfirmationsDeps['helpersOf'] = async (db, authority) => {
  const helpers = new Map<string, Helper>()
  for (const association of await readAssociations(db, await associationsOf(db, authority))) {
    for (const person of await peopleOfAssociations(db, [association.id], 'coordinator')) {
      if (!helpers.has(person)) helpers.set(person, { person, association })
    }
  }
  if (helpers.size > 0) return { told: 'association', people: [...helpers.values()] }
  const people = await peopleOfInstance(db, 'secretariat')
  return { told: 'secretariat', people: people.map((person) => ({ person, association: undefined })) }
}

export function confirmationsDepsOf(
  deps: Shared,
  { countries }: Pick<ReferenceData, 'countries'>,
  checklist: ChecklistDeps,
  isPublicHoliday: ReturnType<typeof createPublicHolidays>['isPublicHoliday'],
): ConfirmationsDeps {
  const { i18n, clock } = deps
  return {
    ...deps,
    instanceName: deps.config.instanceName,
    ...checklist,
    officersOf,
    helpersOf,
    associationsNamed: readAssociations,
    townOf: townToAsk,
    wordsOf: (translator, town, service) => {
      const country = countries.byIso(town.country)
      const official = [...town.languages, ...(country?.officialLanguages ?? [])]
      const place = { country, timeZone: town.timeZone, official }
      return serviceWords(
        { i18n, isPublicHoliday, checklist: checklist.checklist },
        translator,
        clock.now(),
        place,
        service,
      )
    },
  }
}
