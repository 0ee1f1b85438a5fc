import type { Config } from '../../config.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Checklist } from '../checklist/index.ts'

/** A town as it calls itself. */
export interface ErasingTown {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
}

export interface ErasureDeps {
  readonly database: Database
  readonly checklist: Checklist
  readonly config: Pick<Config, 'dataDir'>
  /** The tables of the queue must be there: mails that wait may name the person. */
  readyToNotify(): Promise<void>
  readTown(db: Db, id: string): Promise<ErasingTown | undefined>
}
