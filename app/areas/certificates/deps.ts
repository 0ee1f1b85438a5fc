import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Signer } from '../../platform/signing/signing-keys.ts'
import type { KeptPapers, SiteDeps } from '../help-pages/index.ts'
import type { LaterStage } from './stage-rules.ts'

/** The key in use, and since when there has been one. */
export interface KeyInUse extends Signer {
  readonly createdAt: Temporal.Instant
}

/** When an authority reached a stage, `YYYY-MM-DD`; undefined: not yet. */
export type StageProvider = (
  db: Db | ReadDb,
  authority: { readonly id: string; readonly timeZone: string },
) => Promise<string | undefined>

export interface CertificatesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read' | 'db'>
  readonly clock: Clock
  readonly pageCache: PageCache
  /** Makes no more documents at once than those of help pages. */
  readonly papers: KeptPapers
  /** It signs what the history says, so that whoever changes the database finds no signature; a stage says that it is none of it. */
  readonly keyInUse: () => Promise<KeyInUse>
  readonly stages: Readonly<Record<LaterStage, StageProvider>>
  /** The Congress of the Council of Europe has authorised this register: without it each certificate says that it is not official. */
  readonly authorised: boolean
  /** Who runs this instance: certificates are issued in their name. */
  readonly operator: string
}
