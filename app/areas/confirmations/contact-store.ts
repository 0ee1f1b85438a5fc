/** Where providers are asked. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

export interface ProviderContact {
  readonly email: string
  /** Another address of the provider's, asked where nobody answers at the first. */
  readonly deputy: string | null
  /** Code of a language that has a catalogue. */
  readonly language: string
  readonly revision: number
}

export async function readContact(db: Db, service: string): Promise<ProviderContact | undefined> {
  return db
    .selectFrom('office.provider_contact')
    .select(['email', 'deputy_email as deputy', 'language', 'revision'])
    .where('service', '=', service)
    .executeTakeFirst()
}

export interface ContactEdit {
  readonly authority: string
  readonly service: string
  readonly email: string
  readonly deputy: string | null
  readonly language: string
  /** After the edit. */
  readonly revision: number
  readonly at: Temporal.Instant
  readonly person: string | null
}

export async function writeContact(tx: Db, edit: ContactEdit): Promise<void> {
  const { service, at, person, deputy, ...contact } = edit
  const values = {
    ...contact,
    deputy_email: deputy,
    changed_at: new Date(at.epochMilliseconds),
    changed_by_person: person,
  }
  await tx
    .insertInto('office.provider_contact')
    .values({ service, ...values })
    .onConflict((conflict) => conflict.column('service').doUpdateSet(values))
    .execute()
}

export async function deleteContact(tx: Db, service: string): Promise<void> {
  await tx.deleteFrom('office.provider_contact').where('service', '=', service).execute()
}

/** Of services that are neither on a page nor in a draft. */
export async function deleteOrphans(tx: Db): Promise<void> {
  await sql`
    delete from office.provider_contact contact
    where not exists (select from published.service published where published.id = contact.service)
      and not exists (select from office.draft_service draft where draft.id = contact.service and draft.removed_at is null)`.execute(
    tx,
  )
}

export interface ContactToAsk {
  readonly service: string
  /** Who publishes it. */
  readonly authority: string
  readonly email: string
  readonly language: string
}

/** Those whose service is on a page and about whom no request is open, in the order of ids, beginning after one. */
export async function contactsWithoutRequest(db: Db, after: string, most: number): Promise<ContactToAsk[]> {
  return db
    .selectFrom('office.provider_contact as contact')
    .innerJoin('published.service as published', 'published.id', 'contact.service')
    .select(['contact.service', 'published.authority', 'contact.email', 'contact.language'])
    .where('contact.service', '>', after)
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
    .orderBy('contact.service')
    .limit(most)
    .execute()
}
