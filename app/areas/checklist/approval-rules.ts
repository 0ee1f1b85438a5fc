/** Two pairs of eyes: what may become of a request to publish, and by whom. */

export const approvalStates = ['asked', 'approved', 'sent-back', 'withdrawn'] as const
export type ApprovalState = (typeof approvalStates)[number]
export type ClosedState = Exclude<ApprovalState, 'asked'>
export type Decision = 'approve' | 'send-back' | 'withdraw'

export interface OpenRequest {
  readonly state: ApprovalState
  /** Id of the person. */
  readonly askedBy: string
}

/** Who decides. */
export interface Decider {
  readonly id: string
  readonly approver: boolean
}

/** What a decision is made on. */
export interface Grounds {
  /** Id of the person who edited the draft last; null where a command did. */
  readonly lastEditor: string | null
  /** Hash of the draft that the page showed. */
  readonly seen: string
  /** Hash of the draft as it is. */
  readonly draft: string
}

/**
 * `own-edit`: whoever changed the draft last is the first pair of eyes, too. `draft-changed`: what would be published is
 * not what was shown.
 */
export type DecisionRefusal = 'closed' | 'not-approver' | 'not-asker' | 'own-request' | 'own-edit' | 'draft-changed'

/** Why this person cannot approve, whatever the page showed; undefined when they can. */
export function approvalRefusal(
  request: OpenRequest,
  by: Decider,
  lastEditor: string | null,
): DecisionRefusal | undefined {
  if (request.state !== 'asked') return 'closed'
  if (request.askedBy === by.id) return 'own-request'
  if (!by.approver) return 'not-approver'
  return lastEditor === by.id ? 'own-edit' : undefined
}

/** The state that a decision leads to, or why it does not count. */
export function decide(
  request: OpenRequest,
  decision: Decision,
  by: Decider,
  grounds: Grounds,
): { readonly state: ClosedState } | { readonly refused: DecisionRefusal } {
  const refusal = approvalRefusal(request, by, grounds.lastEditor)
  if (decision === 'withdraw') {
    if (refusal === 'closed') return { refused: 'closed' }
    return request.askedBy === by.id ? { state: 'withdrawn' } : { refused: 'not-asker' }
  }
  // Sending back publishes nothing: whoever edited last may do it.
  if (refusal && !(decision === 'send-back' && refusal === 'own-edit')) return { refused: refusal }
  if (decision === 'send-back') return { state: 'sent-back' }
  return grounds.seen === grounds.draft ? { state: 'approved' } : { refused: 'draft-changed' }
}

/** The end of the second working day after: long enough to be read, short enough for families. */
export function approvalDue(asked: Temporal.PlainDate): Temporal.PlainDate {
  let [day, working] = [asked, 0]
  while (working < 2) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5) working += 1
  }
  return day
}

/** Whether an office can ask for a second person at all: somebody alone could never publish again. */
export function canRequireSecond(people: readonly Decider[]): boolean {
  return people.length > 1 && people.some(({ approver }) => approver)
}
