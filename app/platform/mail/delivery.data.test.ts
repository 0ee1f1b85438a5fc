/** Mails between the queue and a real server, when one of them fails. */
import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { fixedClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { createJobs, type Jobs } from '../jobs/jobs.ts'
import { createLog, type Log, silentLog } from '../log.ts'
import { enqueueMail, mailJob } from './mail.ts'
import { createMailer, mailHandler } from './mailer.ts'
import { header, startSmtpServer } from './test-smtp-server.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const quickJob = { ...mailJob, retries: { limit: 60, firstDelaySeconds: 1, longestDelaySeconds: 1 } }
const longEnough = { timeout: 30_000 }

type Store = Awaited<ReturnType<Database['jobStore']>>

/**
 * A queue whose mails go to this port, and the ids of those it was given.
 *
 * @param wrap what stands between the queue and the database.
 */
async function mailQueue(port: number, { log = silentLog, wrap = (store: Store) => store } = {}) {
  const database = await testDatabase()
  const jobStore = async () => wrap(await database.jobStore())
  const jobs = createJobs({ database: { kind: database.kind, jobStore }, log, jobs: [quickJob], pollSeconds: 0.5 })
  cleanups.push(async () => {
    await jobs.stop()
    await database.close()
  })
  const config = { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'no-reply@towns.example', dataDir: 'unused' }
  await jobs.work([mailHandler(createMailer(config, fixedClock('2026-03-03T10:00:00Z')), log)])
  const ids: string[] = []
  const enqueue: Jobs['enqueue'] = async (tx, job, payload) => {
    if ('messageId' in payload) ids.push(String(payload.messageId))
    await jobs.enqueue(tx, job, payload)
  }
  const send = (to: string) =>
    database.db
      .transaction()
      .execute((tx) => enqueueMail(tx, { enqueue }, 'https://towns.example', { to, subject: 'Hello', text: 'Hello' }))
  return { send, ids }
}

/** Counts the attempts that failed. */
function countingLog(): { log: Log; failures: () => number } {
  let failures = 0
  const log = Object.assign(createLog('silent'), {
    error: (_fields: object, message: string) => {
      if (message === 'a job failed') failures += 1
    },
  })
  return { log, failures: () => failures }
}

test('mails of a time without a server all arrive once it is back, none twice, under their ids', async () => {
  const before = await startSmtpServer()
  const { port } = before
  const { log, failures } = countingLog()
  const queue = await mailQueue(port, { log })
  await queue.send('first@town.example')
  await expect.poll(() => before.received.length, longEnough).toBe(1)
  await before.close()

  const receivers = ['anna', 'ben', 'carla', 'dora', 'emil'].map((name) => `${name}@town.example`)
  for (const to of receivers) await queue.send(to)
  // Every one of them was tried while nobody answered.
  await expect.poll(failures, longEnough).toBeGreaterThanOrEqual(receivers.length)

  const after = await startSmtpServer({}, { port })
  cleanups.push(() => after.close())
  await expect.poll(() => after.received.length, longEnough).toBe(receivers.length)
  // One more is the last to arrive: nothing of the others comes behind it.
  await queue.send('last@town.example')
  await expect.poll(() => after.received.some((wire) => wire.includes('To: last@')), longEnough).toBe(true)
  const all = [...before.received, ...after.received]
  expect(all.map((wire) => header(wire, 'Message-ID')).sort()).toEqual(queue.ids.toSorted())
  expect(all.map((wire) => header(wire, 'To')).sort()).toEqual(
    ['first@town.example', 'last@town.example', ...receivers].sort(),
  )
  expect(new Set(queue.ids).size).toBe(7)
})

test('a crash after the server took a mail, before the queue knew, sends it once more under the same id', async () => {
  const server = await startSmtpServer()
  cleanups.push(() => server.close())
  let crashes = 0
  const wrap = (store: Store): Store => ({
    ...store,
    executeSql: (text, values) => {
      if (crashes === 0 && server.received.length === 1 && /state = 'completed'/.test(text)) {
        crashes += 1
        throw new Error('the connection broke')
      }
      return store.executeSql(text, values)
    },
  })
  const queue = await mailQueue(server.port, { wrap })
  await queue.send('anna@town.example')
  await expect.poll(() => server.received.length, longEnough).toBe(2)
  expect(crashes).toBe(1)
  await queue.send('last@town.example')
  await expect.poll(() => server.received.length, longEnough).toBe(3)
  const [first, again, last] = server.received.map((wire) => header(wire, 'Message-ID'))
  expect([first, again, last]).toEqual([queue.ids[0], queue.ids[0], queue.ids[1]])
})
