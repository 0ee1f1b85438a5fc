/** What plans of new official lists need from other areas: what becomes of the duties of an authority that is no more. */
import { moveStaff, peopleOf, shareStaff } from './areas/accounts/index.ts'
import { moveMembership, shareMembership } from './areas/associations/index.ts'
import { endLettersTo } from './areas/campaigns/index.ts'
import { closeOffice, moveOffers, moveShared, moveSuggestedServices, shareOut } from './areas/checklist/index.ts'
import { moveConclusions, shareConclusions } from './areas/conclusions/index.ts'
import { settleMerged } from './areas/confirmations/index.ts'
import { moveDelegations, shareDelegations } from './areas/delegations/index.ts'
import { moveEvents, shareEvents } from './areas/events/index.ts'
import { moveMarket, shareMarket } from './areas/market/index.ts'
import { moveMeetings, shareMeetings } from './areas/meetings/index.ts'
import type { MergersDeps } from './areas/mergers/index.ts'
import { movePlans, sharePlans } from './areas/plans/index.ts'
import { moveQuestions, shareQuestions } from './areas/questions/index.ts'
import { enterMerger, type RegisterDeps } from './areas/register/index.ts'
import { moveProgress, shareProgress } from './areas/reports/index.ts'
import { closeApplications, endSignature, moveApplications } from './areas/signing/index.ts'
import { endSupportOf } from './areas/trail/index.ts'
import { moveReports, shareReports } from './areas/watching/index.ts'
import type { ReferenceData } from './reference-data.ts'
import { pactMovesOf } from './signing-deps.ts'

type Shared = Pick<MergersDeps, 'database' | 'clock' | 'jobs' | 'notify'> & RegisterDeps

/** What a town asks, does for the Pact, and does with others: it goes on with whatever the town becomes. */
const workMoves = [
  ...[moveQuestions, movePlans, moveProgress, moveEvents],
  ...[moveMeetings, moveDelegations, moveConclusions, moveMarket],
] as const
const workShares = [
  ...[shareQuestions, sharePlans, shareProgress, shareEvents],
  ...[shareMeetings, shareDelegations, shareConclusions, shareMarket],
] as const

export function mergersDepsOf(
  shared: Shared,
  { countries, languages }: Pick<ReferenceData, 'countries' | 'languages'>,
): MergersDeps {
  const pact = pactMovesOf(shared)
  return {
    ...shared,
    countries,
    languages,
    peopleOf,
    moveStaff,
    shareStaff,
    moveDuties: async (tx, act, { from, into, on }) => {
      const signed = await enterMerger(tx, shared, act, { from, into: [into], on })
      if (signed) await endSignature(tx, signed.id, act.at)
      await moveApplications(tx, pact, act, { from, into })
      await moveMembership(tx, from, [into])
      await closeOffice(tx, from, [into], act.at)
      await settleMerged(tx, from, act.at)
      await moveShared(tx, from, into)
      await moveReports(tx, from, into)
      await moveOffers(tx, from, into)
      await moveSuggestedServices(tx, from, into)
      for (const move of workMoves) await move(tx, from, into, act.at)
      await endLettersTo(tx, from)
      await endSupportOf(tx, from, act.at)
      return { number: signed?.number }
    },
    // What others offered the town goes on standing on the pages of its parts, as they name the town.
    shareDuties: async (tx, act, { from, parts, on }) => {
      const signed = await enterMerger(tx, shared, act, { from, into: parts, on })
      if (signed) await endSignature(tx, signed.id, act.at)
      await closeApplications(tx, pact, act, { from, parts })
      await moveMembership(tx, from, parts)
      await closeOffice(tx, from, parts, act.at)
      await settleMerged(tx, from, act.at)
      await shareOut(tx, from, parts, true)
      await shareReports(tx, from, parts)
      for (const share of workShares) await share(tx, from, parts, act.at)
      await endLettersTo(tx, from)
      await endSupportOf(tx, from, act.at)
      return { number: signed?.number }
    },
    startPart: async (tx, { from, parts }) => {
      await shareMembership(tx, from, parts)
      await shareOut(tx, from, parts, false)
    },
  }
}
