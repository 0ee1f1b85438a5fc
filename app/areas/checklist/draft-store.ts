/** Drafts: what the officers of a town are working on. Revisions count edits; an edit names the one it was made on. */
import { sql } from 'kysely'
import type { Author } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { hideSuggestedPlaces } from './directories/directory-store.ts'
import { type Answer, answer, type LocalText, localText, type ServiceFacts } from './schema.ts'
import { storedFacts } from './stored-facts.ts'

type Edited = { readonly revision: number; readonly changedAt: Temporal.Instant; readonly changedBy: Author }
export type DraftAnswer = Edited & { readonly answer: Answer }
export type DraftIntroduction = Edited & { readonly text: LocalText }
export type DraftService = Edited & {
  readonly id: string
  readonly facts: ServiceFacts
  /** Where it was imported from, and its id there. */
  readonly source: string | null
  readonly sourceId: string | null
}
export type Draft = {
  readonly introduction: LocalText
  /** 0: there is none yet. */
  readonly introductionRevision: number
  readonly answers: readonly DraftAnswer[]
  readonly services: readonly DraftService[]
}

/** Who changes a draft, and when. */
export type Edit = { readonly at: Temporal.Instant; readonly by: Author }

type EditedRow = { revision: number; changed_at: Date; changed_by: string; changed_by_person: string | null }
const editedOf = (row: EditedRow): Edited => ({
  revision: row.revision,
  changedAt: Temporal.Instant.fromEpochMilliseconds(row.changed_at.getTime()),
  changedBy: { person: row.changed_by_person, as: row.changed_by },
})
const columnsOf = ({ at, by }: Edit) => ({
  changed_at: new Date(at.epochMilliseconds),
  changed_by: by.as,
  changed_by_person: by.person,
})
const editColumns = ['revision', 'changed_at', 'changed_by', 'changed_by_person'] as const

const answerColumns = ['answer', ...editColumns] as const
const serviceColumns = ['id', 'facts', 'source', 'source_id', ...editColumns] as const

type AnswerRow = EditedRow & { answer: unknown }
const answerOf = (row: AnswerRow): DraftAnswer => ({ answer: answer.parse(row.answer), ...editedOf(row) })

type ServiceRow = EditedRow & { id: string; facts: unknown; source: string | null; source_id: string | null }
const serviceOf = (row: ServiceRow): DraftService => ({
  id: row.id,
  facts: storedFacts(row.facts),
  source: row.source,
  sourceId: row.source_id,
  ...editedOf(row),
})

export async function readIntroduction(db: Db, authority: string): Promise<DraftIntroduction | undefined> {
  const row = await db
    .selectFrom('office.draft_page')
    .select(['introduction', ...editColumns])
    .where('authority', '=', authority)
    .executeTakeFirst()
  return row && { text: localText.parse(row.introduction), ...editedOf(row) }
}

export async function readDraftAnswer(db: Db, authority: string, kind: string): Promise<DraftAnswer | undefined> {
  const row = await db
    .selectFrom('office.draft_answer')
    .select(answerColumns)
    .where('authority', '=', authority)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && answerOf(row)
}

export async function readDraftService(db: Db, authority: string, id: string): Promise<DraftService | undefined> {
  const row = await db
    .selectFrom('office.draft_service')
    .select(serviceColumns)
    .where('authority', '=', authority)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row && serviceOf(row)
}

/** In the order of their ids. */
export async function readDraftServicesOfKind(db: Db, authority: string, kind: string): Promise<DraftService[]> {
  const rows = await db
    .selectFrom('office.draft_service')
    .select(serviceColumns)
    .where('authority', '=', authority)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`facts -> 'kinds' ? ${kind}`)
    .orderBy('id')
    .execute()
  return rows.map(serviceOf)
}

/** Also one that somebody has taken out, as it was then: in one look, as it may be taken out or brought back meanwhile. */
export async function readServiceOrRemoved(
  db: Db,
  authority: string,
  id: string,
): Promise<{ readonly current: DraftService; readonly gone: boolean } | undefined> {
  const row = await db
    .selectFrom('office.draft_service')
    .select(serviceColumns)
    .select((service) => service('removed_at', 'is not', null).as('gone'))
    .where('authority', '=', authority)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { current: serviceOf(row), gone: Boolean(row.gone) }
}

/** Everything a town has drafted; removed services are not in it. */
export async function readDraft(db: Db, authority: string): Promise<Draft> {
  return { ...(await readDraftWords(db, authority)), services: await readDraftServices(db, authority) }
}

/** The introduction and the answers. */
export async function readDraftWords(db: Db, authority: string): Promise<Omit<Draft, 'services'>> {
  const introduction = await readIntroduction(db, authority)
  const answers = await db
    .selectFrom('office.draft_answer')
    .select(answerColumns)
    .where('authority', '=', authority)
    .orderBy('kind')
    .execute()
  return {
    introduction: introduction?.text ?? {},
    introductionRevision: introduction?.revision ?? 0,
    answers: answers.map(answerOf),
  }
}

/** In the order of their ids. @param ids only these. */
export async function readDraftServices(db: Db, authority: string, ids?: readonly string[]): Promise<DraftService[]> {
  if (ids?.length === 0) return []
  const all = db
    .selectFrom('office.draft_service')
    .select(serviceColumns)
    .where('authority', '=', authority)
    .where('removed_at', 'is', null)
    .orderBy('id')
  const rows = await (ids ? all.where(sql<boolean>`id = any(${ids}::uuid[])`) : all).execute()
  return rows.map(serviceOf)
}

