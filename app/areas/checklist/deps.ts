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

/** Where a list says who confirms a service. */
export interface SaidConfirmer {
  readonly email: string
  /** Code; null: that of the town. */
  readonly language: string | null
}

/** What has become of it: written down, there already, or the office has written down somebody else. */
export type ConfirmerFate = 'kept' | 'same' | 'stays'

/** Whoever keeps where providers are asked. */
export interface Confirmers {
  /** What is wrong with it, by the rules of the page on which the office writes it down. */
  readonly faults: (said: SaidConfirmer) => readonly (keyof SaidConfirmer)[]
  /**
   * Writes down those of services of which nobody is written down yet; in the transaction of the import.
   *
   * @param dryRun nothing is written, and services that would be added have no id.
   * @returns the fate of each, in the same order.
   */
  readonly fill: (
    tx: Db,
    act: Act,
    authority: string,
    said: readonly (SaidConfirmer & { readonly service: string | undefined })[],
    dryRun: boolean,
  ) => Promise<readonly ConfirmerFate[]>
}

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

/** What taking in lists works with. */
export type ImportDeps = ChecklistDeps & { readonly confirmers: Confirmers }
