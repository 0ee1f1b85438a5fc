/** A small office for tests: the real routes, guards, jobs and mails of this area, and one form of another area. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { testDatabase } from '../../../tests/database.ts'
import type { OidcConfig } from '../../config.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { type Clock, systemClock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { RequestFault } from '../../platform/http/faults.ts'
import { fieldTexts, readForm } from '../../platform/http/form.ts'
import { mountRoutes, type Route } from '../../platform/http/route-table.ts'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { newId } from '../../platform/ids.ts'
import { createJobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { mailJob } from '../../platform/mail/mail.ts'
import { createMailer, mailHandler, outboxFolder } from '../../platform/mail/mailer.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import { createWriteTo } from '../../platform/mail/write-to.ts'
import type { Actor, Subject } from '../../platform/session/actor.ts'
import { worksFor } from '../../platform/session/held-roles.ts'
import { patterns } from '../../urls.ts'
import {
  type AccountsDeps,
  accountsJobs,
  accountsPermissions,
  accountsRoutes,
  createAccounts,
  createGuards,
  ensurePerson,
  grantRole,
  readPerson,
} from './index.ts'

export const officer = 'officer@example-town.example'

export const towns = [
  { id: newId(), country: 'NL', slug: 'example-town', name: 'Example Town' },
  { id: newId(), country: 'DE', slug: 'musterstadt', name: 'Musterstadt' },
] as const

const permissions = {
  ...accountsPermissions,
  'test.edit': (actor: Actor, subject: Subject) => worksFor(actor, subject, ['officer']),
}

const saved: { fields: [string, string[]][]; by: string; act: string }[] = []

/** Stands for the pages of another area, about one town. */
function formRoutes(): Route<AppEnv>[] {
  const town = { path: `/office${patterns.cc}${patterns.slug}`, permission: 'test.edit', audit: 'test.edit' }
  return [
    { method: 'GET', ...town, handle: (c) => c.text(`${authorityOf(c).slug} in ${c.get('translator').language}`) },
    {
      method: 'POST',
      ...town,
      handle: async (c) => {
        const form = await readForm(c.req.raw)
        const fields = [...form.keys()].map((name): [string, string[]] => [name, fieldTexts(form, name)])
        saved.push({ fields, by: c.get('actor').email, act: c.get('act').name })
        return c.text('saved')
      },
    },
    { method: 'GET', path: '/public', permission: 'public', audit: 'test.read', handle: (c) => c.text('public') },
  ]
}

function plainApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError((error, c) => {
    if (!(error instanceof RequestFault)) throw error
    return c.text(error.message, error.status)
  })
  return app
}

/** Each notice is a mail. */
function notifyAtOnce({ i18n, ...deps }: Pick<AccountsDeps, 'config' | 'jobs' | 'i18n'>): Notify {
  const writeTo = createWriteTo(deps)
  return async (tx, { person, compose }) => {
    const found = await readPerson(tx, person)
    if (!found?.email || !tx.isTransaction) throw new Error('nobody to tell, or no transaction to tell in')
    const translator = i18n.translator(found.language) ?? i18n.negotiate(undefined)
    await writeTo(tx as Tx, found.email, translator, compose(translator))
  }
}

interface TestOfficeOptions {
  production?: boolean
  oidc?: OidcConfig | undefined
  clock?: Clock
}

/** @param production leaves the outbox's folder in use, and its pages out. */
export async function openTestOffice({ production = false, oidc, clock = systemClock }: TestOfficeOptions = {}) {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'safe-towns-office-'))
  const config = {
    baseUrl: production ? 'https://towns.example' : 'http://localhost:3000',
    secret: 'a secret of a test, thirty-two bytes long',
    production,
    instanceName: 'Safe Towns',
    smtpUrl: undefined,
    mailFrom: 'Safe Towns <no-reply@towns.example>',
    dataDir,
    trustProxy: true,
    oidc,
  }
  const shared = { config, database, log: silentLog, clock, i18n: createI18n(loadLanguages()) }
  const jobs = createJobs({ ...shared, jobs: [mailJob, ...accountsJobs], pollSeconds: 0.5 })
  const accounts = createAccounts({ ...shared, jobs, notify: notifyAtOnce({ ...shared, jobs }) })
  await jobs.work([mailHandler(createMailer(config, systemClock), silentLog), ...accounts.handlers])
  await seed(database.db)

  const app = plainApp()
  const guards = createGuards(
    {
      ...shared,
      accounts,
      findSubject: async ({ cc, slug }) => {
        if (cc === undefined) return { kind: 'self' }
        const town = towns.find((each) => each.country === cc.toUpperCase() && each.slug === slug)
        return town && { kind: 'authority', ...town, associations: [] }
      },
      findMoved: async () => undefined,
      fieldsToKeep: (fields) => new Map([...fields].filter(([name]) => !name.startsWith('secret-'))),
    },
    permissions,
  )
  const routes = accountsRoutes({
    ...shared,
    accounts,
    nextSteps: async () => [],
  })
  mountRoutes(app, [...routes, ...formRoutes()], guards)

  return {
    app,
    accounts,
    jobs,
    database,
    saved,
    outbox: createOutbox(outboxFolder(dataDir)),
    close: async () => {
      saved.length = 0
      await jobs.stop()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type TestOffice = Awaited<ReturnType<typeof openTestOffice>>

async function seed(db: TestOffice['database']['db']): Promise<void> {
  const act = actOf('test', 'accounts.grant-role', systemClock.now())
  for (const { id, country, slug, name } of towns) {
    await db
      .insertInto('published.authority')
      .values({
        id,
        kind: 'municipality',
        country,
        slug,
        name,
        names: '{}',
        official_languages: [],
        time_zone: 'Europe/Amsterdam',
        domains: [],
        status: 'active',
        demonstration: true,
        source: 'test',
        facts_sha256: '',
        changed_at: new Date(),
      })
      .execute()
  }
  const person = await ensurePerson(db, { email: officer, name: 'Anna Officer', language: 'en' })
  await grantRole(db, act, person.id, 'officer', { kind: 'authority', id: towns[0].id })
}
