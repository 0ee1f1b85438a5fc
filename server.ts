/** `npm start`: configuration → database → services → application → listening. */
import { createServer } from 'node:http'
import module from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { type Composition, compose } from './app/compose.ts'
import { readConfig } from './app/config.ts'
import { isEmpty, loadDemonstration, loadFirstDay, loadFirstFiles, loadFirstWeek } from './app/demonstration/index.ts'
import { createLog } from './app/platform/log.ts'
import { canSign, otherSecret } from './app/platform/signing/signing-keys.ts'
import { questionsDepsOf } from './app/questions-deps.ts'
import { type Services, startServices } from './app/services.ts'
import { announce, announceDemonstration, explainAndExit } from './app/startup.ts'

const graceMilliseconds = 10_000
/** The first page comes first: starting the queue takes as long as drawing it. */
const quietMilliseconds = 500

async function main(): Promise<void> {
  const config = readConfig()
  const log = createLog(config.logLevel)
  for (const warning of config.warnings) log.warn(warning)
  const services = await startServices(config, log)
  if (!config.production && (await isEmpty(services.database.db))) await loadDemonstration(services)
  const { listener, prepare } = await compose(services)
  const limits = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 }
  const server = createServer(limits, listener)
  server.listen(config.port, config.host, () => void afterListening(services, prepare, () => stopping))
  server.on('error', (error) => explainAndExit(error, services))
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    log.info('stopping')
    server.close(() => void services.close().then(() => process.exit(0)))
    setTimeout(() => process.exit(1), graceMilliseconds).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** What the first page need not wait for. */
async function afterListening(
  services: Services,
  prepare: Composition['prepare'],
  stopping: () => boolean,
): Promise<void> {
  const { config, database, log } = services
  try {
    announce(services)
    if (config.production && !(await canSign(database.db, { config }))) log.error(otherSecret)
    await wait(quietMilliseconds)
    if (stopping()) return
    await announceDemonstration(services)
    await services.jobs.start()
    if (config.worker) await services.work()
    if (!config.production) {
      await loadFirstDay(services)
      await loadFirstFiles(services)
      await loadFirstWeek({ ...services, questions: questionsDepsOf(services) })
    }
    module.flushCompileCache()
  } catch (error) {
    log.error({ err: error }, 'jobs could not be started')
  }
  await prepare(stopping).catch((error: unknown) => {
    if (!stopping()) log.error({ err: error }, 'not everything could be prepared')
  })
}

main().catch((error) => explainAndExit(error))
