/** Standard texts: what their offices draft and publish. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type StandardWords, standardWords } from '../checklist/index.ts'
import type { TextOwner } from './deps.ts'

export interface DraftText {
  readonly id: string
  readonly owner: TextOwner
  readonly kind: string
  /** In which it is written. */
  readonly language: string
  readonly words: StandardWords
  readonly revision: number
}

export interface ListedText extends DraftText {
  readonly published: { readonly version: number; readonly words: StandardWords } | undefined
  /** How many published services use it, how many published answers began with it, and of how many towns they are. */
  readonly services: number
  readonly answers: number
  readonly towns: number
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** One at a time for a text, until the end of the transaction. */
export async function lockText(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`standard:${id}`}, 0))`.execute(tx)
}

type Row = {
  id: string
  owner_type: TextOwner['type']
  owner: string
  kind: string
  language: string
  words: unknown
  revision: number
  version: number | null
  published: unknown
  services: number
  answers: number
  towns: number
}

/** The drafts of an owner, or one of them. */
export async function listTexts(db: Db, owner: TextOwner, id?: string): Promise<ListedText[]> {
  const { rows } = await sql<Row>`
    select draft.id, draft.owner_type, draft.owner, draft.kind, draft.language, draft.words, draft.revision,
      text.version, text.words as published,
      (select count(*)::int from published.service where facts ->> 'standard' = draft.id::text and facts ? 'standard')
        as services,
      (select count(*)::int from published.answer_standard where standard = draft.id) as answers,
      (select count(*)::int from (
        select authority from published.service where facts ->> 'standard' = draft.id::text and facts ? 'standard'
        union select authority from published.answer_standard where standard = draft.id) users) as towns
    from office.standard_draft draft left join published.standard_text text on text.id = draft.id
    where draft.owner = ${owner.id} and draft.owner_type = ${owner.type}
      and ${id === undefined ? sql`true` : sql`draft.id = ${id}::uuid`}
    order by draft.kind`.execute(db)
  return rows.map(({ owner_type: type, owner: ownerId, words, version, published, ...row }) => ({
    ...row,
    owner: { type, id: ownerId },
    words: standardWords.parse(words),
    published: version === null ? undefined : { version, words: standardWords.parse(published) },
  }))
}

/** Ids of the authorities that have published services which use a text. */
export async function publishersUsing(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select distinct authority from published.service
    where facts ->> 'standard' = ${id}::text and facts ? 'standard'`.execute(db)
  return rows.map(({ authority }) => authority)
}

export interface BegunWith {
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
}

/** A part of the authorities whose published answer began with a text, by name. */
export async function answersBegunWith(
  db: Db,
  id: string,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<{ readonly towns: readonly BegunWith[]; readonly total: number }> {
  const { rows } = await sql<BegunWith & { total: number }>`
    select name, names, country, slug, count(*) over ()::int as total
    from published.answer_standard begun join published.authority authority on authority.id = begun.authority
    where begun.standard = ${id}::uuid order by name, authority.id limit ${most} offset ${from}`.execute(db)
  return { towns: rows, total: rows[0]?.total ?? 0 }
}

/** @returns false where the owner has a text of the kind already, or the id is taken. */
export async function insertText(tx: Tx, { owner, words, ...text }: DraftText, at: Temporal.Instant): Promise<boolean> {
  const added = await tx
    .insertInto('office.standard_draft')
    .values({
      ...text,
      owner_type: owner.type,
      owner: owner.id,
      words: JSON.stringify(words),
      changed_at: date(at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export async function updateText(
  tx: Tx,
  { id, words, revision }: Pick<DraftText, 'id' | 'words' | 'revision'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('office.standard_draft')
    .set({ words: JSON.stringify(words), revision, changed_at: date(at) })
    .where('id', '=', id)
    .execute()
}

/** The next version of a text is what towns read from now on. */
export async function insertVersion(tx: Tx, text: DraftText, version: number, at: Temporal.Instant): Promise<void> {
  const { id, owner, kind } = text
  const said = { words: JSON.stringify(text.words), version, published_at: date(at) }
  await tx
    .insertInto('published.standard_text')
    .values({ id, owner_type: owner.type, owner: owner.id, kind, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute()
  await tx
    .insertInto('published.standard_version')
    .values({ standard: id, ...said })
    .execute()
}

/** The words stay where they are read; nobody takes the text over or changes it any more. */
export async function markWithdrawn(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('office.standard_draft').where('id', '=', id).execute()
  await tx
    .updateTable('published.standard_text')
    .set({ withdrawn_at: date(at) })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Whether the owner had such a text once and has withdrawn it. */
export async function wasWithdrawn(db: Db, owner: TextOwner, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('audit.record')
    .select('id')
    .where('subject', '=', `standard text ${id}`)
    .where('action', '=', 'standards.withdraw')
    .where('authority', 'is not distinct from', owner.type === 'authority' ? owner.id : null)
    .executeTakeFirst()
  return row !== undefined
}

/** Ids of those who saved the text since it was published last: none of them is a second pair of eyes. */
export async function editorsSince(db: Db, id: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select distinct person from audit.record
    where subject = ${`standard text ${id}`} and action in ('standards.save', 'standards.start') and person is not null
      and id > coalesce((select max(id) from audit.record
        where subject = ${`standard text ${id}`} and action = 'standards.publish'), 0)`.execute(db)
  return new Set(rows.map(({ person }) => person))
}
