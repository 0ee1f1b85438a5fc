/** Work that is enqueued in the transaction that causes it, and done after that transaction has committed. */
import type { fromKysely, JobResult, JobWithMetadata, PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import type { Tx } from '../db/tables.ts'
import type { Log } from '../log.ts'
import type { AnyJob, Job, JobHandler } from './job.ts'

export interface Jobs {
  /** Installs the tables of the queue, creates what is missing. May be called any number of times. */
  start(): Promise<void>
  /**
   * Enqueues in `tx`: nothing is done if that is rolled back. `start` must have been awaited before.
   *
   * @param afterSeconds it is not begun before.
   * @throws when it was not, or when the job is not in the list that `createJobs` was given.
   */
  enqueue<P extends object>(tx: Tx, job: Job<P>, payload: P, afterSeconds?: number): Promise<void>
  /** The same for many at once, in one statement. */
  enqueueAll<P extends object>(tx: Tx, job: Job<P>, many: readonly Enqueued<P>[]): Promise<void>
  /**
   * Starts working.
   *
   * @throws when a job has no handler or two, or a handler no job.
   */
  work(handlers: readonly JobHandler[]): Promise<void>
  /** Lets running jobs end (ten seconds at most). To be awaited before the database is closed. */
  stop(): Promise<void>
}

export interface Enqueued<P extends object> {
  readonly payload: P
  /** It is not begun before. */
  readonly afterSeconds: number
}

export interface JobsDeps {
  readonly database: Pick<Database, 'kind' | 'jobStore'>
  readonly log: Log
  /** Every job of the application. */
  readonly jobs: readonly AnyJob[]
  /** Seconds between two looks at a queue, where no notification wakes its worker; half a second at least. */
  readonly pollSeconds?: number
  /** Seconds between two looks for finished jobs that are old enough to be deleted. */
  readonly sweepSeconds?: number
}

interface Running {
  readonly boss: PgBoss
  readonly inTransaction: typeof fromKysely
}

const graceMilliseconds = 10_000

/** Without a sign for so long a worker that took many together is taken to be gone. */
const heartbeatSeconds = 30

export function createJobs(deps: JobsDeps): Jobs {
  let starting: Promise<Running> | undefined
  let running: Running | undefined

  async function start(): Promise<Running> {
    starting ??= startQueue(deps)
    try {
      running = await starting
      return running
    } catch (error) {
      // The database was away: the next call tries again.
      starting = undefined
      throw error
    }
  }

  const enqueueAll: Jobs['enqueueAll'] = async (tx, job, many) => {
    // On the embedded database the queue has no connection but that of the transaction: starting here would wait for
    // ever for the transaction to end.
    if (!running) throw new Error(`${job.id}: await jobs.start() before the transaction that enqueues`)
    if (!deps.jobs.some((known) => known.id === job.id)) throw new Error(`${job.id} is not in the list of jobs`)
    const inserted = many.map(({ payload, afterSeconds }) => ({
      data: job.payload.parse(payload),
      ...(afterSeconds > 0 ? { startAfter: afterSeconds } : {}),
    }))
    if (inserted.length > 0) await running.boss.insert(job.id, inserted, { db: running.inTransaction(tx) })
  }

  return {
    start: async () => {
      await start()
    },
    enqueue: (tx, job, payload, afterSeconds = 0) => enqueueAll(tx, job, [{ payload, afterSeconds }]),
    enqueueAll,
    work: async (handlers) => {
      const runs = handlerOfEach(deps.jobs, handlers)
      const { boss } = await start()
      for (const job of deps.jobs) await workOn(boss, deps, job, runs)
    },
    stop: async () => {
      const last = await starting?.catch(() => undefined)
      running = undefined
      starting = undefined
      await last?.boss.stop({ graceful: true, timeout: graceMilliseconds })
    },
  }
}

async function startQueue({ database, log, jobs, sweepSeconds = 900 }: JobsDeps): Promise<Running> {
  const [{ PgBoss, fromKysely }, db] = await Promise.all([import('pg-boss'), database.jobStore()])
  const embedded = database.kind === 'embedded'
  const boss = new PgBoss({
    db,
    schema: 'jobs',
    backend: embedded ? 'pglite' : 'postgres',
    useListenNotify: embedded,
    registerInstance: false,
    maintenanceIntervalSeconds: sweepSeconds,
    superviseIntervalSeconds: Math.min(sweepSeconds, 60),
    // Jobs here do not wait for one another: nothing to resolve every five seconds.
    flowIntervalSeconds: 3_600,
    openTelemetry: { enabled: false },
    // The embedded database has neither vacuum workers nor concurrent index builds.
    ...(embedded ? { reindex: false, monitorVacuum: false } : {}),
  })
  boss.on('error', (error) => log.error({ error: error.name, code: codeOf(error) }, 'job queue'))
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'job queue'))
  await boss.start()
  for (const job of jobs) await createQueue(boss, job)
  await forgetSchedules(boss, jobs)
  return { boss, inTransaction: fromKysely }
}

