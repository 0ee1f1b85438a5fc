import type { Db } from '../db/tables.ts'

/** Who acts, under which name, when: made once per request or command and handed to every use case. */
export interface Act {
  /** Null where a command or a job acts. */
  readonly person: { readonly id: string; readonly email: string } | null
  /** What stands in the trail for an act without a person, such as `command` or `demonstration`. */
  readonly actor: string
  /** Audit name of the route or command, `area.verb`. */
  readonly name: string
  readonly at: Temporal.Instant
}

/** How drafts name who changed them. */
export function actorName(act: Act): string {
  return act.person?.email ?? act.actor
}

/** An act without a person behind it. */
export function actOf(actor: string, name: string, at: Temporal.Instant): Act {
  return { person: null, actor, name, at }
}

/**
 * Writes the audit record of an act, in the transaction that does it.
 *
 * @param detail names and counts; never what a field said (a text may hold an address that must not be kept).
 */
export async function recordAudit(
  tx: Db,
  act: Act,
  target: { authority: string | null; subject: string; detail?: Record<string, string | number | boolean | string[]> },
): Promise<void> {
  await tx
    .insertInto('audit.record')
    .values({
      at: new Date(act.at.epochMilliseconds),
      person: act.person?.id ?? null,
      actor: actorName(act),
      action: act.name,
      authority: target.authority,
      subject: target.subject,
      detail: JSON.stringify(target.detail ?? {}),
    })
    .execute()
}
