/** What asking providers, and their answers, need from other areas. */
import { peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsOf } from './areas/associations/index.ts'
import { readAuthority } from './areas/authorities/index.ts'
import type { ChecklistDeps, createPublicHolidays } from './areas/checklist/index.ts'
import type { ConfirmationsDeps } from './areas/confirmations/index.ts'
import { serviceWords } from './areas/help-pages/index.ts'
import { officersOf } from './national-deps.ts'
import type { I18n } from './platform/i18n/i18n.ts'
import type { ReferenceData } from './reference-data.ts'

type Shared = Pick<ConfirmationsDeps, 'jobs' | 'log' | 'notify' | 'writeTo' | 'clock'> & { readonly i18n: I18n }

export const townToAsk: ConfirmationsDeps['townOf'] = async (db, authority) => {
  const town = await readAuthority(db, authority)
  if (!town) throw new Error('a service belongs to an authority that does not exist')
  return { ...town, languages: town.officialLanguages }
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
    ...checklist,
    officersOf,
    helpersOf: async (db, authority) => {
      const people = await peopleOfAssociations(db, await associationsOf(db, authority), 'coordinator')
      return people.length > 0
        ? { told: 'association', people }
        : { told: 'secretariat', people: await peopleOfInstance(db, 'secretariat') }
    },
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
