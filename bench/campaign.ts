/**
 * A campaign of 35,000 mails through a slow mail server that refuses, greylists and drops, by real workers of their own
 * process; the first is killed in the middle (SIGKILL). Counted: what arrived, what arrived twice, what said why it did not.
 *
 * `CAMPAIGN_MAILS` and `CAMPAIGN_MINUTES` make it smaller; figures then say how far it came.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { findAssociation } from '../app/areas/associations/index.ts'
import { addMembers, badSmtpServer, isRefused, scheduledCampaign } from '../app/areas/campaigns/test-campaigns.ts'
import { readConfig } from '../app/config.ts'
import { loadDemonstration } from '../app/demonstration/index.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { withServer } from './_server.ts'

const port = 54_381
const mails = Number(process.env['CAMPAIGN_MAILS'] ?? 35_000)
const minutes = Number(process.env['CAMPAIGN_MINUTES'] ?? 60)
/** Of the server to each mail, in milliseconds. */
const slow = 5

function startWorker(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--import', './runtime.mjs', 'worker.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function countStates({ database }: Services): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from office.campaign_recipient group by state`.execute(database.db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

const open = ['waiting', 'queued', 'later']
const isDone = (states: Record<string, number>) =>
  Object.keys(states).length > 0 && open.every((state) => !states[state])

export async function run(): Promise<Record<string, unknown>> {
  return withServer(port, [], async ({ url, folder }) => {
    const smtp = await badSmtpServer({ delay: slow })
    const env = {
      ...{ DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'error', SECRET: 'x7'.repeat(24), CAMPAIGN_PACE: '6000' },
      ...{
        BASE_URL: 'https://towns.example',
        SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
        MAIL_FROM: 'us@towns.example',
      },
    }
    const services = await startServices(readConfig(env), silentLog)
    await loadDemonstration(services)
    await services.jobs.start()
    const { db } = services.database
    const union = (await findAssociation(db, 'NL', 'example-association'))?.id ?? ''
    await addMembers(db, union, mails, Math.max(20, Math.ceil(mails / 50)))
    await scheduledCampaign(db, union, services.clock.now())
    const begun = performance.now()
    const until = begun + minutes * 60_000
    let worker = startWorker(env)
    let killedAfter: number | undefined
    let states = await countStates(services)
    while (!isDone(states) && performance.now() < until) {
      await wait(1_000)
      states = await countStates(services)
      if (killedAfter === undefined && smtp.accepted.length > mails / 2) {
        killedAfter = smtp.accepted.length
        worker.kill('SIGKILL')
        worker = startWorker(env)
      }
    }
    const seconds = Math.round((performance.now() - begun) / 1_000)
    worker.kill('SIGTERM')
    const byReceiver = Map.groupBy(smtp.accepted, ({ to }) => to)
    const twice = [...byReceiver.values()].filter((some) => some.length > 1)
    const otherIds = twice.filter((some) => new Set(some.map(({ messageId }) => messageId)).size > 1)
    await services.close()
    await smtp.close()
    return {
      reach: { twice: 1, otherIds: 0, complete: true },
      ...{ mails, seconds, killedAfter, complete: isDone(states), states },
      arrived: byReceiver.size,
      toRefuse: Array.from({ length: mails }, (_, index) => index).filter(isRefused).length,
      ...{
        twice: twice.length,
        otherIds: otherIds.length,
        mailsPerMinute: Math.round((smtp.accepted.length * 60) / seconds),
      },
    }
  })
}
