/** What the use cases and jobs of help numbers need from other areas. */
import { peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsIn, countriesWithAssociations } from './areas/associations/index.ts'
import { countPublished } from './areas/authorities/index.ts'
import type { HelplinesJobsDeps, LiveHelplines } from './areas/helplines/index.ts'
import type { ReferenceData } from './reference-data.ts'

type Shared = Omit<
  HelplinesJobsDeps,
  'helplines' | 'countries' | 'coordinatorsIn' | 'secretariatPeople' | 'countriesToAsk'
>

export function helplinesDepsOf(
  deps: Shared,
  { countries }: Pick<ReferenceData, 'countries'>,
  helplines: LiveHelplines,
): HelplinesJobsDeps {
  return {
    ...deps,
    helplines,
    countries,
    coordinatorsIn: async (db, country) => peopleOfAssociations(db, await associationsIn(db, country), 'coordinator'),
    secretariatPeople: (db) => peopleOfInstance(db, 'secretariat'),
    countriesToAsk: async (db) => {
      const published = (await countPublished(db)).map(({ country }) => country)
      return [...new Set([...published, ...(await countriesWithAssociations(db))])].sort()
    },
  }
}
