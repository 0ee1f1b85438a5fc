/** Putting a changed contact back: at once, in public and in the draft. */
import { type Act, actOf, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { type RecordedChange, writeChanges } from '../change-store.ts'
import { changesSince } from '../changes.ts'
import { readDraftService, writeService } from '../draft-store.ts'
import { writeVersion } from '../publish.ts'
import { editOf } from '../save-answer.ts'
import type { SnapshotDocument } from '../schema.ts'
import { readCurrent } from '../snapshot-store.ts'
import { lockTown, readTown } from '../town-store.ts'
import { findUndo, markUndone, type RecordedContact } from './contact-change-store.ts'
import { undoneNotice } from './contact-notices.ts'
import { contactOf, isSameContact, type UndoState, undoState, withContact } from './contact-rules.ts'
import { languageOf, type TellDeps } from './tell-changes.ts'

/** What belongs to a contact: whoever has the service open is told of these. */
const contactFields = ['phones', 'email', 'web', 'chat'] as const

export interface UndoView {
  readonly state: UndoState
  readonly change: RecordedContact
}

/** What a secret would do now; undefined where it never was one. Changes nothing: programs open links, too. */
export async function viewUndo({ database, clock }: TellDeps, secret: string): Promise<UndoView | undefined> {
  const { db } = database
  const right = await findUndo(db, secret)
  if (!right) return undefined
  const current = await readCurrent(db, right.change.authority)
  return { state: stateOf(right.change, current, clock.now()), change: right.change }
}

function stateOf(change: RecordedContact, current: SnapshotDocument | undefined, now: Temporal.Instant): UndoState {
  const service = current?.services.find(({ id }) => id === change.service)
  return undoState(change, service && contactOf(service), now)
}

/** @returns what the state was: undone now where it was `open`. */
export async function undoChange(deps: TellDeps, secret: string): Promise<UndoView | undefined> {
  const given = await findUndo(deps.database.db, secret)
  if (!given) return undefined
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, given.change.authority)
    const right = await findUndo(tx, secret)
    if (!right) return undefined
    const { change, person } = right
    const now = deps.clock.now()
    const current = await readCurrent(tx, change.authority)
    const state = stateOf(change, current, now)
    if (!current || state !== 'open') return { state, change }
    const act = actOf(person ? 'mailed-link' : 'former-contact', 'checklist.undo-contact', now)
    await restorePublic(tx, act, change, current)
    const restored = await restoreDraft(tx, act, change)
    await markUndone(tx, change.id, now)
    const record = await recordAudit(tx, act, {
      authority: change.authority,
      subject: `service ${change.service}`,
      detail: {
        version: change.version,
        restoredIn: current.version + 1,
        ...(restored && { revision: restored.revision, fields: [...contactFields] }),
      },
    })
    if (restored) await writeChanges(tx, { record, authority: change.authority, at: now }, [restored.change])
    await tellUndone(deps, tx, change)
    return { state, change }
  })
}

async function restorePublic(tx: Tx, act: Act, change: RecordedContact, current: SnapshotDocument): Promise<void> {
  const document: SnapshotDocument = {
    ...current,
    version: current.version + 1,
    publishedAt: act.at.toString({ smallestUnit: 'millisecond' }),
    services: current.services.map((service) =>
      service.id === change.service ? withContact(service, change.before) : service,
    ),
  }
  const town = await readTown(tx, change.authority)
  await writeVersion(tx, act, town, { document, changes: changesSince(current, document) })
}

/** Somebody may be working on it already: then what they have written stays, and the next publishing tells again. */
async function restoreDraft(
  tx: Tx,
  act: Act,
  { authority, service, before, after }: RecordedContact,
): Promise<{ readonly revision: number; readonly change: RecordedChange } | undefined> {
  const draft = await readDraftService(tx, authority, service)
  if (!draft || !isSameContact(contactOf(draft.facts), after)) return undefined
  const facts = withContact(draft.facts, before)
  const revision = await writeService(tx, authority, { id: service, facts }, draft.revision, editOf(act, authority))
  return revision === undefined
    ? undefined
    : { revision, change: { thing: 'service', id: service, before: draft.facts, after: facts } }
}

async function tellUndone(deps: TellDeps, tx: Tx, change: RecordedContact): Promise<void> {
  const town = await deps.townOf(tx, change.authority)
  for (const person of await deps.officersOf(tx, change.authority)) {
    await deps.notify(tx, {
      person,
      kind: 'contact',
      key: `contact-undone ${change.id}`,
      compose: (translator) => undoneNotice(translator, { change, town }, 'office'),
    })
  }
  if (!change.before.email) return
  const translator = languageOf(deps, town)
  await deps.writeTo(tx, change.before.email, translator, undoneNotice(translator, { change, town }, 'contact'))
}
