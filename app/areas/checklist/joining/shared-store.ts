/** What parts of a town that was split have to look through, each for itself: nothing is taken from the others. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import { type Answer, answer, type LocalText, localText, serviceFacts } from '../schema.ts'
import { forgetWords } from '../search-row-store.ts'
import { withPredecessors } from '../town-store.ts'
import type { JoinedService } from './joining-rules.ts'

export type Thing = 'service' | 'answer' | 'introduction'

/** Something of a town that was split, as one of its parts has it to look through. */
interface SharedItem {
  readonly predecessor: string
  readonly thing: Thing
  readonly id: string
}

/** The drafts of towns that are no more: nobody works on them. */
async function giveDrafts(tx: Tx, from: readonly string[], parts: readonly string[]): Promise<void> {
  await sql`
    insert into office.split_item (part, predecessor, thing, id)
    select part.id, has.authority, has.thing, has.id from (
      select authority, 'service' as thing, id::text from office.draft_service where removed_at is null
      union all
      select authority, 'answer', kind from office.draft_answer
      union all
      select authority, 'introduction', '' from office.draft_page where introduction <> '{}'::jsonb
    ) has, unnest(${[...parts]}::uuid[]) as part (id)
    where has.authority = any(${[...from]}::uuid[])
    on conflict do nothing`.execute(tx)
}

/** What a town that goes on has published: what it drafts is its own affair. */
async function givePublished(tx: Tx, whole: string, from: readonly string[], parts: readonly string[]): Promise<void> {
  const page = sql`published.current_snapshot current join published.snapshot
    on snapshot.authority = current.authority and snapshot.version = current.version
      and snapshot.authority = ${whole}::uuid`
  await sql`
    insert into office.split_item (part, predecessor, thing, id)
    select part.id, ${whole}::uuid, has.thing, has.id from (
      select 'service' as thing, id::text from published.service where authority = any(${[...from]}::uuid[])
      union all
      select 'answer', given ->> 'kind' from ${page}, jsonb_array_elements(snapshot.document -> 'answers') given
      union all
      select 'introduction', '' from ${page} where snapshot.document -> 'introduction' <> '{}'::jsonb
    ) has, unnest(${[...parts]}::uuid[]) as part (id)
    on conflict do nothing`.execute(tx)
}

/**
 * Gives each part everything of a town, and of those merged into it that nobody had looked through, to look through;
 * what served the town when it was split goes on standing on the pages of the parts until then.
 *
 * @param ended the town is no more: what it had to look through itself is its parts' alone, and whoever named it goes on
 * serving them. Else what others say they serve from now on, they do not say of the parts.
 */
export async function shareOut(tx: Tx, whole: string, parts: readonly string[], ended: boolean): Promise<void> {
  const from = await withPredecessors(tx, whole)
  const each = sql`unnest(${[...parts]}::uuid[]) as part (id)`
  if (ended) await giveDrafts(tx, from, parts)
  else await givePublished(tx, whole, from, parts)
  await sql`
    insert into office.split_item (part, predecessor, thing, id)
    select part.id, open.predecessor, open.thing, open.id from office.split_item open, ${each}
    where open.part = ${whole}::uuid and open.decided_at is null
    on conflict do nothing`.execute(tx)
  const own = ended ? sql`service.authority = any(${[...from]}::uuid[])` : sql`true`
  await sql`
    insert into published.part_service (part, service, origin)
    select part.id, named.service, named.authority from (
      select area.service, area.authority from published.service_area area
      join published.service service on service.id = area.service
      where area.authority = any(${[...from]}::uuid[]) and ${own}
      union
      select shown.service, shown.origin from published.part_service shown
      where shown.part = ${whole}::uuid and shown.shown
    ) named, ${each}
    on conflict do nothing`.execute(tx)
  if (!ended) return
  await sql`delete from office.split_item where part = ${whole}::uuid and decided_at is null`.execute(tx)
  await sql`delete from published.part_service where part = ${whole}::uuid and shown`.execute(tx)
}

