/** People who ask to work for an authority: from the intake to the decision. */
import { sql } from 'kysely'
import type { Db, IntakeDb } from '../../../platform/db/tables.ts'

export interface Asked {
  readonly id: string
  /** Id. */
  readonly authority: string
  /** In lower case. */
  readonly email: string
  readonly name: string
  /** What they do there, in their words. */
  readonly post: string
  /** Code. */
  readonly language: string
  readonly sentAt: Temporal.Instant
}

export interface JoinRequest extends Asked {
  readonly confirmed: boolean
  readonly decided: boolean
}

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const askedColumns = ['id', 'authority', 'email', 'name', 'post', 'language', 'sent_at'] as const

type AskedRow = { [Column in Exclude<(typeof askedColumns)[number], 'sent_at'>]: string } & { sent_at: Date }

const askedOf = ({ sent_at, ...row }: AskedRow): Asked => ({ ...row, sentAt: instant(sent_at) })

/** As the intake role, which may insert and nothing else. */
export async function takeRequest(intake: IntakeDb, { sentAt, ...asked }: Asked): Promise<void> {
  await intake
    .insertInto('intake.join_request')
    .values({ ...asked, sent_at: date(sentAt) })
    .execute()
}

/** Takes up to `limit` requests out of the intake; those another process is taking are left to it. */
export async function takeOutRequests(tx: Db, limit: number): Promise<Asked[]> {
  const { rows } = await sql<AskedRow>`
    delete from intake.join_request where id in (
      select id from intake.join_request order by sent_at limit ${limit} for update skip locked
    ) returning id, authority, lower(email) as email, name, post, language, sent_at`.execute(tx)
  return rows.map(askedOf)
}

/** The undecided request of this address for this authority. */
export async function findOpenRequest(
  db: Db,
  email: string,
  authority: string,
): Promise<{ readonly id: string; readonly confirmed: boolean; readonly mailedAt: Temporal.Instant } | undefined> {
  const row = await db
    .selectFrom('accounts.join_request')
    .select(['id', 'confirmed_at', 'mailed_at'])
    .where('email', '=', email)
    .where('authority', '=', authority)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, confirmed: row.confirmed_at !== null, mailedAt: instant(row.mailed_at) }
}

/** How many requests of this address were mailed about since then. */
export async function countMailed(db: Db, email: string, since: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('accounts.join_request')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where('email', '=', email)
    .where('mailed_at', '>', date(since))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** @returns false where this address has an open request for this authority. */
export async function insertRequest(
  db: Db,
  { sentAt, ...asked }: Asked,
  tokenSha256: string,
  mailedAt: Temporal.Instant,
): Promise<boolean> {
  const inserted = await db
    .insertInto('accounts.join_request')
    .values({ ...asked, sent_at: date(sentAt), token_sha256: tokenSha256, mailed_at: date(mailedAt) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

export async function renewRequest(db: Db, id: string, tokenSha256: string, mailedAt: Temporal.Instant): Promise<void> {
  await db
    .updateTable('accounts.join_request')
    .set({ token_sha256: tokenSha256, mailed_at: date(mailedAt) })
    .where('id', '=', id)
    .execute()
}

/** Locks it until the transaction ends. */
export function findRequestByToken(tx: Db, tokenSha256: string): Promise<JoinRequest | undefined> {
  return oneRequest(tx, { token_sha256: tokenSha256 })
}

/** Locks it until the transaction ends. */
export function findRequest(tx: Db, authority: string, id: string): Promise<JoinRequest | undefined> {
  return oneRequest(tx, { id, authority })
}

async function oneRequest(
  tx: Db,
  where: { readonly token_sha256: string } | { readonly id: string; readonly authority: string },
): Promise<JoinRequest | undefined> {
  const row = await tx
    .selectFrom('accounts.join_request')
    .select([...askedColumns, 'confirmed_at', 'decided_at'])
    .where((all) => all.and(where))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { confirmed_at, decided_at, ...asked } = row
  return { ...askedOf(asked), confirmed: confirmed_at !== null, decided: decided_at !== null }
}

export async function markRequest(
  db: Db,
  id: string,
  column: 'confirmed_at' | 'decided_at',
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('accounts.join_request')
    .set({ [column]: date(at) })
    .where('id', '=', id)
    .execute()
}

/** Proven and undecided, the oldest first. */
export async function listWaiting(db: Db, authority: string): Promise<Asked[]> {
  const rows = await db
    .selectFrom('accounts.join_request')
    .select(askedColumns)
    .where('authority', '=', authority)
    .where('confirmed_at', 'is not', null)
    .where('decided_at', 'is', null)
    .orderBy('sent_at')
    .execute()
  return rows.map(askedOf)
}

/**
 * Authorities without an approver for which somebody waits: members of an association, or those whose associations have
 * no coordinator. The longest waiting first.
 */
export async function authoritiesWaiting(db: Db, association: string | undefined): Promise<string[]> {
  const responsible = association
    ? sql`exists (select from published.association_member m
        where m.authority = r.authority and m.association = ${association})`
    : sql`not exists (select from published.association_member m
        join accounts.role c on c.association = m.association and c.role = 'coordinator'
        where m.authority = r.authority)`
  const { rows } = await sql<{ authority: string }>`
    select r.authority from accounts.join_request r
    where r.confirmed_at is not null and r.decided_at is null and ${responsible}
      and not exists (select from accounts.role a where a.authority = r.authority and a.role = 'approver')
    group by r.authority order by min(r.sent_at) limit 100`.execute(db)
  return rows.map(({ authority }) => authority)
}

/** Whoever asked to work for a merged authority asks its successor now; whoever asks there already has asked once. */
export async function moveRequests(tx: Db, from: string, into: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update accounts.join_request moved set authority = ${into}::uuid
    where authority = ${from}::uuid and decided_at is null and not exists (
      select from accounts.join_request own
      where own.authority = ${into}::uuid and own.decided_at is null and own.email = moved.email
    )`.execute(tx)
  await sql`
    update accounts.join_request set decided_at = ${new Date(at.epochMilliseconds)}::timestamptz
    where authority = ${from}::uuid and decided_at is null`.execute(tx)
}

/**
 * Whoever asked to work for an authority that became several asks each of them now, if their address is proven; whoever
 * asks there already has asked once. The others ask anew.
 */
export async function shareRequests(
  tx: Db,
  from: string,
  parts: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into accounts.join_request
      (id, authority, email, name, post, language, sent_at, token_sha256, mailed_at, confirmed_at)
    select gen_random_uuid(), part.id, email, name, post, language, sent_at,
      encode(sha256(gen_random_uuid()::text::bytea), 'hex'), mailed_at, confirmed_at
    from accounts.join_request, unnest(${[...parts]}::uuid[]) as part (id)
    where authority = ${from}::uuid and decided_at is null and confirmed_at is not null
    on conflict do nothing`.execute(tx)
  await sql`
    update accounts.join_request set decided_at = ${new Date(at.epochMilliseconds)}::timestamptz
    where authority = ${from}::uuid and decided_at is null`.execute(tx)
}
