/** Letters to providers: which are to be printed and posted. What they say is not kept. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'

export interface Letter {
  readonly id: string
  readonly request: string
  readonly service: string
  /** Nobody has answered the first one. */
  readonly again: boolean
  readonly dueAt: Temporal.Instant
  readonly printings: number
  /** The last time. */
  readonly printedAt: Temporal.Instant | undefined
  readonly postedAt: Temporal.Instant | undefined
}

interface Row {
  id: string
  request: string
  service: string
  again: boolean
  due_at: Date
  printings: number
  printed_at: Date | null
  posted_at: Date | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const letterOf = ({ due_at, printed_at, posted_at, ...row }: Row): Letter => ({
  ...row,
  dueAt: instant(due_at),
  printedAt: printed_at ? instant(printed_at) : undefined,
  postedAt: posted_at ? instant(posted_at) : undefined,
})

const lettersWithRequests = (db: Db) =>
  db
    .selectFrom('office.confirmation_letter as letter')
    .innerJoin('office.confirmation_request as request', 'request.id', 'letter.request')
    .select(['letter.id', 'letter.request', 'request.service', 'letter.again'])
    .select(['letter.due_at', 'letter.printings', 'letter.printed_at', 'letter.posted_at'])

export async function insertLetter(tx: Db, request: string, again: boolean, dueAt: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('office.confirmation_letter')
    .values({ id: newId(), request, again, due_at: date(dueAt) })
    .onConflict((conflict) => conflict.columns(['request', 'again']).doNothing())
    .execute()
}

/** The first one first. */
export async function lettersOf(db: Db, request: string): Promise<Letter[]> {
  return lettersOfEach(db, [request])
}

/** Those of several requests; of each the first one first. */
export async function lettersOfEach(db: Db, requests: readonly string[]): Promise<Letter[]> {
  if (requests.length === 0) return []
  const rows = await lettersWithRequests(db).where('letter.request', 'in', requests).orderBy('letter.again').execute()
  return rows.map(letterOf)
}

/** Those of a town that nobody has posted, while nobody has answered; the longest due first. */
export async function lettersToSend(db: Db, authority: string, most: number): Promise<Letter[]> {
  const rows = await lettersWithRequests(db)
    .innerJoin('office.provider_contact as contact', 'contact.service', 'request.service')
    .innerJoin('published.service as published', 'published.id', 'request.service')
    .where('request.authority', '=', authority)
    .where('request.closed_at', 'is', null)
    .where('letter.posted_at', 'is', null)
    .where('contact.postal', 'is not', null)
    .orderBy('letter.due_at')
    .orderBy('letter.id')
    .limit(most)
    .execute()
  return rows.map(letterOf)
}

export interface LettersWaiting {
  readonly toPrint: number
  readonly toPost: number
}

export async function lettersWaiting(db: Db, authority: string): Promise<LettersWaiting> {
  const { rows } = await sql<LettersWaiting>`
    select count(*) filter (where letter.printings = 0)::int as "toPrint",
      count(*) filter (where letter.printings > 0)::int as "toPost"
    from office.confirmation_letter letter
    join office.confirmation_request request on request.id = letter.request
    join office.provider_contact contact on contact.service = request.service and contact.postal is not null
    join published.service published on published.id = request.service
    where request.authority = ${authority} and request.closed_at is null and letter.posted_at is null`.execute(db)
  return rows[0] ?? { toPrint: 0, toPost: 0 }
}

export async function markPrinted(tx: Db, letter: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.confirmation_letter')
    .set(({ eb }) => ({ printings: eb('printings', '+', 1), printed_at: date(at) }))
    .where('id', '=', letter)
    .execute()
}

/** @returns how many were not marked before. */
export async function markPosted(tx: Db, letters: readonly string[], at: Temporal.Instant): Promise<number> {
  if (letters.length === 0) return 0
  const marked = await tx
    .updateTable('office.confirmation_letter')
    .set({ posted_at: date(at) })
    .where('id', 'in', letters)
    .where('posted_at', 'is', null)
    .where('printed_at', 'is not', null)
    .executeTakeFirst()
  return Number(marked.numUpdatedRows)
}

/** How an office stands above the address of its letters. */
export interface LetterSender {
  readonly lines: string
  /** 0: nobody has written it down. */
  readonly revision: number
}

export async function readSender(db: Db, authority: string): Promise<LetterSender> {
  const row = await db
    .selectFrom('office.letter_sender')
    .select(['lines', 'revision'])
    .where('authority', '=', authority)
    .executeTakeFirst()
  return row ?? { lines: '', revision: 0 }
}

export async function writeSender(
  tx: Db,
  authority: string,
  { lines, revision }: LetterSender,
  by: { readonly at: Temporal.Instant; readonly person: string },
): Promise<void> {
  const values = { lines, revision, changed_at: date(by.at), changed_by_person: by.person }
  await tx
    .insertInto('office.letter_sender')
    .values({ authority, ...values })
    .onConflict((conflict) => conflict.column('authority').doUpdateSet(values))
    .execute()
}
