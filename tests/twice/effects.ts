/** What an act left behind, counted: rows of every table, revisions of drafts, audit records and jobs by name. */
import { sql } from 'kysely'
import type { Db } from '../../app/platform/db/tables.ts'

export type Effects = Readonly<Record<string, number>>

/** Kept by the database from tables that are counted; a member that is no authority any more has no row in it. */
const followed: readonly string[] = ['office.member_step']

const schemas = ['accounts', 'audit', 'intake', 'notifications', 'office', 'published']

const known = new WeakMap<Db, Promise<string[]>>()

/** Those of a database stay the same. */
function tablesOf(db: Db): Promise<string[]> {
  const tables = known.get(db) ?? readTables(db)
  known.set(db, tables)
  return tables
}

async function readTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in (${sql.join(schemas)}) and table_type = 'BASE TABLE' order by 1`.execute(db)
  return rows.map(({ name }) => name).filter((name) => !followed.includes(name))
}

async function numbers(db: Db, query: string): Promise<Effects> {
  const { rows } = await sql<{ name: string; number: string }>`${sql.raw(query)}`.execute(db)
  return Object.fromEntries(rows.map(({ name, number }) => [name, Number(number)]))
}

/** Everything that can be counted now. */
export async function countAll(db: Db): Promise<Effects> {
  const tables = await tablesOf(db)
  const rows = tables.map((table) => `select '${table}' as name, count(*)::text as number from ${table}`)
  const drafts = ['page', 'answer', 'service'].map(
    (one) =>
      `select 'revisions of office.draft_${one}' as name, coalesce(sum(revision), 0)::text as number from office.draft_${one}`,
  )
  return {
    ...(await numbers(db, [...rows, ...drafts].join(' union all '))),
    ...(await numbers(db, `select 'record ' || action as name, count(*)::text as number from audit.record group by 1`)),
    // What the clock has sent meanwhile is nobody's act.
    ...(await numbers(
      db,
      `select 'job ' || name as name, count(*)::text as number from jobs.job
        where name not like '\\_\\_%' and singleton_key is distinct from 'by-the-clock' group by 1`,
    )),
  }
}

/** What differs, by how much. */
export function between(before: Effects, after: Effects): Effects {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const changes = names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
  return Object.fromEntries(changes.filter(([, by]) => by !== 0))
}
