import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Helplines } from '../helplines/index.ts'
import type { Completeness } from './completeness-data.ts'
import type { Checklist } from './kinds.ts'

/** What the use cases of this area work with. */
export type ChecklistDeps = {
  readonly database: Database
  readonly clock: Clock
  readonly checklist: Checklist
  /** What services of its kinds must and should say. */
  readonly completeness: Completeness
  readonly helplines: Helplines
  readonly languages: Languages
  /** Has everybody told of the protected contacts that a version has changed; called after its transaction. */
  readonly tellContactChanges: () => Promise<void>
}
