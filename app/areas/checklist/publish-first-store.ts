/** First versions of many authorities in a few statements: for networks that a program makes, not for what people type. */
import { sql } from 'kysely'
import type { Author } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { SnapshotDocument } from './schema.ts'
import { writeSearchRows } from './search-row-store.ts'
import { canonicalOf, sha256OfCanonical } from './snapshot-store.ts'

export interface FirstVersion {
  readonly country: string
  readonly document: SnapshotDocument
}

/**
 * Nothing is drafted, announced or offered to others, and no rule of publishing is asked: the documents are right by the
 * way they are made.
 *
 * @throws where one of the authorities has published before, and where a service is for others than its owner's people.
 */
export async function publishFirstVersions(tx: Db, versions: readonly FirstVersion[], by: Author): Promise<void> {
  const rows = versions.map(({ country, document }) => {
    const canonical = canonicalOf(document)
    if (canonical === undefined) throw new Error('a text holds what the database cannot')
    return { country, document, sha256: sha256OfCanonical(canonical) }
  })
  const services = versions.flatMap(({ document }) => document.services)
  if (services.some(({ serves }) => serves.length > 0)) throw new Error('a service is for the people of others')
  await sql`
    with given as materialized (
      select (document ->> 'authority')::uuid as authority, (document ->> 'version')::integer as version,
        (document ->> 'publishedAt')::timestamptz as at, country, document, sha256
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (country text, document jsonb, sha256 text)
    ), snapshot as (
      insert into published.snapshot (authority, version, document, sha256, published_at)
      select authority, version, document, sha256, at from given
    ), publication as (
      insert into office.publication (authority, version, published_by, published_by_person, published_at)
      select authority, version, ${by.as}, ${by.person}::uuid, at from given
    ), current as (
      insert into published.current_snapshot (authority, version, country) select authority, version, country from given
    ), service as (
      insert into published.service (id, authority, country, version, kinds, position, facts)
      select (one ->> 'id')::uuid, authority, country, version,
        array(select jsonb_array_elements_text(one -> 'kinds')), position - 1, one - 'id'
      from given cross join jsonb_array_elements(document -> 'services') with ordinality as element (one, position)
      returning id, authority
    )
    insert into published.service_area (service, authority) select id, authority from service`.execute(tx)
  await writeSearchRows(tx, services)
}
