/** `npx safe-towns worker`: works on jobs, serves no pages. */
import { readConfig } from './app/config.ts'
import { followChanges } from './app/platform/db/change-feed.ts'
import { forgetNamed } from './app/platform/db/town-memory.ts'
import { createLog } from './app/platform/log.ts'
import { startServices } from './app/services.ts'
import { explainAndExit } from './app/startup.ts'

async function main(): Promise<void> {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const services = await startServices(config, log)
  await followChanges(services.database, (names) => forgetNamed(services.database, names))
  await services.jobs.start()
  await services.work()
  log.info('working')
  const stop = (): void => void services.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error) => explainAndExit(error))
