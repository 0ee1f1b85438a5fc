import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { writeChanges } from './change-store.ts'
import { insertCheck } from './check-store.ts'
import { withoutPlace } from './confidential.ts'
import type { ChecklistDeps } from './deps.ts'
import {
  type DraftService,
  markServiceBack,
  markServiceRemoved,
  ownerOfService,
  readDraftService,
  writeService,
} from './draft-store.ts'
import { factChecksFor } from './fact-checks.ts'
import type { FactChecks, FactFault, PublishFault } from './faults.ts'
import type { Conflict, Refused, Saved } from './outcomes.ts'
import { type HidingDeps, knownAddresses, redactPlace } from './redact-place.ts'
import { same } from './same.ts'
import { editOf, madeBy } from './save-answer.ts'
import type { Service, ServiceFacts } from './schema.ts'
import { serviceFaults } from './service-faults.ts'
import { writeLook } from './standard-look-store.ts'
import { readStandardTexts } from './standard-store.ts'
import { lockTown, readTown, unknownAuthorities } from './town-store.ts'

/** Each authority that a service is said to serve and that does not exist. */
export async function servesFaults(db: Db, facts: ServiceFacts): Promise<FactFault[]> {
  const unknown = await unknownAuthorities(db, facts.serves)
  return facts.serves.flatMap((id, index) =>
    unknown.has(id) ? [{ code: 'servesUnknown', path: ['serves', index] } as const] : [],
  )
}

/** Those of many services, asked about together. */
export async function servesFaultsOf(db: Db, services: readonly Service[]): Promise<PublishFault[]> {
  const unknown = await unknownAuthorities(db, [...new Set(services.flatMap(({ serves }) => serves))])
  return services.flatMap(({ id: service, serves }) =>
    serves.flatMap((id, index): PublishFault[] =>
      unknown.has(id) ? [{ code: 'servesUnknown', path: ['serves', index], service }] : [],
    ),
  )
}

/** Names of the fields that differ. */
export const changedFields = (before: ServiceFacts | undefined, after: ServiceFacts): string[] => {
  const earlier = new Map<string, unknown>(Object.entries(before ?? {}))
  return Object.entries(after).flatMap(([field, value]) => (same(earlier.get(field), value) ? [] : [field]))
}

/** Whether saving these facts would take an address out of drafts and published versions, which cannot be undone. */
export async function requestsRedaction(
  deps: Pick<ChecklistDeps, 'database'>,
  authority: string,
  id: string,
  facts: ServiceFacts,
): Promise<boolean> {
  if (facts.place.type !== 'confidential') return false
  return (await knownAddresses(deps.database.db, authority, id)).length > 0
}

type Given = { readonly id: string; readonly facts: ServiceFacts }
/** How the draft was when the form was made. */
type Expected = {
  readonly revision: number
  readonly removed: boolean
  /** Nobody has looked at it yet: it was put together from what others publish. */
  readonly unchecked?: true
}

async function faultsOf(tx: Db, authority: string, { id, facts }: Given, checks: FactChecks): Promise<FactFault[]> {
  const owner = await ownerOfService(tx, id)
  if (owner && owner.authority !== authority) return [{ code: 'idTaken', path: ['id'] }]
  const known = facts.place.type === 'confidential' ? await knownAddresses(tx, authority, id) : []
  return [...serviceFaults(facts, checks, known), ...(await servesFaults(tx, facts))]
}

/** Whoever lets a service use a text has seen it as it is now. */
async function lookAtStandard(tx: Db, id: string, before: ServiceFacts | undefined, { standard }: ServiceFacts) {
  if (standard === undefined || standard === before?.standard) return
  const text = (await readStandardTexts(tx, [standard])).get(standard)
  if (text) await writeLook(tx, id, { standard, version: text.version, withdrawn: text.withdrawn })
}

