/** Services offered to other authorities, as the offices on either side see them. */
import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import { type Service, service } from '../schema.ts'
import type { DecidedBy, DeclineReason, Offer, OfferDecision } from './offer-rules.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const columns = [
  'service',
  'authority',
  'publisher',
  'kinds',
  'accepted_kinds',
  'state',
  'reason',
  'offered_at',
  'decided_at',
  'decided_by',
  'revision',
] as const

interface Row extends Pick<Offer, 'service' | 'authority' | 'publisher' | 'kinds' | 'state' | 'revision'> {
  readonly accepted_kinds: string[]
  readonly reason: string | null
  readonly offered_at: Date
  readonly decided_at: Date | null
  readonly decided_by: string | null
}

function offerOf({ accepted_kinds, reason, offered_at, decided_at, decided_by, ...row }: Row): Offer {
  return {
    ...row,
    acceptedKinds: accepted_kinds,
    reason: (reason ?? undefined) as DeclineReason | undefined,
    offeredAt: instant(offered_at),
    decided: decided_at ? { at: instant(decided_at), by: decided_by as DecidedBy } : undefined,
  }
}

/** Those of services that are published and name the authority now. */
const open = (db: Db) =>
  db
    .selectFrom('office.service_offer')
    .where('offered', '=', true)
    .where(
      sql<SqlBool>`exists (select from published.service where service.id = office.service_offer.service
        and service.authority = office.service_offer.publisher)`,
    )

/** Offered to an authority, in no order. */
export async function offersTo(db: Db, authority: string): Promise<Offer[]> {
  return (await open(db).select(columns).where('authority', '=', authority).execute()).map(offerOf)
}

export async function countWaitingOffers(db: Db, authority: string): Promise<number> {
  const { count } = await open(db)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('authority', '=', authority)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function readOffer(db: Db, authority: string, id: string): Promise<Offer | undefined> {
  const row = await open(db)
    .select(columns)
    .where('authority', '=', authority)
    .where('service', '=', id)
    .executeTakeFirst()
  return row && offerOf(row)
}

/** Whom one service is offered to, and what was decided when it was, should it be offered again. */
export async function offersOfService(db: Db, id: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom('office.service_offer')
    .select(columns)
    .where('service', '=', id)
    .where((where) => where.or([where('offered', '=', true), where('state', '<>', 'waiting')]))
    .execute()
  return rows.map(offerOf)
}

/** Of authorities for which nobody works as officer or approver. */
const unattended = sql<SqlBool>`not exists (select from accounts.role
  where role.authority = office.service_offer.authority and role.role in ('officer', 'approver'))`

/** @param country upper case. */
export async function offersToUnattended(db: Db, country: string): Promise<Offer[]> {
  const rows = await open(db)
    .innerJoin('published.authority as place', 'place.id', 'office.service_offer.authority')
    .select(columns.map((column) => `office.service_offer.${column}` as const))
    .where('place.country', '=', country)
    .where(unattended)
    .execute()
  return rows.map(offerOf)
}

/** Countries, upper case, in which offers wait that no office of the place will answer. */
export async function waitingUnattended(db: Db): Promise<{ readonly country: string; readonly count: number }[]> {
  const rows = await open(db)
    .innerJoin('published.authority as place', 'place.id', 'office.service_offer.authority')
    .select(({ fn }) => ['place.country', fn.countAll<string>().as('count')])
    .where('office.service_offer.state', '=', 'waiting')
    .where(unattended)
    .groupBy('place.country')
    .orderBy('place.country')
    .execute()
  return rows.map(({ country, count }) => ({ country, count: Number(count) }))
}

/** As families read it, but for the words of standard texts. By id; those that are gone are left out. */
export async function publishedServices(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Service>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('published.service').select(['id', 'facts']).where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, facts }) => [id, service.parse({ ...(typeof facts === 'object' ? facts : {}), id })] as const),
  )
}

