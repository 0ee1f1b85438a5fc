/** Changes of protected contacts, who was told of them, and the secrets that undo them. */
import { createHash } from 'node:crypto'
import type { Db } from '../../../platform/db/tables.ts'
import { newId, newSecret } from '../../../platform/ids.ts'
import { namesAddress, textWithout, withoutPlace } from '../confidential.ts'
import { type Address, type LocalText, localText, serviceFacts } from '../schema.ts'
import { type Contact, type ContactChange, contactOf } from './contact-rules.ts'

const contact = serviceFacts.pick({ phones: true, email: true, web: true, chat: true })

export interface RecordedContact {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly version: number
  readonly name: LocalText
  readonly before: Contact
  readonly after: Contact
  readonly changedAt: Temporal.Instant
  readonly undoUntil: Temporal.Instant
  readonly undone: boolean
}

const columns = [
  'id',
  'authority',
  'service',
  'version',
  'name',
  'before',
  'after',
  'changed_at',
  'undo_until',
  'undone_at',
] as const

interface Row {
  id: string
  authority: string
  service: string
  version: number
  name: unknown
  before: unknown
  after: unknown
  changed_at: Date
  undo_until: Date
  undone_at: Date | null
}

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

function changeOf({ id, authority, service, version, ...row }: Row): RecordedContact {
  return {
    id,
    authority,
    service,
    version,
    name: localText.parse(row.name),
    before: contact.parse(row.before),
    after: contact.parse(row.after),
    changedAt: instant(row.changed_at),
    undoUntil: instant(row.undo_until),
    undone: row.undone_at !== null,
  }
}

export async function insertChange(
  tx: Db,
  { service, before, after }: ContactChange,
  at: { readonly authority: string; readonly version: number; readonly now: Temporal.Instant; readonly hours: number },
): Promise<void> {
  await tx
    .insertInto('office.contact_change')
    .values({
      id: newId(),
      authority: at.authority,
      service: service.id,
      version: at.version,
      name: JSON.stringify(service.name),
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      changed_at: date(at.now),
      undo_until: date(at.now.add({ hours: at.hours })),
    })
    .execute()
}

/** The oldest that nobody was told of; no other worker gets it until the transaction ends. */
export async function takeUntold(tx: Db): Promise<RecordedContact | undefined> {
  const row = await tx
    .selectFrom('office.contact_change')
    .select(columns)
    .where('told_at', 'is', null)
    .orderBy('changed_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && changeOf(row)
}

export async function markTold(tx: Db, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.contact_change')
    .set({ told_at: date(at) })
    .where('id', '=', id)
    .execute()
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** @param person who gets it; null: the contact that the service had before. */
export async function issueUndo(tx: Db, change: string, person: string | null): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('office.contact_undo')
    .values({ secret_sha256: hashOf(secret), change, person })
    .execute()
  return secret
}

export type UndoRight = { readonly change: RecordedContact; readonly person: string | null }

/** What a secret undoes; undefined where it never was one or its change is forgotten. */
export async function findUndo(db: Db, secret: string): Promise<UndoRight | undefined> {
  const row = await db
    .selectFrom('office.contact_undo as undo')
    .innerJoin('office.contact_change as change', 'change.id', 'undo.change')
    .select(columns.map((column) => `change.${column}` as const))
    .select('undo.person')
    .where('undo.secret_sha256', '=', hashOf(secret))
    .executeTakeFirst()
  return row && { change: changeOf(row), person: row.person }
}

export async function markUndone(tx: Db, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.contact_change')
    .set({ undone_at: date(at) })
    .where('id', '=', id)
    .execute()
}

/** A place that has become confidential stands in no old contact either, nor in what putting it back would publish. */
export async function redactContacts(tx: Db, service: string, known: readonly Address[]): Promise<void> {
  const rows = await tx.selectFrom('office.contact_change').select(columns).where('service', '=', service).execute()
  const clean = (contact: Contact, name: LocalText) =>
    JSON.stringify(contactOf(withoutPlace(serviceFacts.parse({ kinds: ['none'], name, ...contact }), known)))
  for (const { id, name, before, after } of rows.map(changeOf)) {
    const kept = textWithout(name, (text) => namesAddress(text, known))
    await tx
      .updateTable('office.contact_change')
      .set({ name: JSON.stringify(kept), before: clean(before, kept), after: clean(after, kept) })
      .where('id', '=', id)
      .execute()
  }
}
