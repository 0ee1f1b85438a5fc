/** What plans of new official lists need from other areas: what becomes of the duties of a merged authority. */
import { moveStaff, peopleOf } from './areas/accounts/index.ts'
import { moveMembership } from './areas/associations/index.ts'
import { closeOffice, moveOffers, moveSuggestedServices } from './areas/checklist/index.ts'
import { settleMerged } from './areas/confirmations/index.ts'
import type { MergersDeps } from './areas/mergers/index.ts'
import { endSupportOf } from './areas/trail/index.ts'
import { moveReports } from './areas/watching/index.ts'
import type { ReferenceData } from './reference-data.ts'

type Shared = Pick<MergersDeps, 'database' | 'clock' | 'jobs' | 'notify'>

export function mergersDepsOf(
  shared: Shared,
  { countries, languages }: Pick<ReferenceData, 'countries' | 'languages'>,
): MergersDeps {
  return {
    ...shared,
    countries,
    languages,
    approversOf: (db, authority) => peopleOf(db, authority, ['approver']),
    moveStaff,
    moveDuties: async (tx, act, { from, into }) => {
      await moveMembership(tx, from, into)
      await closeOffice(tx, from, into, act.at)
      await settleMerged(tx, from, act.at)
      await moveReports(tx, from, into)
      await moveOffers(tx, from, into)
      await moveSuggestedServices(tx, from, into)
      await endSupportOf(tx, from, act.at)
    },
  }
}
