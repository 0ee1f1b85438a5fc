import type { Act } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Helplines } from '../helplines/index.ts'
import type { Completeness } from './completeness-data.ts'
import type { Checklist } from './kinds.ts'

/**
 * A place has become confidential: whatever else these authorities have written must not say where it is. Called in the
 * transaction that hides it.
 */
export type PlaceHidden = (
  tx: Db,
  act: Act,
  authorities: readonly string[],
  saysWhere: (text: string) => boolean,
) => Promise<void>

/** What the use cases of this area work with. */
export type ChecklistDeps = {
  readonly database: Database
  readonly clock: Clock
  readonly checklist: Checklist
  /** What services of its kinds must and should say. */
  readonly completeness: Completeness
  readonly helplines: Helplines
  readonly languages: Languages
  readonly placeHidden: PlaceHidden
  /** Has everybody told of the protected contacts that a version has changed; called after its transaction. */
  readonly tellContactChanges: () => Promise<void>
}