/** A town was merged. If it was a part, its successor looks through the rest, unless it is a part of the same town and has that anyway. */
export async function moveShared(tx: Tx, from: string, into: string): Promise<void> {
  await sql`
    delete from office.split_item gone where gone.part = ${from}::uuid and (gone.predecessor = ${into}::uuid or exists (
      select from office.split_item kept where kept.part = ${into}::uuid and kept.predecessor = gone.predecessor))`.execute(
    tx,
  )
  await sql`update office.split_item set part = ${into}::uuid where part = ${from}::uuid`.execute(tx)
  await sql`
    delete from published.part_service gone where gone.part = ${from}::uuid and (gone.origin = ${into}::uuid or exists (
      select from published.part_service kept where kept.part = ${into}::uuid and kept.origin = gone.origin))`.execute(
    tx,
  )
  await sql`update published.part_service set part = ${into}::uuid where part = ${from}::uuid`.execute(tx)
  // One that a part has left was merged: what its successor keeps is what the part shows still.
  await sql`
    insert into published.part_service (part, service, origin, shown, copy)
    select part, service, ${into}::uuid, shown, copy from published.part_service
    where origin = ${from}::uuid and part <> ${into}::uuid
    on conflict do nothing`.execute(tx)
}

export interface Shared {
  readonly introductions: readonly { readonly authority: string; readonly text: LocalText; readonly revision: number }[]
  readonly answers: readonly { readonly authority: string; readonly answer: Answer; readonly revision: number }[]
  readonly services: readonly JoinedService[]
}

interface Row {
  readonly authority: string
  readonly id: string
  readonly facts: unknown
  readonly revision: number
}

/** In the draft of a town that is no more, or on the page of one that goes on. */
const found = {
  service: sql`
    left join office.draft_service draft
      on whole.status <> 'active' and draft.id::text = item.id and draft.removed_at is null
    left join lateral (
      select service.facts, service.version as revision from published.service service
      where whole.status = 'active' and service.id::text = item.id
    ) shown on true`,
  answer: sql`
    left join lateral (
      select answer as facts, revision from office.draft_answer
      where whole.status <> 'active' and authority = whole.id and kind = item.id
    ) draft on true
    left join lateral (
      select given as facts, page.version as revision
      from page, jsonb_array_elements(page.document -> 'answers') given
      where whole.status = 'active' and page.authority = whole.id and given ->> 'kind' = item.id
    ) shown on true`,
  introduction: sql`
    left join lateral (
      select introduction as facts, revision from office.draft_page
      where whole.status <> 'active' and authority = whole.id and introduction <> '{}'::jsonb
    ) draft on true
    left join lateral (
      select page.document -> 'introduction' as facts, page.version as revision from page
      where whole.status = 'active' and page.authority = whole.id
    ) shown on true`,
} as const satisfies Record<Thing, unknown>

