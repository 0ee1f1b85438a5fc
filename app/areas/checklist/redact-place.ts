/** A place becomes confidential: where it was disappears from every version at once (mission, rule 6). */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'
import { forgetting } from '../../platform/db/town-memory.ts'
import { redactApprovals } from './approval-store.ts'
import { redactChanges } from './change-store.ts'
import { namesAddress, textWithout, withoutPlace } from './confidential.ts'
import type { ChecklistDeps } from './deps.ts'
import { hideMarked } from './directories/directory-store.ts'
import { readDraft, readDraftService, writeAnswer, writeIntroduction } from './draft-store.ts'
import { forgetNotSame } from './duplicates/merged-store.ts'
import { dropUploads } from './import-services/upload-store.ts'
import { redactContacts } from './protected-contacts/contact-change-store.ts'
import {
  addressesEverGiven,
  type Entry,
  forgetImportedHash,
  hideDraft,
  kinOf,
  redactFindings,
  redactProviderChanges,
  rewritePublished,
  rewriteVersion,
  versionsToRedact,
} from './redaction-store.ts'
import { same } from './same.ts'
import { type Address, type LocalText, type SnapshotDocument, serviceFacts } from './schema.ts'
import { readVersion, servedBy } from './snapshot-store.ts'
import { lockTown, withPredecessors } from './town-store.ts'

/** The document without the place of this service: in its own texts, in the answers and in the introduction. */
function redactedDocument(document: SnapshotDocument, id: string, known: readonly Address[]): SnapshotDocument {
  const leaks = (text: string) => namesAddress(text, known)
  return {
    ...document,
    introduction: textWithout(document.introduction, leaks),
    answers: document.answers.map((each) => ({ ...each, note: textWithout(each.note, leaks) })),
    services: document.services.map((each) => (each.id === id ? { ...withoutPlace(each, known), id } : each)),
  }
}

/** Answers and introduction are drafted anew without the words that name the place. */
async function redactDraft(tx: Db, act: Act, authority: string, known: readonly Address[]): Promise<void> {
  const leaks = (text: string) => namesAddress(text, known)
  const draft = await readDraft(tx, authority)
  const edit = { at: act.at, by: { person: null, as: 'redaction' } }
  const introduction = textWithout(draft.introduction, leaks)
  if (!same(introduction, draft.introduction)) {
    const revision = await writeIntroduction(tx, authority, introduction, draft.introductionRevision, edit)
    await recordTaken(tx, act, authority, 'introduction', revision, gone(draft.introduction, introduction))
  }
  for (const { answer, revision: before } of draft.answers) {
    const note = textWithout(answer.note, leaks)
    if (same(note, answer.note)) continue
    const revision = await writeAnswer(tx, authority, { ...answer, note }, before, edit)
    await recordTaken(tx, act, authority, `answer ${answer.kind}`, revision, gone(answer.note, note))
  }
}

const gone = (before: LocalText, after: LocalText): string[] => Object.keys(before).filter((code) => !after[code])

/** In which languages words went: whoever still has them in an open form must not bring them back. */
async function recordTaken(
  tx: Db,
  act: Act,
  authority: string,
  subject: string,
  revision: number | undefined,
  languages: string[],
): Promise<void> {
  if (revision === undefined) throw new Error('a draft has changed although its town was locked')
  await recordAudit(
    tx,
    { ...act, name: 'checklist.redact-place' },
    { authority, subject, detail: { revision, languages } },
  )
}

async function redactServiceRow(tx: Db, id: string, known: readonly Address[]): Promise<void> {
  const row = await tx.selectFrom('published.service').select('facts').where('id', '=', id).executeTakeFirst()
  if (!row) return
  await rewritePublished(tx, id, withoutPlace(serviceFacts.parse(row.facts), known))
}

/** Where a service is or was, by its drafts and all versions: what nothing may repeat once it is confidential. */
export async function knownAddresses(db: Db, authority: string, id: string): Promise<Address[]> {
  const known: Address[] = []
  for (const entry of [{ authority, id }, ...(await kinOf(db, id))]) {
    known.push(...(await addressesEverGiven(db, await withPredecessors(db, entry.authority), entry.id)))
  }
  return known
}

export type HidingDeps = Pick<ChecklistDeps, 'placeHidden'>

/**
 * Rewrites every version that shows where the service is, and what is drafted around it. Call it before the draft of
 * the service itself is overwritten, with the town locked. What parts of one town have of the same service is about the
 * same place: whoever of them knows that it is confidential knows it for all.
 *
 * @returns how many versions were rewritten.
 */
export async function redactPlace(
  { placeHidden }: HidingDeps,
  tx: Db,
  act: Act,
  authority: string,
  id: string,
): Promise<number> {
  const kin = await kinOf(tx, id)
  for (const town of new Set(kin.map((entry) => entry.authority))) await lockTown(tx, town)
  const known = await knownAddresses(tx, authority, id)
  let rewritten = await redactEntry(tx, act, { authority, id }, known)
  if (known.length > 0) {
    const towns = new Set<string>()
    for (const entry of [{ authority }, ...kin]) {
      for (const town of await withPredecessors(tx, entry.authority)) towns.add(town)
    }
    await placeHidden(tx, act, [...towns], (text) => namesAddress(text, known))
  }
  for (const entry of kin) {
    rewritten += await redactEntry(tx, act, entry, known)
    const revision = await hideDraft(tx, entry.id, (facts) => withoutPlace(facts, known), act.at)
    if (revision === undefined) continue
    await recordAudit(
      tx,
      { ...act, name: 'checklist.redact-place' },
      { authority: entry.authority, subject: `service ${entry.id}`, detail: { revision, fields: ['place'] } },
    )
  }
  return rewritten
}

async function redactEntry(tx: Db, act: Act, { authority, id }: Entry, known: readonly Address[]): Promise<number> {
  const authorities = await withPredecessors(tx, authority)
  const versions = await versionsToRedact(tx, authorities, known.length > 0 ? undefined : id)
  let rewritten = 0
  for (const { authority: owner, version } of versions) {
    const document = await readVersion(tx, owner, version)
    const redacted = document && redactedDocument(document, id, known)
    if (!redacted || same(document, redacted)) continue
    await rewriteVersion(tx, redacted, { reason: 'confidential-place', service: id, at: act.at })
    rewritten += 1
  }
  await redactServiceRow(tx, id, known)
  await redactChanges(tx, authorities, id, known)
  await redactContacts(tx, id, known)
  await redactProviderChanges(tx, id)
  await redactFindings(tx, id)
  await forgetNotSame(tx, id)
  await dropUploads(tx, authorities)
  const draft = await readDraftService(tx, authority, id)
  if (draft) await hideMarked(tx, authority, [draft.facts])
  if (known.length > 0) {
    await redactApprovals(tx, authorities, known)
    // What merged towns have left may still be taken into the draft.
    for (const one of authorities) await redactDraft(tx, act, one, known)
    await forgetImportedHash(tx, id)
  }
  const gone = authorities.map(forgetting)
  if (rewritten === 0) {
    await announceChange(tx, gone)
    return 0
  }
  const redaction = { ...act, name: 'checklist.redact-place' }
  await recordAudit(tx, redaction, { authority, subject: `service ${id}`, detail: { versions: rewritten } })
  await announceChange(tx, [...authorities, ...(await servedBy(tx, authority)), ...gone])
  return rewritten
}
