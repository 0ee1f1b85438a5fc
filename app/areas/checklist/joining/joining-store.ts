/** What merged towns have left in their drafts, and what their successor shows of them for now; of split ones likewise. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { Edit } from '../draft-store.ts'
import { type Answer, answer, type LocalText, localText, type ServiceFacts, serviceFacts } from '../schema.ts'
import { readTown, withPredecessors } from '../town-store.ts'
import { groupServices, type JoinedService } from './joining-rules.ts'
import { endingShared, endShared, readShared, type Shared } from './shared-store.ts'

export interface Left {
  /** Of the town. */
  readonly country: string
  /** Ids of all that were merged into the town. */
  readonly predecessors: readonly string[]
  /** Ids of those of which it was a part. */
  readonly former: readonly string[]
  readonly introductions: readonly { readonly authority: string; readonly text: LocalText; readonly revision: number }[]
  readonly answers: readonly { readonly authority: string; readonly answer: Answer; readonly revision: number }[]
  /** The town's own among them, for comparison. */
  readonly services: readonly JoinedService[]
}

/** @returns everything that somebody has to look through. */
export async function readLeft(db: Db, authority: string): Promise<Left> {
  const line = await withPredecessors(db, authority)
  const predecessors = line.filter((id) => id !== authority)
  const { country } = await readTown(db, authority)
  const shared = await readShared(db, authority)
  const merged = await readMerged(db, predecessors)
  const services = [...merged.services, ...(shared?.services ?? [])]
  return {
    ...{ country, predecessors, former: shared?.from ?? [] },
    introductions: [...merged.introductions, ...(shared?.introductions ?? [])],
    answers: [...merged.answers, ...(shared?.answers ?? [])],
    // Nothing to compare with where nothing is left: a town may have thousands of its own.
    services: services.length === 0 ? [] : [...services, ...(await readDrafted(db, [authority]))],
  }
}

async function readMerged(db: Db, predecessors: readonly string[]): Promise<Shared> {
  if (predecessors.length === 0) return { introductions: [], answers: [], services: [] }
  const introductions = await db
    .selectFrom('office.draft_page')
    .select(['authority', 'introduction', 'revision'])
    .where('authority', 'in', predecessors)
    .orderBy('authority')
    .execute()
  const answers = await db
    .selectFrom('office.draft_answer')
    .select(['authority', 'answer', 'revision'])
    .where('authority', 'in', predecessors)
    .orderBy('kind')
    .orderBy('authority')
    .execute()
  return {
    introductions: introductions.flatMap(({ introduction, ...row }) => {
      const text = localText.parse(introduction)
      return Object.keys(text).length > 0 ? [{ ...row, text }] : []
    }),
    answers: answers.map((row) => ({ ...row, answer: answer.parse(row.answer) })),
    services: await readDrafted(db, predecessors),
  }
}

async function readDrafted(db: Db, authorities: readonly string[]): Promise<JoinedService[]> {
  const rows = await db
    .selectFrom('office.draft_service')
    .select(['id', 'authority', 'facts', 'revision'])
    .where('authority', 'in', authorities)
    .where('removed_at', 'is', null)
    .orderBy('authority')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, facts: serviceFacts.parse(row.facts) }))
}

/** Whether anything of merged towns waits to be looked through. */
export async function countLeft(db: Db, authority: string): Promise<number> {
  const { country, introductions, answers, services } = await readLeft(db, authority)
  const kinds = new Set(answers.map((each) => each.answer.kind))
  return Math.min(introductions.length, 1) + kinds.size + groupServices({ id: authority, country }, services).length
}

/** The service is the successor's from now on, under the same id. @returns its revision. */
export async function moveService(
  tx: Tx,
  service: JoinedService,
  into: { readonly authority: string; readonly facts: ServiceFacts },
  { at, by }: Edit,
): Promise<number> {
  // Both towns may have imported the same register: an import updates the entry that the successor had.
  await sql`
    update office.draft_service set source = null, source_id = null, source_sha256 = null
    where id = ${service.id}::uuid and exists (
      select from office.draft_service own
      where own.authority = ${into.authority}::uuid
        and own.source = draft_service.source and own.source_id = draft_service.source_id
    )`.execute(tx)
  const revision = service.revision + 1
  await tx
    .updateTable('office.draft_service')
    .set({
      authority: into.authority,
      facts: JSON.stringify(into.facts),
      revision,
      changed_at: new Date(at.epochMilliseconds),
      changed_by: by.as,
      changed_by_person: by.person,
    })
    .where('id', '=', service.id)
    .execute()
  return revision
}

