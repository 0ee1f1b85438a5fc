import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { Actor } from '../session/actor.ts'

/** Who acts, as what, when: made once per request or command and handed to every use case. */
export interface Act {
  /** Null where a command or a job acts. */
  readonly person: Pick<Actor, 'id' | 'roles'> | null
  /** What stands in the trail for an act without a person, such as `command` or `demonstration`. */
  readonly actor: string
  /** Audit name of the route or command, `area.verb`. */
  readonly name: string
  readonly at: Temporal.Instant
}

/** How a row names its author: it outlives the person, so it holds neither name nor address. */
export interface Author {
  /** Id of the person; null where a command or a job acted. */
  readonly person: string | null
  /** The roles held at that time, or the name of the command. */
  readonly as: string
}

/** An act without a person behind it. */
export function actOf(actor: string, name: string, at: Temporal.Instant): Act {
  return { person: null, actor, name, at }
}

export function actOfPerson(person: Pick<Actor, 'id' | 'roles'>, name: string, at: Temporal.Instant): Act {
  return { person, actor: 'person', name, at }
}

/** The id of the person, or the name of the command. */
export function actorName(act: Act): string {
  return act.person?.id ?? act.actor
}

/** @param authority in whose name it is done: the roles that count are those held there. */
export function authorOf(act: Act, authority: string | null): Author {
  return { person: act.person?.id ?? null, as: act.person ? rolesAt(act.person, authority) : act.actor }
}

/** Separated by spaces: `officer approver`, `coordinator:<association>`; `person` without any that counts. */
function rolesAt({ roles }: Pick<Actor, 'roles'>, authority: string | null): string {
  const there = roles.filter(({ scope }) => scope.kind === 'authority' && scope.id === authority)
  const elsewhere = roles.filter(({ scope }) => scope.kind !== 'authority')
  const words = (there.length > 0 ? there : elsewhere).map(({ role, scope }) =>
    scope.kind === 'association' ? `${role}:${scope.id}` : role,
  )
  return [...new Set(words)].sort().join(' ') || 'person'
}

export interface AuditTarget {
  readonly authority: string | null
  readonly subject: string
  readonly detail?: Record<string, string | number | boolean | string[]>
}

/**
 * Writes the audit record of an act, in the transaction that does it.
 *
 * @param target.detail names and counts; never what a field said (a text may hold an address that must not be kept).
 * @param reserved from `reserveRecord`.
 * @returns the id of the record.
 */
export async function recordAudit(tx: Db, act: Act, target: AuditTarget, reserved?: string): Promise<string> {
  const id = reserved ?? (await reserveRecord(tx))
  const { person, as } = authorOf(act, target.authority)
  // Ids are given out before the record is written, for rows that belong to an act whose counts are known at its end.
  await sql`
    insert into audit.record (id, at, person, actor, action, authority, subject, detail)
    overriding system value
    values (${id}, ${new Date(act.at.epochMilliseconds)}, ${person}, ${as}, ${act.name}, ${target.authority},
      ${target.subject}, ${JSON.stringify(target.detail ?? {})})`.execute(tx)
  return id
}

/** The id of a record that will be written at the end of the transaction. */
export async function reserveRecord(tx: Db): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select nextval(pg_get_serial_sequence('audit.record', 'id'))::text as id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('no id for an audit record')
  return row.id
}
