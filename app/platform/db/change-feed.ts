/** The channel on which every node hears what has changed in public. */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { Db } from './tables.ts'

const channel = 'published'
/** PostgreSQL refuses notifications of 8,000 bytes and more. */
const longestPayload = 7_900

/** Tells every node, once the transaction commits, that the public facts of these authorities have changed. */
export async function announceChange(tx: Db, authorities: readonly string[]): Promise<void> {
  const payload = JSON.stringify([...new Set(authorities)])
  const fits = Buffer.byteLength(payload) <= longestPayload
  await sql`select pg_notify(${channel}, ${fits ? payload : 'everything'})`.execute(tx)
}

/** The same where it cannot be named what depends on it. */
export async function announceEverything(tx: Db): Promise<void> {
  await sql`select pg_notify(${channel}, 'everything')`.execute(tx)
}

/** Calls `onChange` with the ids of authorities, or with undefined where anything may have changed. */
export async function followChanges(
  database: Database,
  onChange: (authorities: readonly string[] | undefined) => void,
): Promise<void> {
  const onMessage = (payload: string) => onChange(payload === 'everything' ? undefined : JSON.parse(payload))
  await database.listen(channel, onMessage, () => onChange(undefined))
}
