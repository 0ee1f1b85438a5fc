import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { columnsWith, filesWith } from '../../../tests/everywhere.ts'
import { fixedClock } from '../clock.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createLog, silentLog } from '../log.ts'
import { enqueueMail, farewellJob, type Mail, MailDeferred, MailRefused, mailJob } from './mail.ts'
import { createMailer, farewellHandler, mailHandler } from './mailer.ts'
import { createOutbox } from './outbox.ts'
import { startSmtpServer } from './test-smtp-server.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const mail: Mail = {
  to: 'anna@town.example',
  subject: 'Grüße aus Example Town',
  text: 'Hello Anna,\n\nمرحبا',
  messageId: '<1@towns.example>',
}

async function smtpServer(options: SMTPServerOptions = {}) {
  const server = await startSmtpServer(options)
  cleanups.push(() => server.close())
  return { received: server.received, url: `smtp://127.0.0.1:${server.port}` }
}

function mailerTo(smtpUrl: string | undefined, dataDir = 'unused') {
  const config = { smtpUrl, mailFrom: 'Safe Towns <no-reply@towns.example>', dataDir }
  return createMailer(config, fixedClock('2026-03-03T10:00:00Z'))
}

function refusal(code: number) {
  return Object.assign(new Error('no'), { responseCode: code })
}

test('a mail reaches the server with its sender, receiver, id and texts', async () => {
  const server = await smtpServer()
  await mailerTo(server.url).send({ ...mail, html: '<p>Hello Anna</p>' })
  const wire = server.received[0] ?? ''
  expect(wire).toContain('From: Safe Towns <no-reply@towns.example>')
  expect(wire).toContain('To: anna@town.example')
  expect(wire).toContain('Message-ID: <1@towns.example>')
  expect(wire).toContain('Auto-Submitted: auto-generated')
  expect(wire).toContain('multipart/alternative')
})

test('a receiver who is refused for good is told apart from one who is refused for now', async () => {
  const forGood = await smtpServer({ onRcptTo: (_address, _session, done) => done(refusal(550)) })
  await expect(mailerTo(forGood.url).send(mail)).rejects.toBeInstanceOf(MailRefused)
  const forNow = await smtpServer({ onRcptTo: (_address, _session, done) => done(refusal(451)) })
  const error = await mailerTo(forNow.url)
    .send(mail)
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toBeInstanceOf(MailRefused)
  expect(error).toBeInstanceOf(MailDeferred)
})

test('contents that are refused for good are not offered again', async () => {
  const server = await smtpServer({
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => done(refusal(554)))
    },
  })
  await expect(mailerTo(server.url).send(mail)).rejects.toBeInstanceOf(MailRefused)
})

/** A queue whose mails go to `smtpUrl`; retries come as fast as the queue can. */
async function mailQueue(smtpUrl: string, log = silentLog) {
  const database = await testDatabase()
  const job = { ...mailJob, retries: { limit: 5, firstDelaySeconds: 1, longestDelaySeconds: 1 } }
  const jobs = createJobs({ database, log, jobs: [job], pollSeconds: 0.5 })
  cleanups.push(async () => {
    await jobs.stop()
    await database.close()
  })
  await jobs.work([mailHandler(mailerTo(smtpUrl), log)])
  const { messageId: _, ...body } = mail
  const send = () => database.db.transaction().execute((tx) => enqueueMail(tx, jobs, 'https://towns.example', body))
  return { send }
}

test('a server that refuses for a while gets the mail later, under the same id', async () => {
  const ids: string[] = []
  const taken = Promise.withResolvers<void>()
  const server = await smtpServer({
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        ids.push(/Message-ID: (.*)\r\n/.exec(Buffer.concat(chunks).toString())?.[1] ?? '')
        if (ids.length < 3) return done(refusal(451))
        done()
        taken.resolve()
      })
    },
  })
  const queue = await mailQueue(server.url)
  await queue.send()
  await taken.promise
  expect(ids).toHaveLength(3)
  expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@towns\.example>$/)
  expect(new Set(ids).size).toBe(1)
})

test('a receiver refused for good is tried once, and the log does not name them', async () => {
  const lines: string[] = []
  const logged = Promise.withResolvers<void>()
  const log = createLog('info')
  Object.assign(log, {
    error: (fields: object, message: string) => {
      lines.push(`${message} ${JSON.stringify(fields)}`)
      logged.resolve()
    },
  })
  let attempts = 0
  const second = Promise.withResolvers<void>()
  const server = await smtpServer({
    onRcptTo: (_address, _session, done) => {
      attempts += 1
      done(attempts === 1 ? refusal(550) : null)
      if (attempts > 1) second.resolve()
    },
  })
  const queue = await mailQueue(server.url, log)
  await queue.send()
  await logged.promise
  // The next attempt at the server is that of another mail: the first is not tried again before it.
  await queue.send()
  await second.promise
  expect(attempts).toBe(2)
  expect(lines).toEqual([expect.stringMatching(/^a mail was refused for good .*"status":550/)])
  expect(lines.join()).not.toContain('anna')
})

test('without a server, mail stands in the outbox of the data folder, newest first', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mail-'))
  cleanups.push(() => rm(dataDir, { recursive: true }))
  const outbox = createOutbox(join(dataDir, 'outbox'))
  expect(await outbox.list()).toEqual([])
  await mailerTo(undefined, dataDir).send(mail)
  await outbox.add({ ...mail, messageId: '<2@towns.example>', from: 'x', writtenAt: '2026-03-04T10:00:00Z' })
  const list = await outbox.list()
  expect(list.map((entry) => entry.messageId)).toEqual(['<2@towns.example>', '<1@towns.example>'])
  expect(list[1]).toMatchObject({ ...mail, from: 'Safe Towns <no-reply@towns.example>' })
  expect(await outbox.get(list[1]?.id ?? '')).toEqual(list[1])
  expect(await readdir(join(dataDir, 'outbox'))).toHaveLength(2)
})

test('no id leads out of the outbox', async () => {
  const outbox = createOutbox('/tmp')
  expect(await outbox.get('../etc/passwd')).toBeUndefined()
  expect(await outbox.get('0000000000000-0000000000000000')).toBeUndefined()
})

test('the last mail to somebody who is deleted goes once, and nothing of it stays in the queue or in a folder', async () => {
  const server = await smtpServer()
  const database = await testDatabase()
  const jobs = createJobs({ database, log: silentLog, jobs: [farewellJob], pollSeconds: 0.5 })
  cleanups.push(async () => {
    await jobs.stop()
    await database.close()
  })
  await jobs.work([farewellHandler(mailerTo(server.url), silentLog)])
  const { messageId: _, ...body } = mail
  await database.db.transaction().execute((tx) => enqueueMail(tx, jobs, 'https://towns.example', body, farewellJob))
  await expect.poll(() => server.received.length, { timeout: 20_000 }).toBe(1)
  const left = () => columnsWith(database.db, mail.to)
  await expect.poll(left, { timeout: 20_000 }).toEqual([])

  const dataDir = await mkdtemp(join(tmpdir(), 'safe-towns-farewell-'))
  cleanups.push(() => rm(dataDir, { recursive: true }))
  await mailerTo(undefined, dataDir).send(mail, false)
  expect(filesWith(dataDir, mail.to)).toEqual([])
})
