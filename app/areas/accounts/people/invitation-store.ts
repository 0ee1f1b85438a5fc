import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import type { RoleName, Scope } from '../../../platform/session/actor.ts'
import { columnsOf } from '../store.ts'
import type { Office } from './rules.ts'

export interface Invitation {
  readonly id: string
  /** In lower case. */
  readonly email: string
  readonly role: RoleName
  readonly scope: Scope
  /** Code. */
  readonly language: string
  readonly office: Office
  /** Ids of persons. */
  readonly invitedBy: string | null
  readonly replaces: string | null
  readonly sentAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly ended: boolean
  /** As whoever is invited has said it already; empty where they have not. */
  readonly name?: string | undefined
}

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const columns = [
  'id',
  'email',
  'role',
  'authority',
  'association',
  'language',
  'office',
  'invited_by',
  'replaces',
  'sent_at',
  'expires_at',
  'ended_at',
  'name',
] as const

type Row = {
  [Column in 'id' | 'email' | 'language' | 'office' | 'name']: string
} & {
  role: RoleName
  authority: string | null
  association: string | null
  invited_by: string | null
  replaces: string | null
  sent_at: Date
  expires_at: Date
  ended_at: Date | null
}

function invitationOf(row: Row): Invitation {
  const { id, email, role, language, replaces, name } = row
  return {
    id,
    email,
    role,
    language,
    replaces,
    name,
    scope: scopeOf(row),
    office: row.office === 'authority' || row.office === 'association' ? row.office : 'secretariat',
    invitedBy: row.invited_by,
    sentAt: instant(row.sent_at),
    expiresAt: instant(row.expires_at),
    ended: row.ended_at !== null,
  }
}

function scopeOf({ authority, association }: Row): Scope {
  if (authority) return { kind: 'authority', id: authority }
  return association ? { kind: 'association', id: association } : { kind: 'instance' }
}

const inScope = (scope: Scope) => {
  const { authority, association } = columnsOf(scope)
  return sql<boolean>`authority is not distinct from ${authority}::uuid
    and association is not distinct from ${association}::uuid`
}

/** @returns false where one for this address, role and place is open already. */
export async function insertInvitation(
  db: Db,
  given: Omit<Invitation, 'ended'>,
  tokenSha256: string,
): Promise<boolean> {
  const { id, email, role, scope, language, office, invitedBy, replaces, sentAt, expiresAt, name = '' } = given
  const { authority, association } = columnsOf(scope)
  const inserted = await db
    .insertInto('accounts.invitation')
    .values({
      id,
      email,
      role,
      authority,
      association,
      language,
      name,
      office,
      invited_by: invitedBy,
      replaces,
      token_sha256: tokenSha256,
      created_at: date(sentAt),
      sent_at: date(sentAt),
      expires_at: date(expiresAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

/** What has expired in a place stands in the way of no new invitation. */
export async function endExpired(db: Db, scope: Scope, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('accounts.invitation')
    .set({ ended_at: date(now) })
    .where(inScope(scope))
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', date(now))
    .execute()
}

/** Open ones, expired ones included, by address. */
export async function listInvitations(db: Db, scope: Scope): Promise<Invitation[]> {
  const found = db.selectFrom('accounts.invitation').select(columns).where(inScope(scope)).where('ended_at', 'is', null)
  return (await found.orderBy('email').orderBy('id').execute()).map(invitationOf)
}

export async function findInvitation(db: Db, scope: Scope, id: string): Promise<Invitation | undefined> {
  return (await listInvitations(db, scope)).find((one) => one.id === id)
}

/** Whatever became of it. */
export async function findInvitationByToken(db: Db, tokenSha256: string): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('accounts.invitation')
    .select(columns)
    .where('token_sha256', '=', tokenSha256)
    .executeTakeFirst()
  return row && invitationOf(row)
}

export async function renewInvitation(
  db: Db,
  id: string,
  given: { readonly tokenSha256: string; readonly sentAt: Temporal.Instant; readonly expiresAt: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('accounts.invitation')
    .set({ token_sha256: given.tokenSha256, sent_at: date(given.sentAt), expires_at: date(given.expiresAt) })
    .where('id', '=', id)
    .execute()
}

export async function endInvitation(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('accounts.invitation')
    .set({ ended_at: date(at) })
    .where('id', '=', id)
    .execute()
}

/** What one person invited to a place is another's affair from now on. @returns how many were open. */
export async function passInvitations(db: Db, scope: Scope, from: string, to: string): Promise<number> {
  const passed = await db
    .updateTable('accounts.invitation')
    .set({ invited_by: to })
    .where(inScope(scope))
    .where('invited_by', '=', from)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(passed.numUpdatedRows)
}

/** Open invitations are to the successor now; those of which it has one already end. */
export async function moveInvitations(tx: Db, from: string, into: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update accounts.invitation moved set authority = ${into}::uuid
    where authority = ${from}::uuid and ended_at is null and not exists (
      select from accounts.invitation own
      where own.authority = ${into}::uuid and own.ended_at is null and own.email = moved.email and own.role = moved.role
    )`.execute(tx)
  await endInvitations(tx, from, at)
}

/** To a place that is no more, and of which several have taken the place: to which of them nobody has said. */
export async function endInvitations(tx: Db, authority: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update accounts.invitation set ended_at = ${new Date(at.epochMilliseconds)}::timestamptz
    where authority = ${authority}::uuid and ended_at is null`.execute(tx)
}
