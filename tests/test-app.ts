/** The whole application on a database of its own, with the demonstration network, as `npm start` composes it. */

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { type Clock, systemClock } from '../app/platform/clock.ts'
import type { Catalogues } from '../app/platform/i18n/messages.ts'
import { silentLog } from '../app/platform/log.ts'
import type { SecondFactor } from '../app/platform/session/actor.ts'
import { type Services, startServices } from '../app/services.ts'
import { testDatabase } from './database.ts'
import { freePort } from './free-port.ts'

export interface TestApp {
  readonly services: Services
  /** A request as from a browser on the same site. */
  request(path: string, init?: RequestInit): Promise<Response>
  /**
   * Signs a person in by the same link that a mail holds.
   *
   * @param secondFactor what they have given beside the link.
   * @returns the Cookie header of their browser.
   */
  signIn(email: string, secondFactor?: SecondFactor): Promise<string>
  /** Address of the application, without a trailing slash; a browser reaches it after `listen`. */
  readonly baseUrl: string
  listen(): Promise<void>
  /** Resolves when no page is being compressed any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface TestAppOptions {
  readonly clock?: Clock
  readonly catalogues?: Catalogues
  /** Where mails go once `services.work` runs; left out, into a folder. */
  readonly smtpUrl?: string
  /** Who looks at files that are sent; left out, nobody. */
  readonly clamavUrl?: string
  /** The decision by which the register is an official one; left out, it is none. */
  readonly registerAuthorisation?: string
}

export async function testApp(given: TestAppOptions = {}): Promise<TestApp> {
  const { smtpUrl, clamavUrl, registerAuthorisation, ...options } = given
  const dataDir = mkdtempSync(join(tmpdir(), 'safe-towns-app-'))
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const config = readConfig({
    ...{ DATA_DIR: dataDir, BASE_URL: baseUrl, LOG_LEVEL: 'silent', SECRET: 'x7'.repeat(24) },
    ...(smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl, MAIL_FROM: 'no-reply@towns.example' }),
    ...(clamavUrl === undefined ? {} : { CLAMAV_URL: clamavUrl }),
    ...(registerAuthorisation === undefined ? {} : { REGISTER_AUTHORISATION: registerAuthorisation }),
  })
  // The network is loaded once for all tests, with its dates as of today, whatever the clock says.
  const database = await testDatabase('demonstration')
  const services = await startServices(config, silentLog, { clock: systemClock, ...options, database })
  const { app, helpPages, listener } = await compose(services)
  await services.jobs.start()
  const server = createServer(listener)
  return {
    services,
    request: async (path, init = {}) => {
      const headers = new Headers(init.headers)
      if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', baseUrl)
      return app.request(`${baseUrl}${path}`, { redirect: 'manual', ...init, headers })
    },
    signIn: (email, secondFactor) => signIn(services, email, secondFactor),
    baseUrl,
    listen: () =>
      new Promise((resolve) => {
        server.listen(port, '127.0.0.1', () => resolve())
      }),
    settled: () => helpPages.pageCache.settled(),
    close: async () => {
      await new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()))
      await services.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function signIn(services: Services, email: string, secondFactor: SecondFactor | undefined): Promise<string> {
  const link = new URL(await services.accounts.createSignInLink(email))
  const signedIn = await services.accounts.redeemLink(link.searchParams.get('token') ?? '')
  if (!signedIn) throw new Error(`${email} could not sign in`)
  if (secondFactor) {
    const { db } = services.database
    const person = db.selectFrom('accounts.person').select('id').where('email', '=', email)
    await db.updateTable('accounts.session').set({ second_factor: secondFactor }).where('person', '=', person).execute()
  }
  return signedIn.map((cookie) => cookie.split(';')[0]).join('; ')
}
