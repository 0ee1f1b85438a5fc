/** What was told, and what waits to be told together. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { NoticeKind, NoticeText } from '../../platform/mail/notice.ts'
import { noticeKinds } from '../../platform/mail/notice.ts'
import type { ChoosableKind } from './rules.ts'
import { keptTextSchema } from './schema.ts'

const toDate = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
const toInstant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

/** A transaction, or undefined for a handle that is none. */
export function transactionOf(db: Db): Tx | undefined {
  return isTransaction(db) ? db : undefined
}

function isTransaction(db: Db): db is Tx {
  return db.isTransaction
}

/** @returns false when the person was told of this before. Waits for another transaction that is telling them. */
export async function insertTold(db: Db, person: string, key: string, at: Temporal.Instant): Promise<boolean> {
  const inserted = await db
    .insertInto('notifications.told')
    .values({ person, key, told_at: toDate(at) })
    .onConflict((conflict) => conflict.columns(['person', 'key']).doNothing())
    .returning('key')
    .execute()
  return inserted.length > 0
}

export interface Kept {
  readonly kind: NoticeKind
  /** Code. */
  readonly language: string
  readonly text: NoticeText
  readonly due: Temporal.Instant | undefined
  readonly keptAt: Temporal.Instant
}

export async function insertKept(db: Db, given: Kept & { person: string; digestAt: Temporal.Instant }): Promise<void> {
  const { person, kind, language, text, due, keptAt, digestAt } = given
  await db
    .insertInto('notifications.kept')
    .values({
      person,
      kind,
      language,
      text: JSON.stringify(text),
      due: due ? toDate(due) : null,
      kept_at: toDate(keptAt),
      digest_at: toDate(digestAt),
    })
    .execute()
}

/** Ids of the persons for whom something waits that may go now. */
export async function personsToTell(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('notifications.kept')
    .select('person')
    .distinct()
    .where('digest_at', '<=', toDate(now))
    .execute()
  return rows.map(({ person }) => person)
}

/**
 * Takes out what waits for the person and may go now: it is gone once the transaction has committed. Two that take at the
 * same time never get the same.
 */
export async function takeKept(db: Db, person: string, now: Temporal.Instant): Promise<Kept[]> {
  const rows = await db
    .deleteFrom('notifications.kept')
    .where('person', '=', person)
    .where('digest_at', '<=', toDate(now))
    .returning(['kind', 'language', 'text', 'due', 'kept_at'])
    .execute()
  return rows.flatMap((row) => {
    const kind = noticeKinds.find((each) => each === row.kind)
    if (!kind) return []
    const text = keptTextSchema.parse(row.text)
    const due = row.due ? toInstant(row.due) : undefined
    return [{ kind, language: row.language, text, due, keptAt: toInstant(row.kept_at) }]
  })
}

/** @param digestAt when what waits of this kind may go instead; undefined: it is thrown away. */
export async function moveKept(
  db: Db,
  person: string,
  kind: ChoosableKind,
  digestAt: Temporal.Instant | undefined,
): Promise<void> {
  if (digestAt) {
    await db
      .updateTable('notifications.kept')
      .set({ digest_at: toDate(digestAt) })
      .where('person', '=', person)
      .where('kind', '=', kind)
      .execute()
  } else {
    await db.deleteFrom('notifications.kept').where('person', '=', person).where('kind', '=', kind).execute()
  }
}
