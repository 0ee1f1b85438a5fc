/** Where providers are asked. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

export interface ProviderContact {
  /** Null: by letter. */
  readonly email: string | null
  /** Name and postal lines of the provider's office, a line each; null: by mail. */
  readonly postal: string | null
  /** Another address of the provider's, asked where nobody answers at the first. */
  readonly deputy: string | null
  /** Code of a language that has a catalogue. */
  readonly language: string
  readonly revision: number
  /** Where the mail server took nothing for the address. */
  readonly refused: Readonly<Partial<Record<ContactAddress, RefusedAddress>>>
}

export type ContactAddress = 'email' | 'deputy'

export interface RefusedAddress {
  readonly at: Temporal.Instant
  /** The server's own words. */
  readonly answer: string
}

const refusedAddress = (at: Date | null, answer: string | null): RefusedAddress | undefined =>
  at && answer !== null ? { at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), answer } : undefined

export async function readContact(db: Db, service: string): Promise<ProviderContact | undefined> {
  const row = await db
    .selectFrom('office.provider_contact')
    .select(['email', 'postal', 'deputy_email', 'language', 'revision'])
    .select(['email_refused_at', 'email_refusal', 'deputy_refused_at', 'deputy_refusal'])
    .where('service', '=', service)
    .executeTakeFirst()
  if (!row) return undefined
  const email = refusedAddress(row.email_refused_at, row.email_refusal)
  const deputy = refusedAddress(row.deputy_refused_at, row.deputy_refusal)
  return {
    email: row.email,
    postal: row.postal,
    deputy: row.deputy_email,
    language: row.language,
    revision: row.revision,
    refused: { ...(email ? { email } : {}), ...(deputy ? { deputy } : {}) },
  }
}

/** Notes that the mail server took nothing for an address. @returns false where the office has another one by now. */
export async function markRefused(
  tx: Db,
  service: string,
  address: string,
  { at, answer }: RefusedAddress,
): Promise<boolean> {
  const on = new Date(at.epochMilliseconds)
  const marked = await tx
    .updateTable('office.provider_contact')
    .set({ email_refused_at: on, email_refusal: answer })
    .where('service', '=', service)
    .where('email', '=', address)
    .executeTakeFirst()
  const deputy = await tx
    .updateTable('office.provider_contact')
    .set({ deputy_refused_at: on, deputy_refusal: answer })
    .where('service', '=', service)
    .where('deputy_email', '=', address)
    .executeTakeFirst()
  return marked.numUpdatedRows + deputy.numUpdatedRows > 0n
}

const untried = { email_refused_at: null, email_refusal: null, deputy_refused_at: null, deputy_refusal: null }

/** Both addresses are tried again: a mailbox may be back. */
export async function forgetRefusals(tx: Db, service: string): Promise<void> {
  await tx.updateTable('office.provider_contact').set(untried).where('service', '=', service).execute()
}

export interface RefusedIn {
  /** One of them. */
  readonly service: string
  readonly count: number
}

/** Published services of a town for which an address takes no mail. */
export async function refusedIn(db: Db, authority: string): Promise<RefusedIn | undefined> {
  const { rows } = await sql<RefusedIn>`
    select (array_agg(contact.service order by contact.service))[1] as service, count(*)::int as count
    from office.provider_contact contact join published.service published on published.id = contact.service
    where contact.authority = ${authority}
      and (contact.email_refused_at is not null or contact.deputy_refused_at is not null)
    having count(*) > 0`.execute(db)
  return rows[0]
}

export interface ContactEdit {
  readonly authority: string
  readonly service: string
  /** One of the two. */
  readonly email: string | null
  readonly postal?: string | null
  readonly deputy: string | null
  readonly language: string
  /** After the edit. */
  readonly revision: number
  readonly at: Temporal.Instant
  readonly person: string | null
}

export async function writeContact(tx: Db, edit: ContactEdit): Promise<void> {
  const { service, at, person, deputy, postal = null, ...contact } = edit
  const values = {
    ...contact,
    postal,
    deputy_email: deputy,
    changed_at: new Date(at.epochMilliseconds),
    changed_by_person: person,
    ...untried,
  }
  await tx
    .insertInto('office.provider_contact')
    .values({ service, ...values })
    .onConflict((conflict) => conflict.column('service').doUpdateSet(values))
    .execute()
}

