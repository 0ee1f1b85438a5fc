/**
 * A campaign of 35,000 mails through a slow mail server that refuses, greylists and drops, by real workers of their own
 * process; the first is killed in the middle (SIGKILL). From the moment at which the campaign is due until its last mail has
 * arrived or been refused; the pace is the fastest that an instance can be given. Counted: what arrived, what arrived twice,
 * what said why it did not.
 *
 * PostgreSQL, worker and mail server share the machine. Not measured: a server that takes a mail and breaks off before it
 * says so; such a mail goes twice, with the same Message-ID, whoever sends it.
 *
 * `CAMPAIGN_MAILS` and `CAMPAIGN_MINUTES` make it smaller; figures then say how far it came.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { findAssociation } from '../app/areas/associations/index.ts'
import { addMembers, badSmtpServer, isRefused, scheduledCampaign } from '../app/areas/campaigns/test-campaigns.ts'
import { readConfig } from '../app/config.ts'
import { loadDemonstration } from '../app/demonstration/index.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { withServer } from './_server.ts'

const port = 4_325
const mails = Number(process.env['CAMPAIGN_MAILS'] ?? 35_000)
const minutes = Number(process.env['CAMPAIGN_MINUTES'] ?? 60)
/** Of the server to each mail, in milliseconds. */
const slow = 5
const pace = 6_000

type BadServer = Awaited<ReturnType<typeof badSmtpServer>>
type Settings = Readonly<Record<string, string>>

export async function run(): Promise<Record<string, unknown>> {
  return withServer(port, [], async ({ url, folder }) => {
    const smtp = await badSmtpServer({ delay: slow })
    const settings = {
      ...{ DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'silent', SECRET: 'x7'.repeat(24) },
      ...{ BASE_URL: 'https://towns.example', MAIL_FROM: 'us@towns.example' },
      ...{ SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, CAMPAIGN_PACE: `${pace}` },
    }
    const services = await startServices(readConfig(settings), silentLog)
    try {
      await makeCampaign(services)
      const sent = await send(services, settings, smtp)
      return { reach: { twice: 1, otherIds: 0, complete: true }, mails, pace, ...sent, ...counted(smtp) }
    } finally {
      await services.close()
      await smtp.close()
    }
  })
}

async function makeCampaign(services: Services): Promise<void> {
  await loadDemonstration(services)
  await services.jobs.start()
  const { db } = services.database
  const union = (await findAssociation(db, 'NL', 'example-association'))?.id ?? ''
  await addMembers(db, union, mails, Math.max(20, Math.ceil(mails / 50)))
  await scheduledCampaign(db, union, services.clock.now())
}

/** Until the campaign says that it is over; a worker that is killed in the middle is followed by another. */
async function send({ database }: Services, settings: Settings, smtp: BadServer): Promise<Record<string, unknown>> {
  const begun = performance.now()
  const seconds = () => Math.round((performance.now() - begun) / 1_000)
  let worker = startWorker(settings)
  let [killedAfter, halfSeconds, mostMegabytes]: (number | undefined)[] = [undefined, undefined, 0]
  let states: Record<string, number> = {}
  let isOver = false
  while (!isOver && seconds() < minutes * 60) {
    await wait(2_000)
    mostMegabytes = Math.max(mostMegabytes ?? 0, highestMegabytes(worker) ?? 0)
    states = await countStates(database)
    isOver = await hasFinished(database)
    if (killedAfter === undefined && smtp.accepted.length > mails / 2) {
      killedAfter = smtp.accepted.length
      halfSeconds = seconds()
      worker.kill('SIGKILL')
      worker = startWorker(settings)
    }
  }
  const all = seconds()
  worker.kill('SIGTERM')
  const waiting = ['waiting', 'queued', 'later'].reduce((sum, state) => sum + (states[state] ?? 0), 0)
  return {
    ...{ seconds: all, halfSeconds, killedAfter, complete: isOver && waiting === 0, waiting, states },
    mailsPerSecondToHalf: halfSeconds && Math.round((killedAfter ?? 0) / halfSeconds),
    mailsPerSecond: Math.round(smtp.accepted.length / all),
    workerPeakRssMb: mostMegabytes || undefined,
  }
}

function startWorker(settings: Settings): ChildProcess {
  return spawn(process.execPath, ['--import', './runtime.mjs', 'worker.ts'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Where the system tells. */
function highestMegabytes({ pid }: ChildProcess): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_024)
  } catch {
    return undefined
  }
}

async function countStates({ db }: Services['database']): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from office.campaign_recipient group by state`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

async function hasFinished({ db }: Services['database']): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select bool_or(state in ('scheduled', 'running')) as open from office.campaign`.execute(db)
  return rows[0]?.open === false
}

function counted({ accepted, did }: BadServer): Record<string, unknown> {
  const byReceiver = Map.groupBy(accepted, ({ to }) => to)
  const twice = [...byReceiver.values()].filter((some) => some.length > 1)
  const otherIds = twice.filter((some) => new Set(some.map(({ messageId }) => messageId)).size > 1)
  const toRefuse = Array.from({ length: mails }, (_, index) => index).filter(isRefused).length
  return { arrived: byReceiver.size, toRefuse, ...did, twice: twice.length, otherIds: otherIds.length }
}
