/** The whole application on a database of its own, with the demonstration network, as `npm start` composes it. */

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { loadDemonstration } from '../app/demonstration/index.ts'
import { type Clock, systemClock } from '../app/platform/clock.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { testDatabase } from './database.ts'
import { freePort } from './free-port.ts'

export interface TestApp {
  readonly services: Services
  /** A request as from a browser on the same site. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Address of the application, without a trailing slash; a browser reaches it after `listen`. */
  readonly baseUrl: string
  listen(): Promise<void>
  /** Resolves when no page is being compressed any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

export async function testApp(options: { clock?: Clock } = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'safe-towns-app-'))
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const config = readConfig({ DATA_DIR: dataDir, BASE_URL: baseUrl, LOG_LEVEL: 'silent', SECRET: 'x7'.repeat(24) })
  const clock = options.clock ?? systemClock
  const services = await startServices(config, silentLog, { clock, database: await testDatabase() })
  await loadDemonstration(services)
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
