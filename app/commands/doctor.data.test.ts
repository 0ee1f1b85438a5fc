/** What the doctor finds on a real database, with a real mail server; it changes nothing. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { type TestApp, testApp } from '../../tests/test-app.ts'
import { demonstrationPerson } from '../demonstration/index.ts'
import { fixedClock, systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { FolderInUse, lockFolder } from '../platform/db/folder-lock.ts'
import { filesPlaceOf } from '../platform/files/files-place.ts'
import { certificate, startSmtpServer } from '../platform/mail/test-smtp-server.ts'
import { signerOf } from '../platform/signing/signing-keys.ts'
import { urls } from '../urls.ts'
import { examineDatabase } from './doctor/database.ts'
import type { Finding } from './doctor/finding.ts'
import { examineHelplines } from './doctor/helplines.ts'
import { examineRegister } from './doctor/register.ts'
import { examineFiles, examineLanguages, examineMail, examinePlace, examineSettings } from './doctor/surroundings.ts'
import { examine, report } from './doctor.ts'

const states = (findings: readonly Finding[]) => findings.map(({ check, state }) => `${check} ${state}`)
const oneLogin = { databaseReaderUrl: undefined, databaseIntakeUrl: undefined }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'safe-towns-doctor-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const production = () => ({
  NODE_ENV: 'production',
  BASE_URL: 'https://help.example.org',
  SECRET: 'x7'.repeat(24),
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Safe Towns <no-reply@help.example.org>',
  DATABASE_URL: 'postgres://u@127.0.0.1:1/none',
  SECURITY_CONTACT: 'mailto:security@help.example.org',
  CLAMAV_URL: 'tcp://127.0.0.1:3310',
  OPERATOR_NAME: 'Office of the Pact',
  DATA_DIR: folder,
})

describe('settings', () => {
  test('of production are complete', () => {
    expect(states(examineSettings(production()))).toEqual(['settings ok'])
  })

  test('that would not start in production are told one by one', () => {
    const texts = examineSettings({ DATA_DIR: folder }).map(({ text }) => text)
    for (const name of ['NODE_ENV', 'SECRET', 'BASE_URL', 'SMTP_URL', 'MAIL_FROM']) {
      expect(texts.some((text) => text.startsWith(name))).toBe(true)
    }
  })

  test('with a fault of their own are all that is looked at', async () => {
    expect(states(await examine({ PORT: 'none' }))).toEqual(['settings fault'])
  })

  test('without a certificate or with the embedded database are warned of', () => {
    const { DATABASE_URL: _, ...embedded } = production()
    expect(states(examineSettings({ ...embedded, BASE_URL: 'http://help.example.org' }))).toEqual([
      'settings warning',
      'settings warning',
    ])
  })
})

describe('surroundings', () => {
  test('a data folder that is there can be written, one that is not is a fault', async () => {
    expect(states(examineFiles({ dataDir: folder }))).toEqual(['files ok'])
    expect(states(examineFiles({ dataDir: join(folder, 'none') }))).toEqual(['files fault'])
    const place = (url: string | undefined) => examinePlace({ files: filesPlaceOf(url, join(folder, 'files')) })
    expect(states(await place(undefined))).toEqual(['files ok'])
    expect(states(await place(`file://${folder}/none/files`))).toEqual(['files fault'])
    const [away] = await place('s3://key:hush@127.0.0.1:1/toolkit?region=any&tls=off')
    expect([away?.state, away?.text.includes('hush')]).toEqual(['fault', false])
  })

  test('catalogues that nobody has checked are warned of', () => {
    expect(states(examineLanguages())).toEqual(['languages warning'])
  })

  const mail = { smtpTls: undefined, smtpCa: certificate('ca.pem'), mailFrom: 'x@towns.example', dataDir: '' }

  test('a mail server is spoken to, and gets no mail', async () => {
    let mails = 0
    const server = await startSmtpServer({
      onMailFrom: (_address, _session, done) => {
        mails += 1
        done()
      },
    })
    const smtpUrl = `smtp://127.0.0.1:${server.port}`
    expect(states(await examineMail({ ...mail, smtpUrl }))).toEqual(['mail ok'])
    await server.close()
    const [away] = await examineMail({ ...mail, smtpUrl })
    expect(away).toMatchObject({ state: 'fault', text: expect.stringContaining('does not take mail') })
    expect(mails).toBe(0)
  })

  test('no mail server is a fault', async () => {
    expect(states(await examineMail({ ...mail, smtpUrl: undefined }))).toEqual(['mail fault'])
  })
})

describe('the database', () => {
  let database: Database
  beforeEach(async () => {
    database = await testDatabase()
  })
  afterEach(() => database.close())

  test('that is migrated is fit', async () => {
    const found = states(await examineDatabase(oneLogin, database, systemClock))
    const ready = ['database ok', 'database ok', 'database ok', 'database ok']
    expect(found).toEqual([...ready, ...(database.kind === 'server' ? ['database warning'] : []), 'clock ok'])
  })

  test('that lacks a migration says which, and is not migrated', async () => {
    const { db } = database
    const last = sql`delete from public.migration where name = (select max(name) from public.migration) returning name`
    const [{ name } = { name: '' }] = (await last.execute(db)).rows as { name: string }[]
    for (const _ of [1, 2]) {
      const found = await examineDatabase(oneLogin, database, systemClock)
      expect(found.filter(({ state }) => state === 'fault').map(({ text }) => text)).toEqual([
        `not applied: ${name}; run "safe-towns migrate"`,
      ])
    }
  })

  test('that runs at another time than this machine is a fault, and so is a year that cannot be', async () => {
    const late = systemClock.now().add({ minutes: 2 }).toString()
    for (const instant of [late, '2020-01-01T00:00:00Z']) {
      const found = await examineDatabase(oneLogin, database, fixedClock(instant))
      expect(found.find(({ check }) => check === 'clock')?.state).toBe('fault')
    }
  })

  test('without a town has no numbers to confirm', async () => {
    expect(states(await examineHelplines(database, systemClock))).toEqual(['helplines ok'])
  })

  test('whose key was sealed with another SECRET cannot be signed in production', async () => {
    const keys = (secret: string, production = true) => ({ production, secret: secret.repeat(32) })
    expect(states(await examineRegister(keys('a'), database))).toEqual(['register ok'])
    await database.db.transaction().execute((tx) => signerOf(tx, { config: keys('a') }, systemClock.now()))
    expect(states(await examineRegister(keys('a'), database))).toEqual(['register ok'])
    expect(states(await examineRegister(keys('b', false), database))).toEqual(['register ok'])
    expect(await examineRegister(keys('b'), database)).toEqual([
      { check: 'register', state: 'fault', text: expect.stringContaining('rotate-signing-key') },
    ])
  })
})

describe('the whole instance', () => {
  test('without a database is told to make one, and none is made', async () => {
    const { DATABASE_URL: _, ...embedded } = production()
    const found = await examine(embedded)
    expect(found.find(({ check }) => check === 'database')?.text).toContain('there is none')
    expect(existsSync(join(folder, 'database'))).toBe(false)
    expect(report(found)).toBe(1)
  })

  test('is not examined while its server runs', async () => {
    const { DATABASE_URL: _, ...embedded } = production()
    mkdirSync(join(folder, 'database'))
    const unlock = lockFolder(folder)
    await expect(examine(embedded)).rejects.toThrow(FolderInUse)
    unlock()
  })

  test('with a database that is away is told so', async () => {
    const found = await examine(production())
    expect(found.find(({ check }) => check === 'database')).toMatchObject({ state: 'fault' })
    expect(found.some(({ check }) => check === 'helplines')).toBe(false)
  })
})

describe('help numbers', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
  })
  afterEach(() => app.close())

  test('of countries with published towns have to be confirmed', async () => {
    const texts = async () => (await examineHelplines(app.services.database, systemClock)).map(({ text }) => text)
    const before = await texts()
    expect(before.some((text) => text.startsWith('NL: nobody has confirmed an emergency number'))).toBe(true)
    expect(before.some((text) => text.startsWith("NL: nobody has confirmed a children's helpline"))).toBe(true)
    const cookie = await app.signIn(demonstrationPerson('coordinator'), 'totp')
    const { day, month, year } = Temporal.Now.plainDateISO('Europe/Amsterdam')
    for (const key of ['emergency-112', 'child-helpline-08000432']) {
      const page = await (await app.request(urls.officeHelpline('NL', key), { headers: { cookie } })).text()
      const stand = /name="stand" value="([^"]*)"/.exec(page)?.[1] ?? ''
      const body = new URLSearchParams({
        stand,
        how: 'called',
        'on-day': `${day}`,
        'on-month': `${month}`,
        'on-year': `${year}`,
      })
      const path = urls.officeHelplineAct('NL', key, 'confirm')
      expect((await app.request(path, { method: 'POST', headers: { cookie }, body })).status).toBe(303)
    }
    expect((await texts()).filter((text) => text.startsWith('NL'))).toEqual([])
    const later = fixedClock(
      systemClock
        .now()
        .add({ hours: 24 * 100 })
        .toString(),
    )
    const expired = (await examineHelplines(app.services.database, later)).map(({ text }) => text)
    expect(expired.filter((text) => text.startsWith('NL: the confirmation has expired'))).toHaveLength(2)
  })
})
