/** Requests to providers, and the links by which they answer. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { newSecret } from '../../platform/ids.ts'
import { type LinkPurpose, outcomes, type RequestOutcome } from './asking-rules.ts'

export interface Request {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly language: string
  /** Hash of the facts that the mail showed. */
  readonly factsSeen: string
  readonly askedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | undefined
  /** Undefined: it is open. */
  readonly outcome: RequestOutcome | undefined
}

const columns = [
  'id',
  'authority',
  'service',
  'language',
  'facts_sha256',
  'asked_at',
  'expires_at',
  'closed_at',
  'outcome',
] as const

interface Row {
  id: string
  authority: string
  service: string
  language: string
  facts_sha256: string
  asked_at: Date
  expires_at: Date
  closed_at: Date | null
  outcome: string | null
}

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

function requestOf({ id, authority, service, language, ...row }: Row): Request {
  return {
    id,
    authority,
    service,
    language,
    factsSeen: row.facts_sha256,
    askedAt: instant(row.asked_at),
    expiresAt: instant(row.expires_at),
    closedAt: row.closed_at ? instant(row.closed_at) : undefined,
    outcome: outcomes.find((one) => one === row.outcome),
  }
}

export async function newestRequest(db: Db, service: string): Promise<Request | undefined> {
  const row = await db
    .selectFrom('office.confirmation_request')
    .select(columns)
    .where('service', '=', service)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && requestOf(row)
}

/** The round before an open one, where it ended without an answer. */
export async function unansweredBefore(db: Db, { service, askedAt }: Request): Promise<Request | undefined> {
  const row = await db
    .selectFrom('office.confirmation_request')
    .select(columns)
    .where('service', '=', service)
    .where('asked_at', '<', date(askedAt))
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.outcome === 'unanswered' ? requestOf(row) : undefined
}

export async function findRequest(db: Db, id: string): Promise<Request | undefined> {
  const row = await db.selectFrom('office.confirmation_request').select(columns).where('id', '=', id).executeTakeFirst()
  return row && requestOf(row)
}

/**
 * Open ones of a town that were asked about at the same moment in one language, and whose provider has this address: they
 * stood in one mail. In the order of the page.
 */
export async function askedTogether(
  db: Db,
  { authority, language, askedAt }: Pick<Request, 'authority' | 'language' | 'askedAt'>,
  address: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('office.confirmation_request as request')
    .innerJoin('office.provider_contact as contact', 'contact.service', 'request.service')
    .innerJoin('published.service as published', 'published.id', 'request.service')
    .select('request.id')
    .where('request.authority', '=', authority)
    .where('request.language', '=', language)
    .where('request.asked_at', '=', date(askedAt))
    .where('request.closed_at', 'is', null)
    .where(({ eb, or }) => or([eb('contact.email', '=', address), eb('contact.deputy_email', '=', address)]))
    .orderBy('published.position')
    .execute()
  return rows.map(({ id }) => id)
}

/** A later mail says until when its links work; those of the earlier ones work as long. */
export async function extendRequest(tx: Db, id: string, expiresAt: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.confirmation_request')
    .set({ expires_at: date(expiresAt) })
    .where('id', '=', id)
    .execute()
}

