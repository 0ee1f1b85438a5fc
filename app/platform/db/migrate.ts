import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../db/migrations')

interface Migration {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** What a migration run needs of a database: statements without parameters, several in one string. */
export interface ScriptRunner {
  /** Runs the script; the rows are those of its last statement. */
  run(script: string): Promise<readonly Record<string, unknown>[]>
}

export class MigrationFault extends Error {}

function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

/** One lock for all processes that migrate the same server; the number is arbitrary but must never change. */
const advisoryLock = 711_820_612

async function apply(runner: ScriptRunner, migration: Migration): Promise<void> {
  const record = `insert into public.migration (name, sha256) values ('${migration.name}', '${migration.sha256}')`
  try {
    await runner.run(`begin;\n${migration.sql}\n;${record};\ncommit;`)
  } catch (error) {
    await runner.run('rollback')
    throw new MigrationFault(`${migration.name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What has been applied, by name; empty for a database that was never migrated. Changes nothing. */
async function readApplied(runner: ScriptRunner): Promise<ReadonlyMap<unknown, unknown>> {
  const [there] = await runner.run("select to_regclass('public.migration')::text as name")
  if (!there?.['name']) return new Map()
  const rows = await runner.run('select name, sha256 from public.migration')
  return new Map(rows.map((row) => [row['name'], row['sha256']]))
}

/**
 * The migrations of db/migrations that are not applied yet, by name. Changes nothing.
 *
 * @throws {MigrationFault} when one that was applied has been edited since.
 */
export async function pendingMigrations(runner: ScriptRunner): Promise<string[]> {
  const done = await readApplied(runner)
  return readMigrations().flatMap(({ name, sha256 }) => {
    const before = done.get(name)
    if (before === undefined) return [name]
    if (before === sha256) return []
    throw new MigrationFault(`${name} was edited after it had been applied`)
  })
}

/**
 * Applies the migrations of db/migrations that are not applied yet, each in a transaction of its own.
 *
 * @returns the names applied now.
 * @throws {MigrationFault} when one fails, or when one that was applied has been edited since.
 */
export async function migrate(runner: ScriptRunner): Promise<string[]> {
  await runner.run(`select pg_advisory_lock(${advisoryLock})`)
  try {
    await runner.run(
      'create table if not exists public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const rows = await runner.run('select name, sha256 from public.migration')
    const done = new Map(rows.map((row) => [row['name'], row['sha256']]))
    const applied: string[] = []
    for (const migration of readMigrations()) {
      const before = done.get(migration.name)
      if (before === migration.sha256) continue
      if (before !== undefined) throw new MigrationFault(`${migration.name} was edited after it had been applied`)
      await apply(runner, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await runner.run(`select pg_advisory_unlock(${advisoryLock})`)
  }
}
