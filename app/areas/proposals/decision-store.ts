/** What offices decided about items of their proposals. */
import type { Db, Tx } from '../../platform/db/tables.ts'

export interface Decision {
  readonly item: string
  readonly decision: 'accepted' | 'refused'
  /** Id of the authority or association that it came from, or whose directory it was; null: the checklist. */
  readonly origin: string | null
  /** Name of the directory that it came from. */
  readonly directory: string | null
  readonly kind: string
  /** Id of the service that was drafted. */
  readonly service: string | null
  readonly at: Temporal.Instant
}

/** Newest first. */
export async function readDecisions(db: Db, authority: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('office.proposal_decision')
    .select(['item', 'decision', 'origin', 'directory', 'kind', 'service', 'decided_at'])
    .where('authority', '=', authority)
    .orderBy('decided_at', 'desc')
    .orderBy('item')
    .execute()
  return rows.map(({ decided_at, ...row }) => ({
    ...row,
    at: Temporal.Instant.fromEpochMilliseconds(decided_at.getTime()),
  }))
}

/** Where an answer or a service came from; undefined where it was no suggestion. */
export async function originOf(
  db: Db,
  authority: string,
  { kind, service }: { readonly kind: string; readonly service: string | null },
): Promise<Pick<Decision, 'origin' | 'directory' | 'at'> | undefined> {
  const found = (await readDecisions(db, authority)).find(
    (one) => one.decision === 'accepted' && one.service === service && (service !== null || one.kind === kind),
  )
  return found && { origin: found.origin, directory: found.directory, at: found.at }
}

/** @returns false where somebody has decided about the item already. */
export async function insertDecision(tx: Tx, authority: string, { at, ...decision }: Decision): Promise<boolean> {
  const added = await tx
    .insertInto('office.proposal_decision')
    .values({ authority, ...decision, decided_at: new Date(at.epochMilliseconds) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('item')
    .execute()
  return added.length === 1
}

/** @returns whether the item was refused until now. */
export async function deleteRefusal(tx: Tx, authority: string, item: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.proposal_decision')
    .where('authority', '=', authority)
    .where('item', '=', item)
    .where('decision', '=', 'refused')
    .returning('item')
    .execute()
  return gone.length === 1
}
