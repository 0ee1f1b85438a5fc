/** Notifications on a database of their own, with a clock that the test turns and mails that go into a list. */
import { expect } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { newId } from '../../platform/ids.ts'
import { handles } from '../../platform/jobs/job.ts'
import { createJobs, type Jobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { enqueueMail, type Mail, mailJob } from '../../platform/mail/mail.ts'
import type { Notice } from '../../platform/mail/notice.ts'
import { ensurePerson, readPerson } from '../accounts/index.ts'
import { createNotifications, type Notifications, notificationsJobs } from './index.ts'

/** A Tuesday. */
const beginning = '2026-03-03T10:00:00Z'

const config = {
  baseUrl: 'https://towns.example',
  instanceName: 'Safe Towns',
  secret: 'a secret of a test, thirty-two bytes long',
}

/** @param refuse whose mails the queue does not take, as if the database had failed. */
export async function openTestNotifications({ refuse = () => false }: { refuse?: (mail: Mail) => boolean } = {}) {
  const database = await testDatabase()
  let now = Temporal.Instant.from(beginning)
  const clock = { now: () => now, milliseconds: () => now.epochMilliseconds }
  const jobs = createJobs({ database, log: silentLog, jobs: [mailJob, ...notificationsJobs], pollSeconds: 0.5 })
  await jobs.start()
  const enqueue: typeof jobs.enqueue = async (tx, job, payload) => {
    if (refuse(mailJob.payload.parse(payload))) throw new Error('the database failed')
    await jobs.enqueue(tx, job, payload)
  }
  const i18n = createI18n(loadLanguages())
  const shared = { config, database, i18n, clock, log: silentLog, readPerson }
  const notifications = createNotifications({ ...shared, jobs: { enqueue } })
  const person = (email: string, language = 'en', name = '') => ensurePerson(database.db, { email, name, language })

  return {
    database,
    notifications,
    anna: await person('anna@town.example', 'en', 'Anna'),
    person,
    now: clock.now,
    turnTo: (instant: string) => {
      now = Temporal.Instant.from(instant)
    },
    tell: (notice: Notice) => database.db.transaction().execute((tx) => notifications.notify(tx, notice)),
    /** Runs a job of this area as the queue does. */
    run: async (id: string) => {
      const handler = notifications.handlers.find(({ job }) => job === id)
      if (!handler) throw new Error(`no job ${id}`)
      await handler.run({})
    },
    delivered: deliveryFrom(database, jobs, notifications),
    close: async () => {
      await jobs.stop()
      await database.close()
    },
  }
}

/** Gives all that has left the queue, in its order, when everything enqueued so far has. */
function deliveryFrom(database: Database, jobs: Jobs, { handlers }: Notifications): () => Promise<Mail[]> {
  const mails: Mail[] = []
  let working: Promise<void> | undefined
  return async () => {
    const last = { to: 'last@x.example', subject: newId(), text: 'last' }
    await database.db.transaction().execute((tx) => enqueueMail(tx, jobs, config.baseUrl, last))
    working ??= jobs.work([handles(mailJob, async (mail) => void mails.push(mail)), ...handlers])
    await working
    await expect.poll(() => mails.some(({ subject }) => subject === last.subject), { timeout: 20_000 }).toBe(true)
    return mails.filter(({ to }) => to !== last.to)
  }
}

export type TestNotifications = Awaited<ReturnType<typeof openTestNotifications>>