async function createQueue(boss: PgBoss, job: AnyJob): Promise<void> {
  const options = {
    retryLimit: job.retries.limit,
    retryDelay: job.retries.firstDelaySeconds,
    retryBackoff: true,
    retryDelayMax: job.retries.longestDelaySeconds,
    // For the queue, 0 means never. What has failed for good goes with its next look.
    deleteAfterSeconds: Math.max(job.keepFinishedSeconds, 1),
    notify: true,
    ...(job.expireSeconds === undefined ? {} : { expireInSeconds: job.expireSeconds }),
    ...(job.together === undefined ? {} : { heartbeatSeconds }),
  }
  await boss.createQueue(job.id, options)
  // One that is there already keeps its old options otherwise.
  await boss.updateQueue(job.id, options)
  // The key changes nothing in a queue without a policy: it tells apart what the clock has sent.
  if (job.schedule) await boss.schedule(job.id, job.schedule, {}, { tz: 'UTC', singletonKey: 'by-the-clock' })
}

/** Of jobs that an earlier release had. */
async function forgetSchedules(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!jobs.some((job) => job.id === name && job.schedule)) await boss.unschedule(name)
  }
}

type Runs = ReadonlyMap<string, JobHandler['run']>

function handlerOfEach(jobs: readonly AnyJob[], handlers: readonly JobHandler[]): Runs {
  const runs = new Map<string, JobHandler['run']>()
  for (const handler of handlers) {
    if (runs.has(handler.job)) throw new Error(`the job ${handler.job} has two handlers`)
    if (!jobs.some((job) => job.id === handler.job)) throw new Error(`${handler.job} has a handler but is no job`)
    runs.set(handler.job, handler.run)
  }
  const idle = jobs.filter((job) => !runs.has(job.id)).map((job) => job.id)
  if (idle.length > 0) throw new Error(`nobody handles ${idle.join(', ')}`)
  return runs
}

async function workOn(boss: PgBoss, { database, log, pollSeconds }: JobsDeps, job: AnyJob, runs: Runs): Promise<void> {
  const run = runs.get(job.id)
  if (!run) return
  // Notifications wake the workers of the embedded database; there, looking is for retries alone.
  const seconds = pollSeconds ?? (job.schedule ? 60 : database.kind === 'embedded' ? 5 : 1)
  const polling = { pollingIntervalSeconds: seconds, notifyPollingIntervalSeconds: seconds }
  const options = { ...polling, includeMetadata: true } as const
  const runOne = async (one: JobWithMetadata<unknown>): Promise<boolean> => {
    const attempt = { last: one.retryCount >= one.retryLimit }
    try {
      await run(one.data, attempt)
      if (job.keepFinishedSeconds === 0) await boss.deleteJob(job.id, one.id)
      return true
    } catch (error) {
      const which = { job: job.id, id: one.id, attempt: one.retryCount + 1 }
      log.error({ ...which, ...attempt, ...withoutContents(error) }, 'a job failed')
      return false
    }
  }
  if (job.together !== undefined) {
    const many = { ...options, batchSize: job.together, burstWhenBatchFull: true, perJobResults: true } as const
    await boss.work(job.id, many, (batch) => inTurn(batch, runOne))
    return
  }
  await boss.work(job.id, options, async (batch) => {
    for (const one of batch) {
      // The queue stores what it is thrown; the text of the original may quote the payload.
      if (!(await runOne(one))) throw new Error(`${job.id} failed`)
    }
  })
}

/** One after the other. What was given to another worker meanwhile, because this one took too long, is left to them. */
async function inTurn(
  batch: readonly JobWithMetadata<unknown>[],
  runOne: (one: JobWithMetadata<unknown>) => Promise<boolean>,
): Promise<JobResult[]> {
  const results: JobResult[] = []
  for (const one of batch) {
    if (one.signal.aborted) continue
    results.push({ id: one.id, status: (await runOne(one)) ? 'completed' : 'failed' })
  }
  return results
}

/** What may be known of a failure: its kind and where it happened, never its text, which may quote the payload. */
function withoutContents(error: unknown): { error: string; code: string | undefined; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, code: undefined, at: [] }
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, code: codeOf(error), at: at.slice(0, 5).map((line) => line.trim()) }
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
