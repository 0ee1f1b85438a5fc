import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, ReadDb } from '../../platform/db/tables.ts'

export interface PactText {
  /** Such as `1` or `1.2`. */
  readonly version: string
  /** Code. */
  readonly language: string
  readonly title: string
  /** Paragraphs divided by empty lines; a line that begins with "# " is a heading. */
  readonly body: string
  readonly demonstration: boolean
}

/** The hash by which an approved text is known. */
export function sha256OfText({ title, body }: Pick<PactText, 'title' | 'body'>): string {
  return createHash('sha256').update(`${title}\n${body}`, 'utf8').digest('hex')
}

/** @returns false where that version is approved in that language already: an approved text does not change. */
export async function approveText(tx: Db, text: PactText, at: Temporal.Instant): Promise<boolean> {
  const added = await tx
    .insertInto('published.pact_text')
    .values({ ...text, sha256: sha256OfText(text), approved_at: new Date(at.epochMilliseconds) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
}

/** The hash of an approved text as it is kept beside it. @returns a function that gives null where no such text is approved. */
export async function approvedHashes(db: Db): Promise<(text: Pick<PactText, 'version' | 'language'>) => string | null> {
  const rows = await db.selectFrom('published.pact_text').select(['version', 'language', 'sha256']).execute()
  const hashes = new Map(rows.map(({ version, language, sha256 }) => [`${version} ${language}`, sha256]))
  return ({ version, language }) => hashes.get(`${version} ${language}`) ?? null
}

export interface ApprovedText extends PactText {
  readonly sha256: string
  readonly approvedAt: Temporal.Instant
}

/** The newest version first; within it by language. */
export async function approvedTexts(db: Db | ReadDb): Promise<ApprovedText[]> {
  const { rows } = await sql<Omit<ApprovedText, 'approvedAt'> & { approvedAt: Date }>`
    select version, language, title, body, demonstration, sha256, approved_at as "approvedAt"
    from published.pact_text
    order by string_to_array(version, '.')::integer[] desc, language`.execute(db)
  return rows.map((row) => ({
    ...row,
    approvedAt: Temporal.Instant.fromEpochMilliseconds(row.approvedAt.getTime()),
  }))
}
