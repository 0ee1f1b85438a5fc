import type { Config } from '../../config.ts'
import type { Database } from './database.ts'

/** Opens the database the configuration asks for; the driver of the other kind is not even loaded. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databaseReaderUrl' | 'databaseIntakeUrl' | 'dataDir'>,
): Promise<Database> {
  if (config.databaseUrl) {
    const { openServer } = await import('./server.ts')
    const { databaseUrl, databaseReaderUrl, databaseIntakeUrl } = config
    return openServer({ application: databaseUrl, reader: databaseReaderUrl, intake: databaseIntakeUrl })
  }
  const { openEmbedded } = await import('./embedded.ts')
  return openEmbedded(config.dataDir)
}
