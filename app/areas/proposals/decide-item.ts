/** An office decides about one item of its proposal: nothing is published by that, and nothing of others is changed. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newShortId } from '../../platform/ids.ts'
import {
  type LocalText,
  lockTown,
  type ServiceFacts,
  saveAnswer,
  saveLocked,
  serviceFacts,
} from '../checklist/index.ts'
import { type Decision, deleteRefusal, insertDecision, readDecisions } from './decision-store.ts'
import type { ProposalsDeps } from './deps.ts'
import { makeProposal } from './make-proposal.ts'
import type { ProposalItem } from './proposal-rules.ts'

export type DecideOutcome =
  /** `service`: the one that was drafted. */
  | { readonly outcome: 'accepted'; readonly item: ProposalItem; readonly service: string | undefined }
  | { readonly outcome: 'refused' | 'fetched' }
  /** A second click, a colleague, or what it was made of has changed: `service` where one was drafted from it. */
  | { readonly outcome: 'before'; readonly decision: Decision | undefined }

const ownerOf = (item: ProposalItem): string | null => {
  switch (item.type) {
    case 'inherited':
      return item.services[0]?.owner.id ?? null
    case 'standard':
    case 'words':
      return item.text.owner.id
    case 'directory':
      return item.suggested.association.id
    case 'level':
      return null
    default:
      return item.owner.id
  }
}

async function findItem(deps: ProposalsDeps, authority: string, key: string) {
  const { open, decisions } = await makeProposal(deps, authority)
  return { item: open.find((one) => one.key === key), decision: decisions.find(({ item }) => item === key) }
}

function decisionOf(item: ProposalItem, decision: Decision['decision'], act: Act, service: string | null): Decision {
  const directory = item.type === 'directory' ? item.suggested.directory : null
  return { item: item.key, decision, origin: ownerOf(item), directory, kind: item.kind, service, at: act.at }
}

/** What was refused stays away until it is fetched back. */
export async function refuseItem(
  deps: ProposalsDeps,
  act: Act,
  authority: string,
  key: string,
): Promise<DecideOutcome> {
  const { item, decision } = await findItem(deps, authority, key)
  if (!item) return { outcome: 'before', decision }
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const added = await insertDecision(tx, authority, decisionOf(item, 'refused', act, null))
    if (added) await recordDecision(tx, act, authority, item, 'refused')
    return { outcome: 'refused' }
  })
}

export async function fetchItemBack(
  deps: ProposalsDeps,
  act: Act,
  authority: string,
  key: string,
): Promise<DecideOutcome> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    if (!(await deleteRefusal(tx, authority, key))) return { outcome: 'before', decision: undefined }
    await recordAudit(tx, act, { authority, subject: 'proposal', detail: { item: key, decision: 'fetched' } })
    return { outcome: 'fetched' }
  })
}

function recordDecision(tx: Tx, act: Act, authority: string, item: ProposalItem, decision: string) {
  const detail = { item: item.key, decision, from: ownerOf(item) ?? 'checklist' }
  return recordAudit(tx, act, { authority, subject: 'proposal', detail })
}

/** @param words of the interface, for what has to be named: the name of the kind, in a language. */
export async function acceptItem(
  deps: ProposalsDeps,
  act: Act,
  authority: string,
  key: string,
  words: { readonly kindName: (kind: string) => LocalText },
): Promise<DecideOutcome> {
  const { item, decision } = await findItem(deps, authority, key)
  if (!item || item.type === 'level' || item.type === 'offered' || item.type === 'words')
    return { outcome: 'before', decision }
  if (item.type === 'inherited' || item.type === 'answer') return acceptAnswer(deps, act, authority, item)
  return acceptService(deps, act, authority, item, words.kindName(item.kind))
}

type AnswerItem = Extract<ProposalItem, { type: 'inherited' | 'answer' }>

async function acceptAnswer(
  deps: ProposalsDeps,
  act: Act,
  authority: string,
  item: AnswerItem,
): Promise<DecideOutcome> {
  const said = item.type === 'answer' ? item : { status: 'available' as const, note: {} }
  const input = { kind: item.kind, status: said.status, plannedFor: null, note: said.note }
  const saved = await saveAnswer(deps, act, authority, input, 0)
  if (saved.outcome !== 'saved') return { outcome: 'before', decision: undefined }
  return deps.database.db.transaction().execute(async (tx) => {
    const added = await insertDecision(tx, authority, decisionOf(item, 'accepted', act, null))
    if (added) await recordDecision(tx, act, authority, item, 'accepted')
    return { outcome: 'accepted', item, service: undefined }
  })
}

type ServiceItem = Extract<ProposalItem, { type: 'standard' | 'neighbour' | 'directory' }>

function factsOf(item: ServiceItem, name: LocalText): ServiceFacts {
  if (item.type === 'directory') return item.suggested.facts
  return serviceFacts.parse({
    kinds: [item.kind],
    name,
    ...(item.type === 'standard' ? { standard: item.text.id } : item.pattern),
  })
}

async function acceptService(
  deps: ProposalsDeps,
  act: Act,
  authority: string,
  item: ServiceItem,
  name: LocalText,
): Promise<DecideOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    await lockTown(tx, authority)
    const before = (await readDecisions(tx, authority)).find((one) => one.item === item.key)
    if (before) return { outcome: 'before', decision: before }
    const id = newShortId()
    // Nobody has looked at it yet: the page would say that somebody has.
    const given = { revision: 0, removed: false, unchecked: true } as const
    const saved = await saveLocked(deps, tx, act, authority, { id, facts: factsOf(item, name) }, given)
    // A directory may say what is not fit for a draft any more.
    if (saved.outcome === 'refused' && item.type === 'directory') return { outcome: 'before', decision: undefined }
    if (saved.outcome !== 'saved') throw new Error(`a proposal could not be drafted: ${saved.outcome}`)
    await insertDecision(tx, authority, decisionOf(item, 'accepted', act, id))
    await recordDecision(tx, act, authority, item, 'accepted')
    return { outcome: 'accepted', item, service: id }
  })
}
