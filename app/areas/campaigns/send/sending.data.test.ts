/** A campaign of some hundred mails through a bad server, with the worker torn down in the middle: complete, none twice. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { type Clock, systemClock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import { createJobs } from '../../../platform/jobs/jobs.ts'
import { silentLog } from '../../../platform/log.ts'
import { oneOfManyJob } from '../../../platform/mail/mail.ts'
import { createMailer, oneOfManyHandler } from '../../../platform/mail/mailer.ts'
import { findAssociation } from '../../associations/index.ts'
import { addMembers, badSmtpServer, isRefused, scheduledCampaign } from '../test-campaigns.ts'
import { campaignListener } from './outcome.ts'
import { runCampaigns } from './run-campaigns.ts'
import { campaignMail } from './send-waiting.ts'

const count = 300
let app: TestApp
let server: Awaited<ReturnType<typeof badSmtpServer>>
beforeAll(async () => {
  app = await testApp()
  server = await badSmtpServer()
})
afterAll(async () => {
  await server?.close()
  await app?.close()
})

const patience = { timeout: 280_000, interval: 250 }
const database = () => app.services.database

/** A worker of its own, on a database that outlives it. */
function worker(given: Pick<Database, 'kind' | 'jobStore'>) {
  const jobs = createJobs({ database: given, log: silentLog, jobs: [oneOfManyJob], pollSeconds: 0.5 })
  const { campaigns, clock } = app.services
  const deps = { ...campaigns, jobs, config: { ...campaigns.config, campaignPace: 6_000 } }
  const smtpUrl = `smtp://127.0.0.1:${server.port}`
  const mailer = createMailer({ smtpUrl, mailFrom: 'no-reply@towns.example', dataDir: 'unused' }, clock)
  const handler = oneOfManyHandler(mailer, silentLog, { [campaignMail]: campaignListener(deps) })
  return { jobs, deps, work: () => jobs.work([handler]) }
}

type Store = Awaited<ReturnType<Database['jobStore']>>

/** A database that a worker loses the moment a server has taken its mail and before it can write that down. */
function lostAfter(mails: number): {
  readonly database: Pick<Database, 'kind' | 'jobStore'>
  readonly isLost: () => boolean
} {
  let lost = false
  const check = () => {
    lost ||= server.accepted.length >= mails
    if (lost) throw new Error('the worker is gone')
  }
  const { kind } = database()
  const wrapped = {
    kind,
    jobStore: async () => {
      const store: Store = await database().jobStore()
      return {
        ...store,
        executeSql: (text: string, values?: unknown[]) => {
          check()
          return store.executeSql(text, values)
        },
      }
    },
  }
  return { database: wrapped, isLost: () => lost }
}

const states = async () => {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from office.campaign_recipient group by state`.execute(database().db)
  return new Map(rows.map((row) => [row.state, row.count]))
}

/** What a worker that is gone had begun is missed after minutes: now. */
async function isMissed(): Promise<void> {
  await sql`update jobs.job set state = 'retry', start_after = now()
    where name = 'mail.send-one-of-many' and state = 'active'`.execute(database().db)
}

/** What waits for its second of the minute goes, and what is wanted later is tried: now. */
async function timePasses(): Promise<void> {
  await sql`update jobs.job set start_after = now()
    where name = 'mail.send-one-of-many' and state in ('created', 'retry') and start_after > now()`.execute(
    database().db,
  )
}

const begun = systemClock.now()
const clockAt = (minutes: number): Clock => {
  const now = () => begun.add({ minutes })
  return { now, milliseconds: () => now().epochMilliseconds }
}

async function mostToOneDomain(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from office.campaign_recipient where state = 'queued'
    group by domain order by 1 desc limit 1`.execute(database().db)
  return rows[0]?.count ?? 0
}

test('ends complete: each has one letter, refused ones say so, and what the crash repeats has the same id', async () => {
  const union = (await findAssociation(database().db, 'NL', 'example-association'))?.id ?? ''
  await addMembers(database().db, union, count)
  const id = await scheduledCampaign(database().db, union, begun)
  const crash = lostAfter(100)
  const first = worker(crash.database)
  await first.jobs.start()
  const polite = { ...first.deps, config: { ...first.deps.config, campaignPace: 60 }, clock: clockAt(0) }
  expect(await runCampaigns(polite)).toMatchObject({ started: 1, sent: 60, ended: 0 })
  expect(await mostToOneDomain()).toBeLessThanOrEqual(10)
  expect(await runCampaigns(polite)).toMatchObject({ sent: 0 })
  expect(await runCampaigns({ ...first.deps, clock: clockAt(5) })).toMatchObject({ sent: count - 60 })
  await timePasses()
  await first.work()
  await vi.waitFor(() => expect(crash.isLost()).toBe(true), patience)
  // It never said goodbye: what it had in its hands is nobody's until it is missed.
  const taken = server.accepted.length
  await first.jobs.stop().catch(() => undefined)

  const second = worker(database())
  await second.jobs.start()
  await isMissed()
  await second.work()
  const refused = Array.from({ length: count }, (_, index) => index).filter(isRefused).length
  await vi.waitFor(async () => {
    await timePasses()
    expect((await states()).get('handed')).toBe(count - refused)
  }, patience)
  expect(taken).toBeLessThan(count - refused)
  expect((await states()).get('refused')).toBe(refused)
  expect(await runCampaigns({ ...second.deps, clock: clockAt(10) })).toMatchObject({ ended: 1 })

  const ids = Map.groupBy(server.accepted, ({ to }) => to)
  expect(ids.size).toBe(count - refused)
  const twice = [...ids.values()].filter((mails) => mails.length > 1)
  expect(twice.length).toBeLessThanOrEqual(1)
  for (const mails of ids.values()) expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1)
  const { rows } = await sql<{ refusal: string }>`
    select distinct refusal from office.town_contact where refused_at is not null`.execute(database().db)
  expect(rows.map(({ refusal }) => refusal)).toEqual([expect.stringContaining('5.1.1 no such mailbox here')])
  const invited = await sql<{ count: number }>`select count(*)::int as count from office.invited_authority
    join office.campaign_recipient using (authority) where campaign = ${id}`.execute(database().db)
  expect(invited.rows[0]?.count).toBe(count - refused)
  await second.jobs.stop()
}, 300_000)
