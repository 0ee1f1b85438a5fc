/** Services brought together or told apart, and where the address of the one that is gone leads. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import { type ServiceFacts, serviceFacts } from '../schema.ts'

/** A published service of another authority that serves the town. */
export interface ServiceOfOthers {
  readonly id: string
  /** Whose it is, by id. */
  readonly authority: string
  readonly facts: ServiceFacts
}

/**
 * What others publish for the people of a town.
 *
 * @param areas the town itself and all areas it belongs to. @param only the id of one of them.
 */
export async function servicesOfOthers(
  db: Db,
  authority: string,
  areas: readonly string[],
  only?: string,
): Promise<ServiceOfOthers[]> {
  const rows = await db
    .selectFrom('published.service as service')
    .select(['service.id', 'service.authority', 'service.facts'])
    .where('service.authority', '<>', authority)
    .$if(only !== undefined, (one) => one.where('service.id', '=', only ?? ''))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('published.service_area as area')
          .select('area.service')
          .whereRef('area.service', '=', 'service.id')
          .where('area.authority', 'in', areas),
      ),
    )
    .orderBy('service.id')
    .execute()
  return rows.map((row) => ({ ...row, facts: serviceFacts.parse(row.facts) }))
}

export interface ServiceMerge {
  readonly removed: string
  readonly stays: string
}

/** What was to lead to the one that is gone now leads on to the one that stays. */
export async function insertMerge(
  tx: Db,
  { removed, stays }: ServiceMerge,
  given: { readonly authority: string; readonly at: Temporal.Instant },
): Promise<void> {
  const at = new Date(given.at.epochMilliseconds)
  await tx.updateTable('office.service_merge').set({ stays }).where('stays', '=', removed).execute()
  await tx
    .insertInto('office.service_merge')
    .values({ removed, stays, authority: given.authority, at })
    .onConflict((conflict) => conflict.column('removed').doUpdateSet({ stays, at }))
    .execute()
}

export interface WaitingMerge extends ServiceMerge {
  /** As it was when it was taken out. */
  readonly facts: ServiceFacts
  /** Of its draft. */
  readonly revision: number
}

/** Brought together and not published yet, newest first. */
export async function waitingMerges(db: Db, authority: string): Promise<WaitingMerge[]> {
  const rows = await db
    .selectFrom('office.service_merge as merge')
    .innerJoin('office.draft_service as draft', 'draft.id', 'merge.removed')
    .select(['merge.removed', 'merge.stays', 'draft.facts', 'draft.revision'])
    .where('draft.authority', '=', authority)
    .where('draft.removed_at', 'is not', null)
    .orderBy('merge.at', 'desc')
    .orderBy('merge.removed')
    .execute()
  return rows.map((row) => ({ ...row, facts: serviceFacts.parse(row.facts) }))
}

/** Both in the order of their ids. */
const ordered = (one: string, other: string) => (one < other ? { one, other } : { one: other, other: one })

export async function insertNotSame(
  tx: Db,
  pair: { readonly one: string; readonly other: string; readonly factsSha256: string },
  given: { readonly authority: string; readonly at: Temporal.Instant },
): Promise<void> {
  const values = { facts_sha256: pair.factsSha256, at: new Date(given.at.epochMilliseconds) }
  await tx
    .insertInto('office.not_same')
    .values({ authority: given.authority, ...ordered(pair.one, pair.other), ...values })
    .onConflict((conflict) => conflict.columns(['authority', 'one', 'other']).doUpdateSet(values))
    .execute()
}

/** Hash of the facts about which it was said, by pair. */
export async function readNotSame(db: Db, authority: string): Promise<(one: string, other: string) => string | null> {
  const rows = await db
    .selectFrom('office.not_same')
    .select(['one', 'other', 'facts_sha256'])
    .where('authority', '=', authority)
    .execute()
  const said = new Map(rows.map(({ one, other, facts_sha256 }) => [`${one} ${other}`, facts_sha256]))
  return (left, right) => {
    const { one, other } = ordered(left, right)
    return said.get(`${one} ${other}`) ?? null
  }
}

/** With everything else known, a hash of its name could betray where a place is that became confidential. */
export async function forgetNotSame(tx: Db, service: string): Promise<void> {
  await tx
    .deleteFrom('office.not_same')
    .where((where) => where.or([where('one', '=', service), where('other', '=', service)]))
    .execute()
}

/** Waiting readers' reports and whoever confirms it go over to the service that stays, unless it has its own. */
async function moveOver(tx: Db, { removed, stays }: ServiceMerge): Promise<void> {
  await sql`
    update office.reader_report kept set
      forms = (array(select distinct unnest(kept.forms || gone.forms)))[1:50],
      first_at = least(kept.first_at, gone.first_at), last_at = greatest(kept.last_at, gone.last_at),
      due = least(kept.due, gone.due)
    from office.reader_report gone
    where gone.service = ${removed} and gone.decided_at is null
      and kept.service = ${stays} and kept.decided_at is null and kept.reason = gone.reason`.execute(tx)
  await sql`
    delete from office.reader_report gone using office.reader_report kept
    where gone.service = ${removed} and gone.decided_at is null
      and kept.service = ${stays} and kept.decided_at is null and kept.reason = gone.reason`.execute(tx)
  // Whoever publishes the service that stays looks at it.
  await sql`
    update office.reader_report report set service = ${stays}, authority = published.authority
    from published.service published
    where report.service = ${removed} and report.decided_at is null and published.id = ${stays}`.execute(tx)
  await sql`
    update office.provider_contact contact set service = ${stays}
    from published.service published
    where contact.service = ${removed} and published.id = ${stays} and published.authority = contact.authority
      and (contact.postal is null or not (published.facts -> 'place' ->> 'type' = 'confidential' or exists (
        select from office.draft_service draft
        where draft.id = ${stays} and draft.facts -> 'place' ->> 'type' = 'confidential')))
      and not exists (select from office.provider_contact own where own.service = ${stays})`.execute(tx)
}

/**
 * With the version written that no longer has them: the addresses of services that were brought together lead to those
 * that stay, for ever, or until the service is back.
 */
export async function settleMerges(
  tx: Db,
  { authority, services }: { readonly authority: string; readonly services: readonly { readonly id: string }[] },
): Promise<void> {
  const shown = new Set(services.map(({ id }) => id))
  await sql`
    delete from published.service_successor gone using published.service published
    where gone.service = published.id and published.authority = ${authority}`.execute(tx)
  for (const { removed, stays } of await waitingMerges(tx, authority)) {
    if (shown.has(removed)) continue
    await tx.deleteFrom('office.service_merge').where('removed', '=', removed).execute()
    const target = await tx.selectFrom('published.service').select('id').where('id', '=', stays).executeTakeFirst()
    if (!target) continue
    await tx
      .insertInto('published.service_successor')
      .values({ service: removed, successor: stays })
      .onConflict((conflict) => conflict.column('service').doUpdateSet({ successor: stays }))
      .execute()
    await tx
      .updateTable('published.service_successor')
      .set({ successor: stays })
      .where('successor', '=', removed)
      .where('service', '<>', stays)
      .execute()
    await moveOver(tx, { removed, stays })
  }
}