/** By service. */
export async function contactsOf(
  db: Db,
  services: readonly string[],
): Promise<ReadonlyMap<string, Pick<ProviderContact, 'email' | 'language'>>> {
  if (services.length === 0) return new Map()
  const { rows } = await sql<{ service: string; email: string | null; language: string }>`
    select service, email, language from office.provider_contact
    where service in (select value::uuid from json_array_elements_text(${JSON.stringify(services)}::json))`.execute(db)
  return new Map(rows.map(({ service, ...contact }) => [service, contact]))
}

/** Of services that have none; as one JSON parameter: a list may hold thousands. */
export async function insertContacts(
  tx: Db,
  contacts: readonly { readonly service: string; readonly email: string; readonly language: string }[],
  { authority, at, person }: Pick<ContactEdit, 'authority' | 'at' | 'person'>,
): Promise<void> {
  if (contacts.length === 0) return
  await sql`
    insert into office.provider_contact (service, authority, email, language, changed_at, changed_by_person)
    select service, ${authority}::uuid, email, language, ${new Date(at.epochMilliseconds)}::timestamptz, ${person}::uuid
    from json_to_recordset(${JSON.stringify(contacts)}::json) as row (service uuid, email text, language text)
    on conflict do nothing`.execute(tx)
}

export async function deleteContact(tx: Db, service: string): Promise<void> {
  await tx.deleteFrom('office.provider_contact').where('service', '=', service).execute()
}

/** Of services that are neither on a page nor in a draft that somebody will look at. */
export async function deleteOrphans(tx: Db): Promise<void> {
  await sql`
    delete from office.provider_contact contact
    where not exists (select from published.service published where published.id = contact.service)
      and not exists (
        select from office.draft_service draft join published.authority owner on owner.id = draft.authority
        where draft.id = contact.service and draft.removed_at is null and (owner.status <> 'split' or exists (
          select from office.split_item open
          where open.thing = 'service' and open.id = draft.id::text and open.decided_at is null)))`.execute(tx)
}

export interface ContactToAsk {
  readonly service: string
  /** Who publishes it. */
  readonly authority: string
  /** Null: by letter. */
  readonly email: string | null
  readonly language: string
}

/** Those whose service is on a page and about whom no request is open, in the order of ids, beginning after one. */
export async function contactsWithoutRequest(db: Db, after: string, most: number): Promise<ContactToAsk[]> {
  return withoutRequest(db).where('contact.service', '>', after).orderBy('contact.service').limit(most).execute()
}

/** The same of one provider: what a town asks at one address in one language, in the order of its page. */
export async function contactsAt(
  db: Db,
  { authority, email, language }: Pick<ContactToAsk, 'authority' | 'language'> & { readonly email: string },
): Promise<ContactToAsk[]> {
  return withoutRequest(db)
    .where('published.authority', '=', authority)
    .where('contact.email', '=', email)
    .where('contact.language', '=', language)
    .orderBy('published.position')
    .execute()
}

function withoutRequest(db: Db) {
  return (
    db
      .selectFrom('office.provider_contact as contact')
      .innerJoin('published.service as published', 'published.id', 'contact.service')
      .innerJoin('published.authority as owner', 'owner.id', 'published.authority')
      // What a merged or split town had published is asked about once whoever has taken its place publishes it.
      .where('owner.status', '=', 'active')
      .select(['contact.service', 'published.authority', 'contact.email', 'contact.language'])
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('office.confirmation_request as request')
              .select('request.id')
              .whereRef('request.service', '=', 'contact.service')
              .where('request.closed_at', 'is', null),
          ),
        ),
      )
  )
}

/** Another town has an entry of its own, which it confirms with the same provider. */
export async function copyContact(
  tx: Db,
  service: string,
  copy: { readonly id: string; readonly authority: string },
): Promise<void> {
  await sql`
    insert into office.provider_contact (service, authority, email, postal, deputy_email, language, changed_at, changed_by_person)
    select ${copy.id}::uuid, ${copy.authority}::uuid, email, postal, deputy_email, language, changed_at, changed_by_person
    from office.provider_contact where service = ${service}::uuid
    on conflict do nothing`.execute(tx)
}

/** Another town publishes the service from now on: it asks the provider, and decides what they have sent. */
export async function moveContact(tx: Db, service: string, authority: string): Promise<void> {
  await tx.updateTable('office.provider_contact').set({ authority }).where('service', '=', service).execute()
  await tx
    .updateTable('office.provider_change')
    .set({ authority })
    .where('service', '=', service)
    .where('decided_at', 'is', null)
    .execute()
}
