/** The proposal for a town as it stands now, worked out of what is published. */
import type { Db } from '../../platform/db/tables.ts'
import {
  addressesOf,
  givesPlaceAway,
  offeredStandardTexts,
  readCurrent,
  readKeptDraft,
  suggestedServices,
  unknownHere,
  withStandardTexts,
} from '../checklist/index.ts'
import { namesNumber } from '../standards/index.ts'
import { type Decision, readDecisions } from './decision-store.ts'
import type { ProposalsDeps } from './deps.ts'
import { type Named, type ProposalItem, type Publishing, proposalItems } from './proposal-rules.ts'

export interface Proposal {
  /** Nobody has decided about these yet. */
  readonly open: readonly ProposalItem[]
  /** Those that were refused and would still be proposed. */
  readonly refused: readonly ProposalItem[]
  /** Newest first. */
  readonly decisions: readonly Decision[]
}

/** What authorities publish; who has published nothing is left out. */
async function publishing(db: Db, named: readonly Named[]): Promise<Publishing[]> {
  const found: Publishing[] = []
  for (const { id, name, names } of named) {
    const current = await readCurrent(db, id)
    if (!current) continue
    found.push({ id, name, names, answers: current.answers, services: await withStandardTexts(db, current.services) })
  }
  return found
}

export async function makeProposal(deps: ProposalsDeps, authority: string): Promise<Proposal> {
  const { db } = deps.database
  const draft = await readKeptDraft(deps.database, authority)
  const inherited = await deps.readInherited(authority)
  const items = proposalItems({
    checklist: deps.checklist,
    answered: new Set(draft.answers.map(({ answer }) => answer.kind)),
    served: new Set(draft.services.flatMap(({ facts }) => facts.kinds)),
    inherited,
    offered: await deps.readOffered(authority),
    texts: await offeredStandardTexts(db, await deps.readTextOwners(authority)),
    suggested: unknownHere(
      await suggestedServices(db, authority),
      [...draft.services, ...inherited.map(({ service }) => ({ id: service.id, facts: service }))],
      (await deps.readTown(authority))?.country ?? '',
    ),
    areas: await publishing(db, await deps.readAreas(authority)),
    neighbours: await publishing(db, await deps.readNeighbours(authority)),
    namesContact: (text, of) => givesPlaceAway(text, of ? addressesOf(of) : []) || namesNumber(text),
  })
  const decisions = await readDecisions(db, authority)
  const decided = new Map(decisions.map(({ item, decision }) => [item, decision]))
  return {
    open: items.filter(({ key }) => !decided.has(key)),
    refused: items.filter(({ key }) => decided.get(key) === 'refused'),
    decisions,
  }
}

/** How many suggestions wait for a town. */
export async function countProposed(deps: ProposalsDeps, authority: string): Promise<number> {
  return (await makeProposal(deps, authority)).open.length
}
