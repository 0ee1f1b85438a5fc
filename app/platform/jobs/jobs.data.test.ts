import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../db/database.ts'
import { createLog, silentLog } from '../log.ts'
import { type AnyJob, defineJob, handles } from './job.ts'
import { createJobs, type Jobs } from './jobs.ts'

const greet = defineJob({
  id: 'test.greet',
  payload: z.strictObject({ name: z.string() }),
  retries: { limit: 3, firstDelaySeconds: 1, longestDelaySeconds: 1 },
})
const other = defineJob({ id: 'test.other', payload: z.strictObject({}) })

let database: Database
let jobs: Jobs

beforeEach(async () => {
  database = await testDatabase()
})

afterEach(async () => {
  await jobs.stop()
  await database.close()
})

function queue(list: readonly AnyJob[] = [greet], log = silentLog): Jobs {
  jobs = createJobs({ database, log, jobs: list, pollSeconds: 0.5, sweepSeconds: 1 })
  return jobs
}

function enqueue(name: string): Promise<void> {
  return database.db.transaction().execute((tx) => jobs.enqueue(tx, greet, { name }))
}

test('a job is done once its transaction has committed', async () => {
  const done = Promise.withResolvers<string>()
  await queue().work([handles(greet, async ({ name }) => done.resolve(name))])
  await enqueue('Anna')
  expect(await done.promise).toBe('Anna')
})

test('nothing is done of a transaction that is rolled back', async () => {
  const seen: string[] = []
  const second = Promise.withResolvers<void>()
  await queue().work([
    handles(greet, async ({ name }) => {
      seen.push(name)
      if (name === 'kept') second.resolve()
    }),
  ])
  const failing = database.db.transaction().execute(async (tx) => {
    await jobs.enqueue(tx, greet, { name: 'rolled back' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await enqueue('kept')
  await second.promise
  expect(seen).toEqual(['kept'])
})

test('many that were enqueued at once are done in turn; one that fails is tried again and holds nobody up', async () => {
  const many = { ...greet, together: 3 }
  const names = ['Anna', 'Berta', 'Carla', 'Dora', 'Emma']
  await queue([many]).start()
  await database.db.transaction().execute((tx) =>
    jobs.enqueueAll(
      tx,
      many,
      names.map((name) => ({ payload: { name }, afterSeconds: 0 })),
    ),
  )
  const seen: string[] = []
  let atWork = 0
  await jobs.work([
    handles(many, async ({ name }) => {
      atWork += 1
      expect(atWork).toBe(1)
      await setImmediate()
      atWork -= 1
      seen.push(name)
      if (name === 'Berta' && seen.filter((one) => one === name).length === 1) throw new Error('not today')
    }),
  ])
  await expect.poll(() => seen.length, { timeout: 30_000 }).toBe(6)
  expect(seen.slice(0, 5).toSorted()).toEqual(names)
  expect(seen[5]).toBe('Berta')
})

test('what was enqueued before anybody worked is found', async () => {
  await queue().start()
  await enqueue('early')
  const done = Promise.withResolvers<string>()
  await jobs.work([handles(greet, async ({ name }) => done.resolve(name))])
  expect(await done.promise).toBe('early')
})

test('a job that fails is tried again, and the log does not quote its payload', async () => {
  const lines: string[] = []
  const log = createLog('info')
  Object.assign(log, { error: (fields: object, message: string) => lines.push(JSON.stringify({ ...fields, message })) })
  let attempts = 0
  const done = Promise.withResolvers<void>()
  await queue([greet], log).work([
    handles(greet, async ({ name }) => {
      attempts += 1
      if (attempts === 1) throw new TypeError(`cannot greet ${name}`)
      done.resolve()
    }),
  ])
  await enqueue('Secret Name')
  await done.promise
  expect(attempts).toBe(2)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('"error":"TypeError"')
  expect(lines[0]).toContain('"attempt":1')
  expect(lines.join()).not.toContain('Secret Name')
})

test('every job has exactly one handler', async () => {
  const one = handles(greet, async () => undefined)
  const two = handles(other, async () => undefined)
  await expect(queue([greet, other]).work([one])).rejects.toThrow('nobody handles test.other')
  await expect(queue([greet]).work([one, one])).rejects.toThrow('two handlers')
  await expect(queue([greet]).work([one, two])).rejects.toThrow('is no job')
})

test('enqueueing before the queue has started says so instead of waiting for ever', async () => {
  queue()
  await expect(enqueue('nobody')).rejects.toThrow('await jobs.start()')
})

test('starting twice starts once, and a second process finds the queue as it is', async () => {
  await Promise.all([queue().start(), jobs.start()])
  await jobs.start()
  await enqueue('Anna')
  await jobs.stop()
  const done = Promise.withResolvers<string>()
  await queue().work([handles(greet, async ({ name }) => done.resolve(name))])
  expect(await done.promise).toBe('Anna')
})

test('what a finished job held is deleted once its time is over', async () => {
  const brief = { ...greet, keepFinishedSeconds: 1 }
  const rows = async () => {
    const { rows } = await sql<{ data: unknown }>`select data from jobs.job where name = ${greet.id}`.execute(
      database.db,
    )
    return rows.map((row) => row.data)
  }
  await queue([brief]).start()
  await enqueue('Anna')
  expect(await rows()).toEqual([{ name: 'Anna' }])
  await jobs.work([handles(greet, async () => undefined)])
  await expect.poll(rows, { timeout: 30_000 }).toEqual([])
})

test('stopping waits for the job that runs, and leaves nothing that asks a closed database', async () => {
  const faults: unknown[] = []
  const log = createLog('info')
  Object.assign(log, { error: (fields: object) => faults.push(fields) })
  const begun = Promise.withResolvers<void>()
  const hold = Promise.withResolvers<void>()
  let ended = false
  await queue([greet], log).work([
    handles(greet, async () => {
      begun.resolve()
      await hold.promise
      ended = true
    }),
  ])
  await enqueue('slow')
  await begun.promise
  const stopped = jobs.stop()
  hold.resolve()
  await stopped
  expect(ended).toBe(true)
  await database.close()
  expect(faults).toEqual([])
})