/** With the publisher's town locked: what is decided, and what stands on the page from now on. */
export async function writeDecision(
  tx: Tx,
  { service: id, authority, kinds }: Offer,
  decision: OfferDecision,
  given: { readonly by: DecidedBy; readonly at: Temporal.Instant },
): Promise<void> {
  const accepted = decision.state === 'accepted'
  await tx
    .updateTable('office.service_offer')
    .set(({ eb }) => ({
      state: decision.state,
      reason: decision.state === 'declined' ? decision.reason : null,
      accepted_kinds: accepted ? [...kinds] : [],
      decided_kinds: [...kinds],
      decided_by: given.by,
      decided_at: date(given.at),
      told_at: date(given.at),
      answer_told_at: null,
      revision: eb('revision', '+', 1),
    }))
    .where('service', '=', id)
    .where('authority', '=', authority)
    .execute()
  // A service may name an authority that was merged into the one whose office decides.
  const line = sql`(with recursive line as (
      select id from published.authority where id = ${authority}::uuid
      union
      select earlier.id from published.authority earlier join line on earlier.successor = line.id
    ) select id from line)`
  await sql`delete from published.service_area where service = ${id}::uuid and authority in ${line}`.execute(tx)
  if (!accepted) return
  await sql`
    insert into published.service_area (service, authority)
    select service.id, named.id::uuid
    from published.service, jsonb_array_elements_text(service.facts -> 'serves') as named (id)
    where service.id = ${id}::uuid and named.id::uuid in ${line}
    on conflict do nothing`.execute(tx)
}

/** Of one authority, what nobody was told of; no other worker gets it until the transaction ends. */
export async function takeUntoldOffers(tx: Tx): Promise<Offer[]> {
  const first = await open(tx)
    .select('authority')
    .where('told_at', 'is', null)
    .orderBy('offered_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!first) return []
  const rows = await open(tx)
    .select(columns)
    .where('told_at', 'is', null)
    .where('authority', '=', first.authority)
    .orderBy('service')
    .forUpdate()
    .execute()
  return rows.map(offerOf)
}

export async function markOffersTold(tx: Db, offers: readonly Offer[], at: Temporal.Instant): Promise<void> {
  for (const { service: id, authority } of offers) {
    await tx
      .updateTable('office.service_offer')
      .set({ told_at: date(at) })
      .where('service', '=', id)
      .where('authority', '=', authority)
      .execute()
  }
}

/** What a publisher offers is told to nobody. */
export async function markPublisherTold(db: Db, publisher: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('office.service_offer')
    .set({ told_at: date(at) })
    .where('publisher', '=', publisher)
    .where('told_at', 'is', null)
    .execute()
}

/** A refusal of which the publisher does not know yet. */
export async function takeUntoldAnswer(tx: Tx): Promise<Offer | undefined> {
  const row = await open(tx)
    .select(columns)
    .where('state', '=', 'declined')
    .where('answer_told_at', 'is', null)
    .orderBy('decided_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && offerOf(row)
}

export async function markAnswerTold(tx: Tx, { service: id, authority }: Offer, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.service_offer')
    .set({ answer_told_at: date(at) })
    .where('service', '=', id)
    .where('authority', '=', authority)
    .execute()
}

/** What a merged authority was asked goes on in its successor; what either has accepted stays on the page. */
export async function moveOffers(tx: Tx, from: string, into: string): Promise<void> {
  await tx.deleteFrom('office.service_offer').where('authority', '=', from).where('publisher', '=', into).execute()
  await sql`
    update office.service_offer kept set
      state = 'accepted', reason = null, accepted_kinds = gone.accepted_kinds, decided_kinds = gone.decided_kinds,
      decided_by = gone.decided_by, decided_at = gone.decided_at, revision = kept.revision + 1
    from office.service_offer gone
    where gone.authority = ${from}::uuid and kept.authority = ${into}::uuid and kept.service = gone.service
      and gone.state = 'accepted' and kept.state <> 'accepted'`.execute(tx)
  await sql`
    delete from office.service_offer gone using office.service_offer kept
    where gone.authority = ${from}::uuid and kept.authority = ${into}::uuid and kept.service = gone.service`.execute(tx)
  await tx
    .updateTable('office.service_offer')
    .set(({ eb }) => ({ authority: into, revision: eb('revision', '+', 1) }))
    .where('authority', '=', from)
    .execute()
}
