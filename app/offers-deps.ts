/** What offers of services to other authorities need from other areas. */
import { peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsIn } from './areas/associations/index.ts'
import { readAuthorities } from './areas/authorities/index.ts'
import type { OffersDeps } from './areas/offers/index.ts'
import { officersOf } from './national-deps.ts'

type Shared = Pick<OffersDeps, 'database' | 'clock' | 'jobs' | 'log' | 'notify'>

export function offersDepsOf({ database, clock, jobs, log, notify }: Shared): OffersDeps {
  return {
    ...{ database, clock, jobs, log, notify },
    readPlaces: readAuthorities,
    officersOf,
    coordinatorsIn: async (db, country) => {
      const coordinators = await peopleOfAssociations(db, await associationsIn(db, country), 'coordinator')
      return coordinators.length > 0 ? coordinators : peopleOfInstance(db, 'secretariat')
    },
  }
}
