/**
 * A fresh, migrated database for a test file. Files named `*.data.test.ts` run twice, once on the embedded database and
 * once on a PostgreSQL server (vitest.config.ts); all others on the embedded one.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../app/platform/db/database.ts'
import { openInMemory } from '../app/platform/db/embedded.ts'
import { openServer } from '../app/platform/db/server.ts'

/** The caller closes it. */
export async function testDatabase(): Promise<Database> {
  return process.env['TEST_DATABASE'] === 'server' ? serverDatabase() : embeddedDatabase()
}

async function embeddedDatabase(): Promise<Database> {
  return openInMemory(new Blob([readFileSync(inject('embeddedTemplate'))]))
}

async function serverDatabase(): Promise<Database> {
  return openServer({ application: await serverDatabaseUrl(), reader: undefined, intake: undefined })
}

/** The address of a fresh, migrated database on the PostgreSQL server of the tests. */
export async function serverDatabaseUrl(): Promise<string> {
  const url = new URL(inject('serverUrl'))
  const name = `test_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`create database ${name} template template_safe_towns`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}