/** @returns false where another request about the service is open. */
export async function insertRequest(tx: Db, request: Omit<Request, 'closedAt' | 'outcome'>): Promise<boolean> {
  const { id, authority, service, language, factsSeen, askedAt, expiresAt } = request
  const row = await tx
    .insertInto('office.confirmation_request')
    .values({
      id,
      authority,
      service,
      language,
      facts_sha256: factsSeen,
      asked_at: date(askedAt),
      expires_at: date(expiresAt),
    })
    .onConflict((conflict) => conflict.column('service').where('closed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Settles a request; one that was confirmed can still become one with changes. */
export async function settleRequest(tx: Db, id: string, outcome: RequestOutcome, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.confirmation_request')
    .set({ outcome, closed_at: date(at) })
    .where('id', '=', id)
    .execute()
}

export async function settleOpen(
  tx: Db,
  service: string,
  outcome: RequestOutcome,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('office.confirmation_request')
    .set({ outcome, closed_at: date(at) })
    .where('service', '=', service)
    .where('closed_at', 'is', null)
    .execute()
}

/** Open ones whose service has been checked since, and whose service is on no page any more. */
export async function settleOvertaken(tx: Db, at: Temporal.Instant): Promise<void> {
  await sql`
    update office.confirmation_request request set closed_at = ${date(at)}, outcome = 'checked'
    from published.service published
    where request.closed_at is null and published.id = request.service
      and published.facts -> 'checked' ->> 'on' >= to_char(request.asked_at at time zone 'UTC', 'YYYY-MM-DD')`.execute(
    tx,
  )
  await sql`
    update office.confirmation_request request set closed_at = ${date(at)}, outcome = 'gone'
    where request.closed_at is null
      and not exists (select from published.service published where published.id = request.service)`.execute(tx)
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** A link for one purpose: 256 random bits, of which the hash alone stays here. */
export async function issueLink(tx: Db, request: string, purpose: LinkPurpose): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('office.confirmation_link')
    .values({ secret_sha256: hashOf(secret), request, purpose })
    .execute()
  return secret
}

/** The links of a printed letter: those of its earlier printings work no more. */
export async function replaceLetterLinks(
  tx: Db,
  of: { readonly request: string; readonly letter: string },
  secrets: Readonly<Record<LinkPurpose, string>>,
): Promise<void> {
  await tx.deleteFrom('office.confirmation_link').where('letter', '=', of.letter).execute()
  await tx
    .insertInto('office.confirmation_link')
    .values(
      (['confirm', 'change'] as const).map((purpose) => ({ ...of, purpose, secret_sha256: hashOf(secrets[purpose]) })),
    )
    .execute()
}

/** What was printed last is what was asked about; its code works until then, and so do those before it. */
export async function notePrinted(
  tx: Db,
  id: string,
  printed: { readonly factsSeen: string; readonly expiresAt: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('office.confirmation_request')
    .set({ facts_sha256: printed.factsSeen, expires_at: date(printed.expiresAt) })
    .where('id', '=', id)
    .execute()
}

export interface FoundRequest extends Request {
  /** When the letter was printed in which the code of the link stands; undefined: it came by mail. */
  readonly printedAt: Temporal.Instant | undefined
}

/** What a secret belongs to; undefined where it never was one of this purpose, or is forgotten. */
export async function findLinked(db: Db, secret: string, purpose: LinkPurpose): Promise<FoundRequest | undefined> {
  const row = await db
    .selectFrom('office.confirmation_link as link')
    .innerJoin('office.confirmation_request as request', 'request.id', 'link.request')
    .leftJoin('office.confirmation_letter as letter', 'letter.id', 'link.letter')
    .select(columns.map((column) => `request.${column}` as const))
    .select('letter.printed_at')
    .where('link.secret_sha256', '=', hashOf(secret))
    .where('link.purpose', '=', purpose)
    .executeTakeFirst()
  return row && { ...requestOf(row), printedAt: row.printed_at ? instant(row.printed_at) : undefined }
}

/** Nobody of a merged town waits for an answer: the links say that this was settled otherwise. */
export async function settleMerged(tx: Db, authority: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.confirmation_request')
    .set({ outcome: 'merged', closed_at: date(at) })
    .where('authority', '=', authority)
    .where('closed_at', 'is', null)
    .execute()
  // Whoever had confirmed could still send changes: nobody of that town would read them.
  await tx
    .updateTable('office.confirmation_request')
    .set({ expires_at: date(at) })
    .where('authority', '=', authority)
    .where('expires_at', '>', date(at))
    .execute()
}
