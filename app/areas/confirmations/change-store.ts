/** What providers have sent, and what the office made of it. */
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Request } from './request-store.ts'
import { type ChangePart, type ProviderChange, providerChange } from './schema.ts'

export interface SentChange {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly sentAt: Temporal.Instant
  readonly change: ProviderChange
}

const columns = ['id', 'authority', 'service', 'sent_at', 'change'] as const

interface Row {
  id: string
  authority: string
  service: string
  sent_at: Date
  change: unknown
}

function changeOf({ sent_at, change, ...row }: Row): SentChange {
  return {
    ...row,
    sentAt: Temporal.Instant.fromEpochMilliseconds(sent_at.getTime()),
    change: providerChange.parse(change),
  }
}

export async function insertChange(
  tx: Db,
  { id: request, authority, service }: Request,
  change: ProviderChange,
  at: Temporal.Instant,
): Promise<string> {
  const id = newId()
  const sent_at = new Date(at.epochMilliseconds)
  await tx
    .insertInto('office.provider_change')
    .values({ id, request, authority, service, sent_at, change: JSON.stringify(change) })
    .execute()
  return id
}

/** The oldest about a service that nobody has decided on. */
export async function waitingChange(db: Db, service: string): Promise<SentChange | undefined> {
  const row = await db
    .selectFrom('office.provider_change')
    .select(columns)
    .where('service', '=', service)
    .where('decided_at', 'is', null)
    .orderBy('sent_at')
    .limit(1)
    .executeTakeFirst()
  return row && changeOf(row)
}

/** With who decided; undefined: nobody yet. */
export async function readChange(
  db: Db,
  id: string,
): Promise<(SentChange & { readonly decidedBy: string | null }) | undefined> {
  const row = await db
    .selectFrom('office.provider_change')
    .select([...columns, 'decided_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { decided_by: decidedBy, ...change } = row
  return { ...changeOf(change), decidedBy }
}

export async function decideChange(
  tx: Db,
  id: string,
  decision: { readonly at: Temporal.Instant; readonly by: string; readonly taken: readonly ChangePart[] },
): Promise<void> {
  await tx
    .updateTable('office.provider_change')
    .set({ decided_at: new Date(decision.at.epochMilliseconds), decided_by: decision.by, taken: [...decision.taken] })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .execute()
}

/** How many services of a town wait, and the one that has waited longest. */
export async function waitingIn(
  db: Db,
  authority: string,
): Promise<{ readonly service: string; readonly sentAt: Temporal.Instant; readonly count: number } | undefined> {
  const rows = await db
    .selectFrom('office.provider_change')
    .select(['service', 'sent_at'])
    .where('authority', '=', authority)
    .where('decided_at', 'is', null)
    .orderBy('sent_at')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const sentAt = Temporal.Instant.fromEpochMilliseconds(first.sent_at.getTime())
  return { service: first.service, sentAt, count: new Set(rows.map(({ service }) => service)).size }
}
