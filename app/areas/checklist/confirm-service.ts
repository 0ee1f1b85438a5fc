/**
 * Somebody says that everything published about a service is right. That is a version of its own which changes nothing
 * but the day of the check: what the office has drafted meanwhile stays a draft.
 */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { writeChanges } from './change-store.ts'
import { changesSince } from './changes.ts'
import { type CheckWay, newerCheck } from './check-rules.ts'
import { insertCheck } from './check-store.ts'
import { readDraftService, writeChecked } from './draft-store.ts'
import { writeVersion } from './publish.ts'
import { same } from './same.ts'
import type { Service, ServiceFacts, SnapshotDocument } from './schema.ts'
import { readCurrent, sha256Of } from './snapshot-store.ts'
import { lockTown, readTown, type Town } from './town-store.ts'

type Checked = NonNullable<ServiceFacts['checked']>

export interface Confirmation {
  readonly authority: string
  /** Id. */
  readonly service: string
  /** What was looked at: of `factsSeen`. */
  readonly seen: string
  readonly by: Checked['by']
  readonly way: CheckWay
}

export type ConfirmOutcome =
  /** `version`: the one that says so. */
  | { readonly outcome: 'confirmed'; readonly version: number }
  /** The public sees other facts than those that were looked at. */
  | { readonly outcome: 'changed' }
  /** The service is on no page. */
  | { readonly outcome: 'gone' }

/** Of everything that a reader sees but when it was checked: whether two people look at the same. */
export function factsSeen({ checked: _, ...facts }: Service): string {
  return sha256Of(facts)
}

/** In the transaction of whoever confirms; locks the town. */
export async function confirmPublished(tx: Db, act: Act, given: Confirmation): Promise<ConfirmOutcome> {
  const { authority, service: id, seen, by, way } = given
  await lockTown(tx, authority)
  const town = await readTown(tx, authority)
  const current = await readCurrent(tx, authority)
  const published = current?.services.find((one) => one.id === id)
  if (!current || !published) return { outcome: 'gone' }
  if (factsSeen(published) !== seen) return { outcome: 'changed' }
  const checked: Checked = { on: act.at.toZonedDateTimeISO(town.timeZone).toPlainDate().toString(), by }
  const version = await publishCheck(tx, act, { town, current, id, checked })
  const draft = await draftCheck(tx, authority, id, checked)
  const record = await recordAudit(tx, act, {
    authority,
    subject: `service ${id}`,
    detail: { version, ...(draft && { revision: draft.revision, fields: ['checked'] }) },
  })
  if (draft) {
    const change = { thing: 'service', id, before: draft.before, after: draft.after } as const
    await writeChanges(tx, { record, authority, at: act.at }, [change])
  }
  await insertCheck(tx, { authority, service: id, at: act.at, way, person: act.person?.id ?? null })
  return { outcome: 'confirmed', version }
}

interface Publishing {
  readonly town: Town
  readonly current: SnapshotDocument
  readonly id: string
  readonly checked: Checked
}

/** @returns the version that says it: the current one where it says so already. */
async function publishCheck(tx: Db, act: Act, { town, current, id, checked }: Publishing): Promise<number> {
  const document: SnapshotDocument = {
    ...current,
    version: current.version + 1,
    publishedAt: act.at.toString({ smallestUnit: 'millisecond' }),
    services: current.services.map((one) =>
      one.id === id ? { ...one, checked: newerCheck(one.checked, checked) } : one,
    ),
  }
  const changes = changesSince(current, document)
  if (changes.length === 0) return current.version
  await writeVersion(tx, act, town, { document, changes })
  return document.version
}

/** The draft learns of it unless it was checked later itself: publishing it must not take the day back. */
async function draftCheck(tx: Db, authority: string, id: string, checked: Checked) {
  const draft = await readDraftService(tx, authority, id)
  if (!draft) return undefined
  const after: ServiceFacts = { ...draft.facts, checked: newerCheck(draft.facts.checked, checked) }
  if (same(after, draft.facts)) return undefined
  const revision = await writeChecked(tx, authority, { id, facts: after }, draft.revision)
  if (revision === undefined) throw new Error('a service has changed although its town was locked')
  return { revision, before: draft.facts, after }
}
