import type { Config } from '../../config.ts'
import type { Database } from './database.ts'

/** Opens the database the configuration asks for; the driver of the other kind is not even loaded. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databaseReaderUrl' | 'dataDir'>,
): Promise<Database> {
  if (config.databaseUrl) {
    const { openServer } = await import('./server.ts')
    return openServer(config.databaseUrl, config.databaseReaderUrl)
  }
  const { openEmbedded } = await import('./embedded.ts')
  return openEmbedded(config.dataDir)
}
