/** How far a town has come with its checklist: a list of what is missing, first things first; never a score. */
import { answerReviewDue, serviceReviewDue } from './answers.ts'
import type { Checklist, ServiceKind } from './kinds.ts'
import type { Clocks } from './review-clocks.ts'
import type { Answer, ServiceFacts } from './schema.ts'

const states = ['unanswered', 'needs-service', 'review-due', 'complete'] as const

/** needs-service: "available" or "partly", and nobody to turn to yet. */
export type KindState = {
  readonly kind: ServiceKind
  readonly answer?: Answer
  /** The town's own services of this kind. */
  readonly services: number
  readonly state: (typeof states)[number]
  /** ISO date: the first day on which the answer or a service of it should be confirmed. */
  readonly reviewDue?: string
}

type Drafted = {
  readonly answers: readonly { readonly answer: Answer }[]
  readonly services: readonly { readonly facts: ServiceFacts }[]
}

const earliest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.filter((date) => date !== undefined).sort()[0]

function stateOf(kind: ServiceKind, answer: Answer | undefined, services: number, served: boolean, due: boolean) {
  if (!answer) return 'unanswered'
  const promised = answer.status === 'available' || answer.status === 'partly'
  // A duty of the town is something it does, not somebody to call.
  if (promised && services === 0 && !served && !kind.duty) return 'needs-service'
  return due ? 'review-due' : 'complete'
}

/**
 * All kinds: must before should, and in each first those without an answer, then those without a service, then those to
 * look at again; complete ones last.
 *
 * @param clocks those of the town.
 * @param servedByOthers ids of kinds that a district, region or country offers to this town.
 */
export function missingFirst(
  checklist: Checklist,
  draft: Drafted,
  today: Temporal.PlainDate,
  clocks: Clocks,
  servedByOthers: ReadonlySet<string> = new Set(),
): KindState[] {
  const answers = new Map(draft.answers.map(({ answer }) => [answer.kind, answer]))
  const ofKind = Map.groupBy(
    draft.services.flatMap(({ facts }) => facts.kinds.map((kind) => ({ kind, facts }))),
    ({ kind }) => kind,
  )
  const found = checklist.kinds.map((kind): KindState => {
    const answer = answers.get(kind.id)
    const own = (ofKind.get(kind.id) ?? []).map(({ facts }) => facts)
    const reviewDue = earliest([
      answer && answerReviewDue(answer, clocks),
      ...own.map((facts) => serviceReviewDue(facts, clocks)),
    ])
    const unchecked = own.some((facts) => facts.checked === null)
    const due = unchecked || (reviewDue !== undefined && reviewDue <= today.toString())
    const state = stateOf(kind, answer, own.length, servedByOthers.has(kind.id), due)
    return { kind, services: own.length, state, ...(answer ? { answer } : {}), ...(reviewDue ? { reviewDue } : {}) }
  })
  const rank = ({ kind, state }: KindState): number =>
    (state === 'complete' ? 1000 : 0) +
    (kind.level === 'must' || state === 'complete' ? 0 : 100) +
    states.indexOf(state)
  return found.sort((a, b) => rank(a) - rank(b) || a.kind.number - b.kind.number)
}
