/** The call for a host: what it says, until when bids count. Pure. */
import type { PaperFile } from './file-rules.ts'

export interface Criterion {
  readonly weight: number
  /** By code of the language. */
  readonly names: Readonly<Record<string, string>>
}

export interface WebPaper {
  readonly title: string
  readonly url: string
}

export interface CallFacts {
  readonly opens: Temporal.Instant
  /** Bids count that came in until then. */
  readonly deadline: Temporal.Instant
  /** IANA name. */
  readonly zone: string
  /** Last day for scores, `YYYY-MM-DD`. */
  readonly scoresBy: string
  /** By code of the language. */
  readonly requirements: Readonly<Record<string, string>>
  readonly criteria: readonly Criterion[]
  readonly documents: readonly WebPaper[]
}

export interface HostCall extends CallFacts {
  readonly meeting: string
  /** Its documents that are files. */
  readonly files: readonly PaperFile[]
  readonly published: boolean
  readonly revision: number
}

export const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0

/** Whether scores that were given still say the same: weights may change, and a criterion may be said in one more language. */
export const asksSame = (before: readonly Criterion[], after: readonly Criterion[]): boolean =>
  before.length === after.length &&
  before.every(({ names }, at) => Object.entries(names).every(([code, name]) => after[at]?.names[code] === name))

/** `declined`: the runner-up cannot receive the others either. */
export type ChoiceState = 'chosen' | 'withdrawn' | 'offered' | 'declined' | 'reopened'

export type CallStage = 'draft' | 'announced' | 'open' | 'sealed'

export function stageOfCall(
  { published, opens, deadline }: Pick<HostCall, 'published' | 'opens' | 'deadline'>,
  now: Temporal.Instant,
): CallStage {
  if (!published) return 'draft'
  if (isAfter(opens, now)) return 'announced'
  return isAfter(now, deadline) ? 'sealed' : 'open'
}

/** A published call may give more time, as long as there is some left; where it was reopened, a new time. */
export function mayMoveDeadline(
  before: Pick<HostCall, 'published' | 'deadline'> | undefined,
  deadline: Temporal.Instant,
  { now, reopened }: { readonly now: Temporal.Instant; readonly reopened: boolean },
): boolean {
  if (!before?.published || before.deadline.equals(deadline)) return true
  if (reopened) return isAfter(deadline, now)
  return isAfter(deadline, before.deadline) && !isAfter(now, before.deadline)
}
