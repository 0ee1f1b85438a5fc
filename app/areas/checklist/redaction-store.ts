/** Takes confidential places out of what was published and drafted before. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { addressesInChanges } from './change-store.ts'
import { addressesOf } from './confidential.ts'
import { same } from './same.ts'
import { type Address, type ServiceFacts, type SnapshotDocument, service, serviceFacts } from './schema.ts'
import { rewriteSearchRows } from './search-row-store.ts'
import { sha256Of } from './snapshot-store.ts'

export type VersionKey = { readonly authority: string; readonly version: number }

/** All addresses under which a service was ever published or drafted. */
export async function addressesEverGiven(db: Db, authorities: readonly string[], id: string): Promise<Address[]> {
  const { rows } = await sql<{ service: unknown }>`
    select distinct jsonb_path_query(document, '$.services[*] ? (@.id == $id && @.place.type == "addresses")',
      jsonb_build_object('id', ${id}::text)) as service
    from published.snapshot where authority in (${sql.join(authorities)})`.execute(db)
  const draft = await db.selectFrom('office.draft_service').select('facts').where('id', '=', id).executeTakeFirst()
  return [
    ...rows.flatMap((row) => addressesOf(service.parse(row.service))),
    ...(draft ? addressesOf(serviceFacts.parse(draft.facts)) : []),
    ...(await addressesInChanges(db, id)),
  ]
}

/** Every version of these authorities, or those alone that show the service without calling its place confidential. */
export async function versionsToRedact(
  db: Db,
  authorities: readonly string[],
  showing: string | undefined,
): Promise<VersionKey[]> {
  let query = db.selectFrom('published.snapshot').select(['authority', 'version']).where('authority', 'in', authorities)
  if (showing !== undefined) {
    const open = sql<boolean>`jsonb_path_exists(document,
      '$.services[*] ? (@.id == $id && @.place.type != "confidential")', jsonb_build_object('id', ${showing}::text))`
    query = query.where(open)
  }
  return query.orderBy('authority').orderBy('version').execute()
}

/** Rewrites a version and records that this was done, not what was taken out. */
export async function rewriteVersion(
  tx: Db,
  document: SnapshotDocument,
  redacted: {
    readonly reason: 'confidential-place' | 'erased-person'
    /** Whose place it was; null: a person may stand anywhere. */
    readonly service: string | null
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const { authority, version } = document
  const sha256 = sha256Of(document)
  await tx
    .updateTable('published.snapshot')
    .set({ document: JSON.stringify(document), sha256 })
    .where('authority', '=', authority)
    .where('version', '=', version)
    .execute()
  const at = new Date(redacted.at.epochMilliseconds)
  await tx
    .insertInto('published.redaction')
    .values({ authority, version, service: redacted.service, reason: redacted.reason, sha256, at })
    .execute()
}

/** Rewrites what readers see of a service, and how the search finds it. */
export async function rewritePublished(tx: Db, id: string, facts: ServiceFacts): Promise<void> {
  await tx
    .updateTable('published.service')
    .set({ facts: JSON.stringify(facts) })
    .where('id', '=', id)
    .execute()
  await rewriteSearchRows(tx, { ...facts, id })
}

/** An entry of a service in the draft of a town. */
export interface Entry {
  readonly authority: string
  readonly id: string
}

/** Entries of the same service, in towns that came out of one: this one is not among them. */
export async function kinOf(db: Db, id: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    with recursive kin (id) as (
      select ${id}::uuid
      union
      select case when item.copy = kin.id then item.id::uuid else item.copy end
      from kin join office.split_item item
        on item.thing = 'service' and item.copy is not null and (item.copy = kin.id or item.id = kin.id::text)
    )
    select draft.authority, draft.id from kin join office.draft_service draft on draft.id = kin.id
    where draft.id <> ${id}::uuid order by draft.authority, draft.id`.execute(db)
  return rows
}

/** The draft of a service as it may be read. @returns its revision; undefined where nothing had to go. */
export async function hideDraft(
  tx: Db,
  id: string,
  without: (facts: ServiceFacts) => ServiceFacts,
  at: Temporal.Instant,
): Promise<number | undefined> {
  const row = await tx.selectFrom('office.draft_service').select('facts').where('id', '=', id).executeTakeFirst()
  const facts = row && serviceFacts.parse(row.facts)
  if (!facts || same(facts, without(facts))) return undefined
  const written = await tx
    .updateTable('office.draft_service')
    .set(({ eb }) => ({
      facts: JSON.stringify(without(facts)),
      revision: eb('revision', '+', 1),
      changed_at: new Date(at.epochMilliseconds),
      changed_by: 'redaction',
      changed_by_person: null,
    }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirst()
  return written?.revision
}

/** The hash of what was imported goes with the address: with everything else known, it would betray it. */
export async function forgetImportedHash(tx: Db, id: string): Promise<void> {
  await tx.updateTable('office.draft_service').set({ source_sha256: null }).where('id', '=', id).execute()
}

/** What a provider wrote in words of their own may say where the place is: it goes as a whole. */
export async function redactProviderChanges(tx: Db, service: string): Promise<void> {
  await tx.deleteFrom('office.provider_change').where('service', '=', service).execute()
}

/** Where a link leads may say where the place is: what was found out about the service is found out anew. */
export async function redactFindings(tx: Db, service: string): Promise<void> {
  await tx.deleteFrom('office.finding').where('thing_id', '=', service).execute()
}
