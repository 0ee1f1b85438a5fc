/** The database as the composition root sees it: a writing handle, a door to read and one to send, notifications, an end. */
import type { Db as JobStore } from 'pg-boss'
import type { Db, IntakeDb, ReadDb } from './tables.ts'

export interface Database {
  /** PGlite in the data folder, or a PostgreSQL server. */
  readonly kind: 'embedded' | 'server'
  /** May write; for stores and services of the office. */
  readonly db: Db
  /** Runs `query` as the reader role: it sees the schema `published` and cannot write. */
  read<T>(query: (db: ReadDb) => Promise<T>): Promise<T>
  /** Runs `insert` as the intake role: it may insert into the schema `intake` and see nothing, not even what it wrote. */
  take(insert: (db: IntakeDb) => Promise<void>): Promise<void>
  /**
   * Calls `onMessage` for each NOTIFY on `channel`, and `onGap` whenever messages may have been missed (a lost and
   * renewed connection).
   */
  listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<void>
  /**
   * Resolves once every NOTIFY committed before the call has reached this process; at the latest after a second, and at
   * once while the server cannot be heard.
   */
  heard(): Promise<void>
  /** The door for pg-boss, which speaks SQL of its own; loaded when first asked for, so that the first page need not wait. */
  jobStore(): Promise<JobStore>
  /** Applies missing migrations and returns their names. */
  migrate(): Promise<string[]>
  /** Names of missing migrations; changes nothing. */
  pendingMigrations(): Promise<string[]>
  close(): Promise<void>
}
