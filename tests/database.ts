/**
 * A fresh database for a test file, migrated. Files named `*.data.test.ts` run twice, once on the embedded database and
 * once on a PostgreSQL server (vitest.config.ts); all others on the embedded one.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../app/platform/db/database.ts'
import { openInMemory } from '../app/platform/db/embedded.ts'
import { openServer } from '../app/platform/db/server.ts'
import { cloneOf, small } from './embedded-clone.ts'
import type { Template } from './setup.ts'

/** The caller closes it. */
export async function testDatabase(template: Template = 'migrated'): Promise<Database> {
  return process.env['TEST_DATABASE'] === 'server' ? serverDatabase(template) : embeddedDatabase(template)
}

async function embeddedDatabase(template: Template): Promise<Database> {
  return openInMemory({ ...small, fs: cloneOf(inject('embeddedTemplates')[template]) })
}

async function serverDatabase(template: Template): Promise<Database> {
  return openServer({ application: await serverDatabaseUrl(template), reader: undefined, intake: undefined })
}

/** The address of a fresh database on the PostgreSQL server of the tests. */
export async function serverDatabaseUrl(template: Template = 'migrated'): Promise<string> {
  const url = new URL(inject('serverUrl'))
  const name = `test_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  // By its log it would take three times as long.
  await client.query(`create database ${name} template template_${template} strategy file_copy`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}