/** How often each service was edited, in the order of their ids. */
export async function readServiceRevisions(db: Db, authority: string): Promise<{ id: string; revision: number }[]> {
  // One text instead of thousands of rows.
  const { rows } = await sql<{ revisions: string | null }>`
    select string_agg(id || ' ' || revision, ',' order by id) as revisions from office.draft_service
    where authority = ${authority}::uuid and removed_at is null`.execute(db)
  return (rows[0]?.revisions ?? '').split(',').flatMap((one) => {
    const [id, revision] = one.split(' ')
    return id && revision ? [{ id, revision: Number(revision) }] : []
  })
}

/**
 * Every authority whose draft may have to be published: those that have drafted anything, and those that have a page,
 * for the last thing on it may have been removed. What a merged or split one has left is for whoever has taken its place to look through.
 */
export async function authoritiesWithDrafts(db: Db): Promise<string[]> {
  const drafted = db
    .selectFrom('office.draft_answer')
    .select('authority')
    .union(db.selectFrom('office.draft_service').select('authority').where('removed_at', 'is', null))
    .union(db.selectFrom('office.draft_page').select('authority'))
    .union(db.selectFrom('published.current_snapshot').select('authority'))
  const rows = await db
    .selectFrom('published.authority')
    .select('id')
    .where('status', '=', 'active')
    .where('id', 'in', drafted)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whose the service is, removed or not; undefined where there is none with this id. */
export async function ownerOfService(
  db: Db,
  id: string,
): Promise<{ authority: string; removed: boolean; revision: number } | undefined> {
  const row = await db
    .selectFrom('office.draft_service')
    .select(['authority', 'removed_at', 'revision'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { authority: row.authority, removed: row.removed_at !== null, revision: row.revision }
}

/** The new revision; undefined where the draft is not at `expected` any more (0: there is none). */
export async function writeIntroduction(
  tx: Db,
  authority: string,
  text: LocalText,
  expected: number,
  edit: Edit,
): Promise<number | undefined> {
  const values = { introduction: JSON.stringify(text), ...columnsOf(edit) }
  const written =
    expected === 0
      ? await tx
          .insertInto('office.draft_page')
          .values({ authority, ...values })
          .onConflict((conflict) => conflict.column('authority').doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await tx
          .updateTable('office.draft_page')
          .set({ ...values, revision: expected + 1 })
          .where('authority', '=', authority)
          .where('revision', '=', expected)
          .returning('revision')
          .executeTakeFirst()
  return written?.revision
}

/** As `writeIntroduction`. */
export async function writeAnswer(
  tx: Db,
  authority: string,
  given: Answer,
  expected: number,
  edit: Edit,
): Promise<number | undefined> {
  const values = { answer: JSON.stringify(given), ...columnsOf(edit) }
  const written =
    expected === 0
      ? await tx
          .insertInto('office.draft_answer')
          .values({ authority, kind: given.kind, ...values })
          .onConflict((conflict) => conflict.columns(['authority', 'kind']).doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await tx
          .updateTable('office.draft_answer')
          .set({ ...values, revision: expected + 1 })
          .where('authority', '=', authority)
          .where('kind', '=', given.kind)
          .where('revision', '=', expected)
          .returning('revision')
          .executeTakeFirst()
  return written?.revision
}

/** As `writeIntroduction`. */
export async function writeService(
  tx: Db,
  authority: string,
  given: { readonly id: string; readonly facts: ServiceFacts },
  expected: number,
  edit: Edit,
): Promise<number | undefined> {
  const values = { facts: JSON.stringify(given.facts), ...columnsOf(edit) }
  const written =
    expected === 0
      ? await tx
          .insertInto('office.draft_service')
          .values({
            id: given.id,
            authority,
            source: null,
            source_id: null,
            source_sha256: null,
            removed_at: null,
            ...values,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await tx
          .updateTable('office.draft_service')
          .set({ ...values, revision: expected + 1 })
          .where('authority', '=', authority)
          .where('id', '=', given.id)
          .where('revision', '=', expected)
          .where('removed_at', 'is', null)
          .returning('revision')
          .executeTakeFirst()
  await hideSuggestedPlaces(tx, authority, [given.facts])
  return written?.revision
}

/**
 * Notes when a service was checked. Whoever edited it last stays its last editor: who only confirms is no first pair of
 * eyes.
 *
 * @returns the new revision.
 */
export async function writeChecked(
  tx: Db,
  authority: string,
  given: { readonly id: string; readonly facts: ServiceFacts },
  expected: number,
): Promise<number | undefined> {
  const row = await tx
    .updateTable('office.draft_service')
    .set({ facts: JSON.stringify(given.facts), revision: expected + 1 })
    .where('authority', '=', authority)
    .where('id', '=', given.id)
    .where('revision', '=', expected)
    .where('removed_at', 'is', null)
    .returning('revision')
    .executeTakeFirst()
  return row?.revision
}

/** True if it was there at that revision; its row stays, so that its id is never given to another. */
export async function markServiceRemoved(
  tx: Db,
  authority: string,
  id: string,
  expected: number,
  edit: Edit,
): Promise<number | undefined> {
  const row = await tx
    .updateTable('office.draft_service')
    .set({ ...columnsOf(edit), removed_at: new Date(edit.at.epochMilliseconds), revision: expected + 1 })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .where('revision', '=', expected)
    .where('removed_at', 'is', null)
    .returning('revision')
    .executeTakeFirst()
  return row?.revision
}

/** Undoes `markServiceRemoved`; what it says is written after this. Its address leads nowhere else any more. */
export async function markServiceBack(tx: Db, authority: string, id: string): Promise<void> {
  await tx.deleteFrom('office.service_merge').where('removed', '=', id).execute()
  await tx
    .updateTable('office.draft_service')
    .set({ removed_at: null })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .execute()
}
