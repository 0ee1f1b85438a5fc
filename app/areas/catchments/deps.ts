import type { Db } from '../../platform/db/tables.ts'
import type { ImportDeps } from '../authorities/index.ts'

export interface KeepingAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** A fictional one has fictional areas alone. */
  readonly demonstration: boolean
}

/** What the pages need; the composition root gives it. */
export interface CatchmentOfficeDeps extends ImportDeps {
  readAssociation(db: Db, id: string): Promise<KeepingAssociation | undefined>
  /** One form of a text that all its spellings share. */
  fold(text: string): string
}
