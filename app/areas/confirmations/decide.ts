/** The office takes over what a provider has sent, part by part, or refuses it. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import {
  type DraftService,
  type FactFault,
  insertCheck,
  lockTown,
  readDraftService,
  saveLocked,
} from '../checklist/index.ts'
import { partsOf, takenOver } from './change-rules.ts'
import { decideChange, readChange, type SentChange } from './change-store.ts'
import { type ConfirmationsDeps, dayAt } from './deps.ts'
import type { ChangePart } from './schema.ts'

export type DecisionOutcome =
  /** `taken`: none where all of it was refused. */
  | { readonly outcome: 'decided'; readonly taken: readonly ChangePart[] }
  | { readonly outcome: 'refused'; readonly faults: readonly FactFault[] }
  /** A colleague was first, with the change or with the draft. */
  | { readonly outcome: 'late' }
  | { readonly outcome: 'gone' }

export interface GivenDecision {
  /** Id of the change. */
  readonly change: string
  /** None: it is refused. */
  readonly parts: readonly ChangePart[]
  /** Of the draft that the page showed. */
  readonly revision: number
}

type PersonsAct = Act & { readonly person: NonNullable<Act['person']> }

export async function decideOnChange(
  deps: ConfirmationsDeps,
  act: PersonsAct,
  authority: string,
  service: string,
  given: GivenDecision,
): Promise<DecisionOutcome> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const sent = await readChange(tx, given.change)
    const draft = await readDraftService(tx, authority, service)
    if (!sent || sent.service !== service || !draft) return { outcome: 'gone' }
    // The second click of the same person has done what it wanted.
    if (sent.decidedBy)
      return sent.decidedBy === act.person.id ? { outcome: 'decided', taken: given.parts } : { outcome: 'late' }
    const taken = partsOf(sent.change).filter((part) => given.parts.includes(part))
    const written = await write(deps, tx, act, { sent, draft, taken, revision: given.revision })
    if (written) return written
    await decideChange(tx, sent.id, { at: act.at, by: act.person.id, taken })
    return { outcome: 'decided', taken }
  })
}

interface Taking {
  readonly sent: SentChange
  readonly draft: DraftService
  readonly taken: readonly ChangePart[]
  /** Of the draft that the page showed. */
  readonly revision: number
}

/** Into the draft what is taken over, into the trail what was refused. @returns why not. */
async function write(
  deps: ConfirmationsDeps,
  tx: Tx,
  act: PersonsAct,
  { sent, draft, taken, revision }: Taking,
): Promise<DecisionOutcome | undefined> {
  const { authority, service, change } = sent
  if (taken.length === 0) {
    await recordAudit(tx, act, { authority, subject: `service ${service}`, detail: { taken: [] } })
    return undefined
  }
  if (draft.revision !== revision) return { outcome: 'late' }
  const town = await deps.townOf(tx, authority)
  const sentOn = dayAt(town, sent.sentAt).toString()
  const facts = takenOver(draft.facts, { change, parts: taken, sentOn, demonstration: town.demonstration })
  const saved = await saveLocked(deps, tx, act, authority, { id: service, facts }, { revision, removed: false })
  if (saved.outcome === 'refused') return saved
  if (saved.outcome === 'conflict') return { outcome: 'late' }
  if (taken.length === partsOf(change).length) {
    await insertCheck(tx, { authority, service, at: act.at, way: 'change', person: act.person.id })
  }
  return undefined
}
