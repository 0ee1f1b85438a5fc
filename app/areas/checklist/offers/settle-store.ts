/** With each version of a publisher: whom its services are offered to, and on whose pages they stand. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import { outsideOf } from '../../authorities/index.ts'
import type { SnapshotDocument } from '../schema.ts'

/** Whose people a service is for: those it names, or its own town's alone. */
export const areasOf = ({ serves }: { readonly serves: readonly string[] }, authority: string): readonly string[] =>
  serves.length > 0 ? [...new Set(serves)] : [authority]

interface Named {
  readonly service: string
  readonly authority: string
  /** Whose office is asked; null: it lies in the publisher's own area. */
  readonly asked: string | null
}

/**
 * After the services of a version were written: asks whoever has to be asked, and lets each service stand where it may.
 * What was decided holds, whatever else of the service changes; only a kind that is new is asked about.
 */
export async function settleOffers(tx: Db, { authority, services, publishedAt }: SnapshotDocument): Promise<void> {
  const named = services.flatMap((service) =>
    areasOf(service, authority).map((area) => ({ service: service.id, area })),
  )
  const outside = await outsideOf(
    tx,
    authority,
    named.map(({ area }) => area),
  )
  const rows = named.map(({ service, area }): Named => {
    return { service, authority: area, asked: outside.get(area) ?? null }
  })
  await endOffers(tx, authority, rows)
  if (outside.size > 0) await writeOffers(tx, authority, rows, publishedAt)
  await writeAreas(tx, rows)
}

// As one JSON parameter: a service may name 2,000 authorities, more than a statement has room for otherwise.
const rowsOf = (rows: readonly Named[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (service uuid, authority uuid, asked uuid)`

/** Of what the publisher names no longer; a decision is kept for when it does again. */
async function endOffers(tx: Db, publisher: string, rows: readonly Named[]): Promise<void> {
  const asked = rows.filter((row) => row.asked !== null)
  await sql`
    update office.service_offer offer set offered = false, revision = offer.revision + 1
    where offer.publisher = ${publisher}::uuid and offer.offered and not exists (
      select from ${rowsOf(asked)} where row.service = offer.service and row.asked = offer.authority
    )`.execute(tx)
}

async function writeOffers(tx: Db, publisher: string, rows: readonly Named[], at: string): Promise<void> {
  const asked = rows.filter((row) => row.asked !== null)
  const isNew = sql`(offer.state <> 'waiting' and not excluded.kinds <@ offer.decided_kinds)`
  await sql`
    insert into office.service_offer as offer (service, authority, publisher, kinds, offered_at)
    select distinct row.service, row.asked, ${publisher}::uuid, service.kinds, ${at}::timestamptz
    from ${rowsOf(asked)} join published.service service on service.id = row.service
    on conflict (service, authority) do update set
      publisher = excluded.publisher, kinds = excluded.kinds, offered = true,
      state = case when ${isNew} then 'waiting' else offer.state end,
      reason = case when ${isNew} then null else offer.reason end,
      offered_at = case when ${isNew} then excluded.offered_at else offer.offered_at end,
      told_at = case when ${isNew} then null else offer.told_at end,
      revision = offer.revision + 1
    where not offer.offered or offer.kinds <> excluded.kinds or offer.publisher <> excluded.publisher`.execute(tx)
}

async function writeAreas(tx: Db, rows: readonly Named[]): Promise<void> {
  await sql`
    insert into published.service_area (service, authority, kinds)
    select row.service, row.authority,
      case when row.asked is null or service.kinds <@ offer.accepted_kinds then null else offer.accepted_kinds end
    from ${rowsOf(rows)} join published.service service on service.id = row.service
    left join office.service_offer offer on offer.service = row.service and offer.authority = row.asked
    where row.asked is null or service.kinds && offer.accepted_kinds`.execute(tx)
}
