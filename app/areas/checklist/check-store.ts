/** Who checked a service, how, and when: for the office. The public sees the day and whether it was the provider. */
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { CheckWay } from './check-rules.ts'

export interface CheckRow {
  readonly way: CheckWay
  readonly at: Temporal.Instant
  /** Id of who works for the office; null: the provider. */
  readonly person: string | null
}

export async function insertCheck(
  tx: Db,
  check: CheckRow & { readonly authority: string; readonly service: string },
): Promise<void> {
  const { authority, service, way, person } = check
  const at = new Date(check.at.epochMilliseconds)
  await tx.insertInto('office.service_check').values({ id: newId(), authority, service, at, way, person }).execute()
}

/** Newest first. */
export async function listChecks(db: Db, service: string, most: number): Promise<CheckRow[]> {
  const rows = await db
    .selectFrom('office.service_check')
    .select(['at', 'way', 'person'])
    .where('service', '=', service)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: Temporal.Instant.fromEpochMilliseconds(at.getTime()) }))
}
