/** What an act left behind, counted: rows of every table, revisions of drafts, audit records and jobs by name. */
import { sql } from 'kysely'
import type { Db } from '../../app/platform/db/tables.ts'

export type Effects = Readonly<Record<string, number>>

/** Kept by the database from tables that are counted; a member that is no authority any more has no row in it. */
const followed: readonly string[] = ['office.member_step']

const schemas = ['accounts', 'audit', 'intake', 'notifications', 'office', 'published']

const prepared = new WeakMap<Db, Promise<void>>()

async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in (${sql.join(schemas)}) and table_type = 'BASE TABLE' order by 1`.execute(db)
  return rows.map(({ name }) => name).filter((name) => !followed.includes(name))
}

/**
 * The database keeps the plan of a function. Planned anew each time, so many tables take several times as long as
 * counting their rows.
 */
async function prepareCounting(db: Db): Promise<void> {
  const rows = (await tablesOf(db)).map((table) => `select '${table}', count(*) from ${table}`)
  const drafts = ['page', 'answer', 'service'].map(
    (one) => `select 'revisions of office.draft_${one}', coalesce(sum(revision), 0)::bigint from office.draft_${one}`,
  )
  const records = `select 'record ' || action, count(*) from audit.record group by 1`
  // What the clock has sent meanwhile is nobody's act.
  const jobs = `select 'job ' || name, count(*) from jobs.job
    where name not like '\\_\\_%' and singleton_key is distinct from 'by-the-clock' group by 1`
  const all = [...rows, ...drafts, records, jobs].join(' union all ')
  await sql`create function public.counted() returns table (counted text, times bigint) language plpgsql as
    ${sql.lit(`begin return query ${all}; end`)}`.execute(db)
}

/** Everything that can be counted now. */
export async function countAll(db: Db): Promise<Effects> {
  const ready = prepared.get(db) ?? prepareCounting(db)
  prepared.set(db, ready)
  await ready
  const { rows } = await sql<{ counted: string; times: string }>`select * from public.counted()`.execute(db)
  return Object.fromEntries(rows.map(({ counted, times }) => [counted, Number(times)]))
}

/** What differs, by how much. */
export function between(before: Effects, after: Effects): Effects {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const changes = names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
  return Object.fromEntries(changes.filter(([, by]) => by !== 0))
}
