/** How a use case of the office can end. */
import type { FactFault } from './faults.ts'

export type Saved = { readonly outcome: 'saved'; readonly revision: number }
/** Somebody else saved first: `current` is what stands there now; undefined where it is gone. */
export type Conflict<T> = { readonly outcome: 'conflict'; readonly current: T | undefined }
export type Refused = { readonly outcome: 'refused'; readonly faults: readonly FactFault[] }