/** With the town locked and the facts checked. */
async function writeDraft(
  deps: HidingDeps,
  tx: Db,
  act: Act,
  authority: string,
  given: Given,
  expected: Expected,
): Promise<Saved | Conflict<DraftService>> {
  const { id, facts } = given
  const owner = await ownerOfService(tx, id)
  const current = await readDraftService(tx, authority, id)
  if ((owner?.revision ?? 0) !== expected.revision || (owner?.removed ?? false) !== expected.removed) {
    // The same click a second time has done what it wanted.
    const again = current && madeBy(current, act) && same(current.facts, facts)
    return current && again ? { outcome: 'saved', revision: current.revision } : { outcome: 'conflict', current }
  }
  let before = current?.facts ?? null
  if (facts.place.type === 'confidential') {
    before = before && withoutPlace(before, await knownAddresses(tx, authority, id))
    await redactPlace(deps, tx, act, authority, id)
  }
  if (expected.removed) await markServiceBack(tx, authority, id)
  const revision = await writeService(tx, authority, given, expected.revision, editOf(act, authority))
  if (revision === undefined) throw new Error('a service has changed although its town was locked')
  await lookAtStandard(tx, id, current?.facts, facts)
  const detail = { fields: changedFields(current?.facts, facts), revision }
  const record = await recordAudit(tx, act, { authority, subject: `service ${id}`, detail })
  await writeChanges(tx, { record, authority, at: act.at }, [{ thing: 'service', id, before, after: facts }])
  if (act.person && facts.checked?.by === 'office' && !same(current?.facts.checked, facts.checked)) {
    await insertCheck(tx, { authority, service: id, at: act.at, way: 'office', person: act.person.id })
  }
  return { outcome: 'saved', revision }
}

/**
 * Saves a service into the draft. One that becomes confidential disappears from all published versions in the same
 * transaction, not only with the next one.
 *
 * @param id made with the form, so that sending it twice adds one service.
 * @param expectedRevision 0: a new service.
 */
export async function saveService(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  id: string,
  facts: ServiceFacts,
  expectedRevision: number,
): Promise<Saved | Conflict<DraftService> | Refused> {
  return save(deps, act, authority, { id, facts }, { revision: expectedRevision, removed: false })
}

/** Brings back a service that somebody has taken out, with these facts. */
export async function bringServiceBack(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  id: string,
  facts: ServiceFacts,
  expectedRevision: number,
): Promise<Saved | Conflict<DraftService> | Refused> {
  return save(deps, act, authority, { id, facts }, { revision: expectedRevision, removed: true })
}

async function save(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  given: Given,
  expected: Expected,
): Promise<Saved | Conflict<DraftService> | Refused> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    return saveLocked(deps, tx, act, authority, given, expected)
  })
}

/** Inside a transaction that has locked the town. */
export async function saveLocked(
  deps: Pick<ChecklistDeps, 'checklist' | 'helplines' | 'languages' | 'placeHidden'>,
  tx: Db,
  act: Act,
  authority: string,
  { id, facts }: Given,
  expected: Expected,
): Promise<Saved | Conflict<DraftService> | Refused> {
  const checks = factChecksFor(deps, await readTown(tx, authority), act.at)
  const faults = await faultsOf(tx, authority, { id, facts }, checks)
  if (faults.length > 0) return { outcome: 'refused', faults }
  // Who writes a service down for the first time has just looked at all of it.
  const today = { on: checks.today.toString(), by: 'office' as const }
  const checked = facts.checked ?? (expected.revision === 0 && !expected.unchecked ? today : null)
  return writeDraft(deps, tx, act, authority, { id, facts: { ...facts, checked } }, expected)
}

/** Takes a service out of the draft; it leaves the public page with the next version. */
export async function removeService(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  id: string,
  expectedRevision: number,
): Promise<Saved | Conflict<DraftService>> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    return removeLocked(tx, act, authority, { id, revision: expectedRevision })
  })
}

/**
 * Inside a transaction that has locked the town.
 *
 * @param removal.detail for the trail, beside the revision.
 */
export async function removeLocked(
  tx: Db,
  act: Act,
  authority: string,
  removal: { readonly id: string; readonly revision: number; readonly detail?: Readonly<Record<string, string>> },
): Promise<Saved | Conflict<DraftService>> {
  const { id, detail = {} } = removal
  const owner = await ownerOfService(tx, id)
  if (owner?.authority !== authority) return { outcome: 'conflict', current: undefined }
  if (owner.removed) return { outcome: 'saved', revision: owner.revision }
  const before = (await readDraftService(tx, authority, id))?.facts ?? null
  const revision = await markServiceRemoved(tx, authority, id, removal.revision, editOf(act, authority))
  if (revision === undefined) return { outcome: 'conflict', current: await readDraftService(tx, authority, id) }
  const record = await recordAudit(tx, act, { authority, subject: `service ${id}`, detail: { ...detail, revision } })
  await writeChanges(tx, { record, authority, at: act.at }, [{ thing: 'service', id, before, after: null }])
  return { outcome: 'saved', revision }
}