/** The address of the one leads to the other. */
export async function pointTo(tx: Tx, service: string, successor: string): Promise<void> {
  await tx
    .insertInto('published.service_successor')
    .values({ service, successor })
    .onConflict((conflict) => conflict.column('service').doUpdateSet({ successor }))
    .execute()
}

export async function dropAnswers(tx: Tx, authorities: readonly string[], kind: string): Promise<void> {
  await tx.deleteFrom('office.draft_answer').where('authority', 'in', authorities).where('kind', '=', kind).execute()
}

export async function dropIntroductions(tx: Tx, authorities: readonly string[]): Promise<void> {
  await tx.deleteFrom('office.draft_page').where('authority', 'in', authorities).execute()
}

/** Not in the draft of the merged town any more: somebody has decided what becomes of it. */
const decided = sql`not exists (
  select from office.draft_service draft
  where draft.id = service.id and draft.authority = service.authority and draft.removed_at is null
)`

/** Ids of services of merged and split towns that the page of the town shows until it is published next. */
export async function endingServices(db: Db, authority: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select service.id from published.service service
    join published.inheritance inheritance on inheritance.predecessor = service.authority
    where inheritance.authority = ${authority}::uuid and not inheritance.shared and ${decided}`.execute(db)
  return new Set([...rows.map(({ id }) => id), ...(await endingShared(db, authority))])
}

/**
 * What is decided about leaves the public page of the town, and once nothing is left of a merged town, all it had
 * published does. Its versions stay.
 *
 * @returns ids of the merged and split towns of which something may have gone.
 */
export async function endInherited(tx: Db, authority: string): Promise<readonly string[]> {
  const services = await sql<{ authority: string }>`
    delete from published.service service using published.inheritance inheritance
    where inheritance.predecessor = service.authority and inheritance.authority = ${authority}::uuid
      and not inheritance.shared and ${decided}
    returning service.authority`.execute(tx)
  const ended = await sql<{ predecessor: string }>`
    delete from published.inheritance inheritance where inheritance.authority = ${authority}::uuid
      and not inheritance.shared and not exists (select from office.draft_page where authority = inheritance.predecessor
        and introduction <> '{}'::jsonb)
      and not exists (select from office.draft_answer where authority = inheritance.predecessor)
      and not exists (select from office.draft_service
        where authority = inheritance.predecessor and removed_at is null)
    returning predecessor`.execute(tx)
  const over = ended.rows.map(({ predecessor }) => predecessor)
  if (over.length > 0) await tx.deleteFrom('published.current_snapshot').where('authority', 'in', over).execute()
  const shared = await endShared(tx, authority)
  return [...new Set([...services.rows.map((row) => row.authority), ...over, ...shared])]
}

/**
 * Nobody waits in the office of a town that is no more: a request to publish is withdrawn, a changed contact can be put
 * back no more. A second pair of eyes that it wanted is wanted in all that have taken its place.
 */
export async function closeOffice(tx: Tx, from: string, into: readonly string[], at: Temporal.Instant): Promise<void> {
  const on = new Date(at.epochMilliseconds)
  await tx
    .updateTable('office.approval')
    .set({ state: 'withdrawn', decided_at: on, draft_sha256: null })
    .where('authority', '=', from)
    .where('state', '=', 'asked')
    .execute()
  await tx
    .updateTable('office.contact_change')
    .set({ undo_until: on })
    .where('authority', '=', from)
    .where('undo_until', '>', on)
    .execute()
  await sql`
    insert into office.two_pairs (authority, since, switched_on_by)
    select next.id, since, switched_on_by from office.two_pairs, unnest(${[...into]}::uuid[]) as next (id)
    where authority = ${from}::uuid
    on conflict do nothing`.execute(tx)
  await tx.deleteFrom('office.two_pairs').where('authority', '=', from).execute()
  // Whoever has taken its place decides whether to follow them.
  await tx.deleteFrom('office.service_feed').where('authority', '=', from).execute()
}
