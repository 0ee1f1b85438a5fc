/** What an earlier state would do to the draft of today. It never says more of a place than today's draft does. */

import type { Said } from './changes.ts'
import { withoutPlace } from './confidential.ts'
import { same } from './same.ts'
import type { Answer, LocalText, ServiceFacts, SnapshotDocument } from './schema.ts'

/** What is wanted of a version: all of it, or one thing. */
export type RestorePart =
  | { readonly type: 'all' }
  | { readonly type: 'answer'; readonly id: string }
  | { readonly type: 'service'; readonly id: string }

/** What the draft is to say; what is not named stays. */
export interface Wanted {
  readonly introduction: LocalText | undefined
  readonly answers: readonly Answer[]
  /** Null: not in the draft any more. */
  readonly services: readonly { readonly id: string; readonly facts: ServiceFacts | null }[]
}

/** What stands today. */
export interface Standing {
  readonly introduction: LocalText
  readonly answers: ReadonlyMap<string, Answer>
  readonly services: ReadonlyMap<string, ServiceFacts>
  /** Services that were taken out of the draft, as they were then. */
  readonly removed: ReadonlyMap<string, ServiceFacts>
  /** Services that another authority looks after now. */
  readonly elsewhere: ReadonlySet<string>
  /** Services of which an address stands anywhere: drafts, versions, history. */
  readonly addressed: ReadonlySet<string>
}

type Both<T> = { readonly before: T | null; readonly after: T | null }
export type DraftChange =
  | ({ readonly thing: 'introduction'; readonly id: '' } & Both<LocalText>)
  | ({ readonly thing: 'answer'; readonly id: string } & Both<Answer>)
  | ({ readonly thing: 'service'; readonly id: string } & Both<ServiceFacts>)

/**
 * A service that stays as it is. `place`: it was confidential then and has an address now. Making it confidential takes
 * the address out of every version for ever; that is asked for in its own form, never on the way.
 */
export interface LeftAlone {
  readonly id: string
  readonly reason: 'place' | 'elsewhere'
}

export interface RestorePlan {
  readonly changes: readonly DraftChange[]
  readonly left: readonly LeftAlone[]
}

const factsOf = ({ id: _, ...facts }: SnapshotDocument['services'][number]): ServiceFacts => facts

/**
 * Undefined where the version does not hold it. A whole version takes out the services that came later; answers that
 * came later stay: a town that has spoken about a kind does not fall silent again.
 *
 * @param drafted ids of the services in the draft.
 */
export function wantedOf(document: Said, part: RestorePart, drafted: Iterable<string>): Wanted | undefined {
  const nothing: Wanted = { introduction: undefined, answers: [], services: [] }
  if (part.type === 'answer') {
    const found = document.answers.find(({ kind }) => kind === part.id)
    return found && { ...nothing, answers: [found] }
  }
  const services = document.services.map((one) => ({ id: one.id, facts: factsOf(one) }))
  if (part.type === 'service') {
    const found = services.find(({ id }) => id === part.id)
    return found && { ...nothing, services: [found] }
  }
  const later = [...drafted].filter((id) => !services.some((one) => one.id === id))
  return {
    introduction: document.introduction,
    answers: document.answers,
    services: [...services, ...later.map((id) => ({ id, facts: null }))],
  }
}

/** What stood in the draft before these changes. */
export function wantedBefore(changes: readonly DraftChange[]): Wanted {
  const introduction = changes.find((one) => one.thing === 'introduction')
  return {
    introduction: introduction && (introduction.before ?? {}),
    answers: changes.flatMap((one) => (one.thing === 'answer' && one.before ? [one.before] : [])),
    services: changes.flatMap((one) => (one.thing === 'service' ? [{ id: one.id, facts: one.before }] : [])),
  }
}

function serviceChange(
  { id, facts }: Wanted['services'][number],
  standing: Standing,
): DraftChange | LeftAlone | undefined {
  if (standing.elsewhere.has(id)) return { id, reason: 'elsewhere' }
  const before = standing.services.get(id) ?? null
  if (facts === null) return before ? { thing: 'service', id, before, after: null } : undefined
  const hidden = facts.place.type === 'confidential'
  if (hidden && standing.addressed.has(id)) return { id, reason: 'place' }
  const last = before ?? standing.removed.get(id)
  // Street-like words are looked for with the rules of today.
  const after = hidden || last?.place.type === 'confidential' ? withoutPlace(facts) : facts
  return same(before, after) ? undefined : { thing: 'service', id, before, after }
}

/** In the order of the page. Empty `changes`: the draft says it already. */
export function planRestore(wanted: Wanted, standing: Standing): RestorePlan {
  const { introduction } = wanted
  const services = wanted.services.flatMap((one) => serviceChange(one, standing) ?? [])
  return {
    changes: [
      ...(introduction === undefined || same(standing.introduction, introduction)
        ? []
        : [{ thing: 'introduction', id: '', before: standing.introduction, after: introduction } as const]),
      ...wanted.answers.flatMap((after): DraftChange[] => {
        const before = standing.answers.get(after.kind) ?? null
        return same(before, after) ? [] : [{ thing: 'answer', id: after.kind, before, after }]
      }),
      ...services.filter((one) => 'thing' in one),
    ],
    left: services.filter((one) => 'reason' in one),
  }
}
