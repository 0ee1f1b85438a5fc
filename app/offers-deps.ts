/** What offers of services to other authorities need from other areas. */
import { peopleOf, peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsIn } from './areas/associations/index.ts'
import { readAuthorities } from './areas/authorities/index.ts'
import type { OffersDeps } from './areas/offers/index.ts'

type Shared = Pick<OffersDeps, 'database' | 'clock' | 'jobs' | 'log' | 'notify'>

export function offersDepsOf({ database, clock, jobs, log, notify }: Shared): OffersDeps {
  return {
    ...{ database, clock, jobs, log, notify },
    readPlaces: readAuthorities,
    officersOf: (db, authority) => peopleOf(db, authority, ['officer', 'approver']),
    coordinatorsIn: async (db, country) => {
      const coordinators = await peopleOfAssociations(db, await associationsIn(db, country), 'coordinator')
      return coordinators.length > 0 ? coordinators : peopleOfInstance(db, 'secretariat')
    },
  }
}
