/** What the decisions of a plan lead to, and what stands in their way. */
import type { CodeRef, PlanItem } from './plan-rules.ts'

export type Decision =
  /** It is part of the authority with this code now. */
  | { readonly do: 'merge'; readonly into: CodeRef }
  /** It is the same authority, under this code of the new list. */
  | { readonly do: 'recode'; readonly to: CodeRef }
  | { readonly do: 'add' | 'rename' }
  /** Nothing is done about it. */
  | { readonly do: 'aside' }

export interface DecidedItem {
  readonly number: number
  readonly item: PlanItem
  /** Null: nobody has decided. */
  readonly decision: Decision | null
  readonly applied: boolean
}

export const decisionFaults = ['unknown', 'itself', 'goes-too', 'set-aside', 'not-new', 'twice'] as const
/**
 * `unknown`: no active authority and no row of the list has the code. `itself`: it is its own. `goes-too`: whoever has it
 * is merged or gets another code by this very plan. `set-aside`: the row of the list is not taken over. `not-new`: the
 * code is somebody else's already. `twice`: two get the same code.
 */
export type DecisionFault = (typeof decisionFaults)[number]

export interface Outcome {
  readonly mergers: readonly { readonly number: number; readonly authority: string; readonly into: CodeRef }[]
  readonly recodings: readonly { readonly number: number; readonly authority: string; readonly to: CodeRef }[]
  /** Numbers of items whose row of the list is taken over: new authorities and new names. */
  readonly rows: readonly number[]
  /** Numbers of everything that is settled by this: also rows that became the new code of a known authority. */
  readonly settled: readonly number[]
  readonly faults: readonly { readonly number: number; readonly fault: DecisionFault }[]
}

const keyOf = ({ scheme, code }: CodeRef) => `${scheme}:${code}`

/** Which decisions a kind of item can have. */
export const decisionsFor = {
  gone: ['merge', 'recode', 'aside'],
  added: ['add', 'aside'],
  renamed: ['rename', 'aside'],
} as const satisfies Record<PlanItem['kind'], readonly Decision['do'][]>

/**
 * Of everything that is decided and not yet applied.
 *
 * @param active codes of active authorities, as `SCHEME:code`, with the id of whoever has them.
 */
export function outcomeOf(items: readonly DecidedItem[], active: ReadonlyMap<string, string>): Outcome {
  const due = items.filter(({ applied, decision }) => !applied && decision !== null)
  const merges = due.flatMap(({ number, item, decision }) =>
    item.kind === 'gone' && decision?.do === 'merge' ? [{ number, item, into: decision.into }] : [],
  )
  const recodes = due.flatMap(({ number, item, decision }) =>
    item.kind === 'gone' && decision?.do === 'recode' ? [{ number, item, to: decision.to }] : [],
  )
  const recodedTo = new Set(recodes.map(({ to }) => keyOf(to)))
  const open = items.filter(({ applied }) => !applied)
  const rowOf = (key: string) => open.find(({ item }) => item.kind === 'added' && keyOf(item) === key)
  const leaving = new Set([...merges, ...recodes].map(({ item }) => item.authority))
  const targetFault = (from: string, ref: CodeRef): DecisionFault | undefined => {
    const key = keyOf(ref)
    const holder = active.get(key)
    if (holder === from) return 'itself'
    if (holder !== undefined) return leaving.has(holder) ? 'goes-too' : undefined
    const row = rowOf(key)
    if (!row) return 'unknown'
    return recodedTo.has(key) || row.decision?.do === 'add' ? undefined : 'set-aside'
  }
  const faults = [
    ...merges.flatMap(({ number, item, into }) => faultAt(number, targetFault(item.authority, into))),
    ...recodes.flatMap(({ number, to }) => faultAt(number, recodingFault(to, recodes, active, rowOf(keyOf(to))))),
  ]
  const consumed = open.filter(({ item }) => item.kind === 'added' && recodedTo.has(keyOf(item)))
  const taken = due.filter(
    ({ decision, item }) => decision?.do === 'rename' || (decision?.do === 'add' && !recodedTo.has(keyOf(item))),
  )
  return {
    mergers: merges.map(({ number, item, into }) => ({ number, authority: item.authority, into })),
    recodings: recodes.map(({ number, item, to }) => ({ number, authority: item.authority, to })),
    rows: taken.map(({ number }) => number),
    settled: [...new Set([...due, ...consumed].map(({ number }) => number))].toSorted((a, b) => a - b),
    faults,
  }
}

const faultAt = (number: number, fault: DecisionFault | undefined) => (fault ? [{ number, fault }] : [])

function recodingFault(
  to: CodeRef,
  recodes: readonly { readonly to: CodeRef }[],
  active: ReadonlyMap<string, string>,
  row: DecidedItem | undefined,
): DecisionFault | undefined {
  if (active.has(keyOf(to))) return 'not-new'
  if (!row) return 'unknown'
  return recodes.filter((other) => keyOf(other.to) === keyOf(to)).length > 1 ? 'twice' : undefined
}

/** The decision that takes a proposal as it is; null where there is none. */
export function accepting(item: PlanItem): Decision | null {
  if (item.kind === 'added') return { do: 'add' }
  if (item.kind === 'renamed') return { do: 'rename' }
  const { proposal } = item
  if (!proposal) return null
  const { scheme, code } = proposal.into
  return proposal.how === 'merged' ? { do: 'merge', into: { scheme, code } } : { do: 'recode', to: { scheme, code } }
}

/** What the list itself says: may be agreed to all at once. Guesses may not. */
export const isCertain = (item: PlanItem): boolean =>
  item.kind === 'gone' ? item.proposal?.certain === true : item.kind === 'renamed'

/** Rows of the list that become the new code of a known authority by a decision: by code, the name of that authority. */
export function claimedCodes(items: readonly DecidedItem[]): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ item, decision }) =>
      decision?.do === 'recode' ? [[keyOf(decision.to), item.name] as const] : [],
    ),
  )
}

/** What a person still has to decide about. */
export function undecided<Item extends DecidedItem>(items: readonly Item[]): Item[] {
  const claimed = claimedCodes(items)
  return items.filter(({ item, decision }) => decision === null && !(item.kind === 'added' && claimed.has(keyOf(item))))
}