async function readOpen(db: Db, part: string, thing: Thing): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with page as (
      select snapshot.* from published.snapshot join published.current_snapshot current
        on current.authority = snapshot.authority and current.version = snapshot.version
    )
    select item.predecessor as authority, item.id, coalesce(draft.facts, shown.facts) as facts,
      coalesce(draft.revision, shown.revision) as revision
    from office.split_item item join published.authority whole on whole.id = item.predecessor
    ${found[thing]}
    where item.part = ${part}::uuid and item.thing = ${thing} and item.decided_at is null
      and coalesce(draft.facts, shown.facts) is not null
    order by item.predecessor, item.id`.execute(db)
  return rows
}

/** @returns what the part has not looked through; undefined where it never was a part. */
export async function readShared(
  db: Db,
  part: string,
): Promise<(Shared & { readonly from: readonly string[] }) | undefined> {
  const from = await sharedWith(db, part)
  if (from.length === 0) return undefined
  const [services, answers] = [await readOpen(db, part, 'service'), await readOpen(db, part, 'answer')]
  return {
    from,
    services: services.map(({ facts, ...row }) => ({ ...row, facts: serviceFacts.parse(facts), shared: true })),
    answers: answers.map(({ authority, facts, revision }) => ({ authority, revision, answer: answer.parse(facts) })),
    introductions: (await readOpen(db, part, 'introduction')).flatMap(({ authority, facts, revision }) => {
      const text = localText.parse(facts)
      return Object.keys(text).length > 0 ? [{ authority, revision, text }] : []
    }),
  }
}

/** Ids of the towns of whose things some are to be looked through, or were. */
async function sharedWith(db: Db, part: string): Promise<string[]> {
  const rows = await db
    .selectFrom('office.split_item')
    .select('predecessor')
    .distinct()
    .where('part', '=', part)
    .orderBy('predecessor')
    .execute()
  return rows.map((row) => row.predecessor)
}

/** @param copy the part's own entry, kept or had. */
export async function decideShared(
  tx: Tx,
  part: string,
  { predecessor, thing, id }: SharedItem,
  decided: { readonly at: Temporal.Instant; readonly copy?: string | undefined },
): Promise<void> {
  await tx
    .updateTable('office.split_item')
    .set({ decided_at: new Date(decided.at.epochMilliseconds), copy: decided.copy ?? null })
    .where('part', '=', part)
    .where('predecessor', '=', predecessor)
    .where('thing', '=', thing)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .execute()
}

/** Parts on whose page a service of a town that was split stands, or that have it to look through. */
export async function partsWith(db: Db, service: string): Promise<string[]> {
  const { rows } = await sql<{ part: string }>`
    select part from published.part_service where service = ${service}::uuid and shown
    union
    select part from office.split_item where thing = 'service' and id = ${service} and decided_at is null`.execute(db)
  return rows.map(({ part }) => part)
}

/** What a service of the part is a copy of keeps the source of its import, and what was seen of its standard text. */
export async function copyOrigin(tx: Tx, from: string, into: { readonly id: string; readonly authority: string }) {
  await sql`
    update office.draft_service copy set source = origin.source, source_id = origin.source_id
    from office.draft_service origin
    where copy.id = ${into.id}::uuid and origin.id = ${from}::uuid and origin.source is not null and not exists (
      select from office.draft_service own where own.authority = ${into.authority}::uuid
        and own.source = origin.source and own.source_id = origin.source_id)`.execute(tx)
  await sql`
    insert into office.standard_look (service, standard, version, withdrawn)
    select ${into.id}::uuid, standard, version, withdrawn from office.standard_look where service = ${from}::uuid
    on conflict do nothing`.execute(tx)
  await sql`
    insert into office.service_offer (service, authority, publisher, offered, kinds, accepted_kinds, decided_kinds, state,
      reason, decided_by, offered_at, told_at, decided_at, answer_told_at)
    select ${into.id}::uuid, authority, ${into.authority}::uuid, false, kinds, accepted_kinds, decided_kinds, state,
      reason, decided_by, offered_at, told_at, decided_at, answer_told_at
    from office.service_offer where service = ${from}::uuid and state <> 'waiting'
      and authority <> ${into.authority}::uuid
    on conflict do nothing`.execute(tx)
}

/** A service that the part has to look through, or that was taken out of the draft of its town: not one of others. */
const ofShared = sql`(exists (
  select from published.service own
  join published.inheritance inherited on inherited.predecessor = own.authority
  where own.id = shown.service and inherited.authority = shown.part and inherited.shared
) or exists (
  select from office.split_item item
  where item.part = shown.part and item.thing = 'service' and item.id = shown.service::text))`

/** Ids of shared services that the page of the part shows until it is published next. */
export async function endingShared(db: Db, part: string): Promise<string[]> {
  const left = await readShared(db, part)
  if (!left) return []
  const open = left.services.map(({ id }) => id)
  const { rows } = await sql<{ id: string }>`
    select distinct shown.service as id from published.part_service shown
    where shown.part = ${part}::uuid and shown.shown and ${ofShared}
      and shown.service <> all(${open}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * What the part has decided about leaves its page. What no part shows any longer of a town that is no more leaves that
 * town's page, too; its versions stay.
 *
 * @returns ids of the towns of which something has gone.
 */
export async function endShared(tx: Db, part: string): Promise<string[]> {
  const left = await readShared(tx, part)
  if (!left) return []
  // Of two parts that publish at once the later one sees that nobody shows it any longer.
  for (const town of left.from) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`parts of ${town}`}, 0))`.execute(tx)
  }
  await sql`
    update published.part_service shown set shown = false, copy = (
      select item.copy from office.split_item item
      where item.part = shown.part and item.thing = 'service' and item.id = shown.service::text
      order by item.copy nulls last limit 1)
    where shown.part = ${part}::uuid and shown.shown and ${ofShared}
      and shown.service <> all(${left.services.map(({ id }) => id)}::uuid[])`.execute(tx)
  const open = [...left.services, ...left.answers, ...left.introductions].map(({ authority }) => authority)
  await sql`
    delete from published.inheritance
    where authority = ${part}::uuid and shared and predecessor <> all(${open}::uuid[])`.execute(tx)
  const gone = sql`(select id from published.authority where id = any(${[...left.from]}::uuid[]) and status <> 'active')`
  const forget = await forgetWords(tx, sql`authority in ${gone}`)
  await sql`
    delete from published.service service where service.authority in ${gone} and not exists (
      select from published.part_service other where other.service = service.id and other.shown
    ) and not exists (
      select from office.split_item other
      where other.thing = 'service' and other.id = service.id::text and other.decided_at is null
    )`.execute(tx)
  await forget()
  await sql`
    delete from published.current_snapshot current where current.authority in ${gone} and not exists (
      select from published.inheritance other where other.predecessor = current.authority)`.execute(tx)
  return [...left.from]
}
