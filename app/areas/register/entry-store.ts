/** What happened to a signatory, as the history says it. */
import { sql } from 'kysely'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Linked } from './chain-rules.ts'
import type { EntryAct } from './entry-rules.ts'

export interface RegisterEntry extends Linked {
  readonly act: EntryAct
  /** `YYYY-MM-DD`. */
  readonly occurredOn: string
}

/** Every entry of a signatory, in order. */
export async function registerEntries(db: Db | ReadDb, signatory: string): Promise<RegisterEntry[]> {
  const { rows } = await sql<RegisterEntry>`
    select number, hash, line, act, occurred_on::text as "occurredOn"
    from published.register_entry where signatory = ${signatory} order by number`.execute(db)
  return rows
}

/** Numbers of the register whose signature has ended, by withdrawal or by merger. @param upTo not included. */
export async function endedNumbers(db: Db | ReadDb, from: number, upTo: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select distinct s.number
    from published.register_entry e join published.signatory s on s.id = e.signatory
    where e.act in ('merged', 'withdrawn') and s.number >= ${from} and s.number < ${upTo}
    order by s.number`.execute(db)
  return rows.map(({ number }) => number)
}
