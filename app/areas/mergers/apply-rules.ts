/** What the decisions of a plan lead to, and what stands in their way. */
import type { CodeRef, PlanItem } from './plan-rules.ts'

export type Decision =
  /** It is part of the authority with this code now. */
  | { readonly do: 'merge'; readonly into: CodeRef }
  /** It is the same authority, under this code of the new list. */
  | { readonly do: 'recode'; readonly to: CodeRef }
  /** It is no more: these have taken its place, at least two. */
  | { readonly do: 'split'; readonly parts: readonly CodeRef[] }
  | { readonly do: 'add' | 'rename' }
  /** It was a part of these, which go on. */
  | { readonly do: 'part'; readonly of: readonly CodeRef[] }
  /** Nothing is done about it. */
  | { readonly do: 'aside' }

export interface DecidedItem {
  readonly number: number
  readonly item: PlanItem
  /** Null: nobody has decided. */
  readonly decision: Decision | null
  readonly applied: boolean
}

export const decisionFaults = ['unknown', 'itself', 'goes-too', 'set-aside', 'not-new', 'twice', 'few'] as const
/**
 * `unknown`: no active authority and no row of the list has the code. `itself`: it is its own. `goes-too`: whoever has it
 * is merged, split or gets another code by this very plan. `set-aside`: the row of the list is not taken over. `not-new`:
 * the code is somebody else's already. `twice`: two get the same code. `few`: what is split has fewer than two parts.
 */
export type DecisionFault = (typeof decisionFaults)[number]

export interface Outcome {
  readonly mergers: readonly { readonly number: number; readonly authority: string; readonly into: CodeRef }[]
  readonly recodings: readonly { readonly number: number; readonly authority: string; readonly to: CodeRef }[]
  /** What is no more, and what has taken its place. */
  readonly splits: readonly {
    readonly number: number
    readonly authority: string
    readonly parts: readonly CodeRef[]
  }[]
  /** What goes on, and the new one that was a part of it. */
  readonly partings: readonly { readonly number: number; readonly authority: string; readonly part: CodeRef }[]
  /** Numbers of items whose row of the list is taken over: new authorities and new names. */
  readonly rows: readonly number[]
  /** Numbers of everything that is settled by this: also rows that became the new code of a known authority. */
  readonly settled: readonly number[]
  readonly faults: readonly { readonly number: number; readonly fault: DecisionFault }[]
}

const keyOf = ({ scheme, code }: CodeRef) => `${scheme}:${code}`
const codeOf = ({ scheme, code }: CodeRef): CodeRef => ({ scheme, code })

/** Which decisions a kind of item can have. */
export const decisionsFor = {
  gone: ['merge', 'split', 'recode', 'aside'],
  added: ['add', 'part', 'aside'],
  renamed: ['rename', 'aside'],
} as const satisfies Record<PlanItem['kind'], readonly Decision['do'][]>

/**
 * Of everything that is decided and not yet applied.
 *
 * @param active codes of active authorities, as `SCHEME:code`, with the id of whoever has them.
 */
export function outcomeOf(items: readonly DecidedItem[], active: ReadonlyMap<string, string>): Outcome {
  const due = items.filter(({ applied, decision }) => !applied && decision !== null)
  const decided = decisionsIn(due)
  const { merges, splits, recodes, parts } = decided
  const recodedTo = new Set(recodes.map(({ to }) => keyOf(to)))
  const scene = sceneOf(items, decided, active)
  const faults = [
    ...merges.flatMap(({ number, item, into }) => faultAt(number, targetFault(scene, item.authority, into))),
    ...splits.flatMap(({ number, item, into }) => faultAt(number, splitFault(scene, item.authority, into))),
    ...recodes.flatMap(({ number, to }) => faultAt(number, recodingFault(scene, to, recodes))),
    ...parts.flatMap(({ number, item, of }) => faultAt(number, partFault(scene, item, of))),
  ]
  const open = items.filter(({ applied }) => !applied)
  const consumed = open.filter(({ item }) => item.kind === 'added' && recodedTo.has(keyOf(item)))
  const taken = due.filter(
    ({ decision, item }) => decision?.do === 'rename' || (isTaken(decision) && !recodedTo.has(keyOf(item))),
  )
  return {
    mergers: merges.map(({ number, item, into }) => ({ number, authority: item.authority, into })),
    splits: splits.map(({ number, item, into }) => ({ number, authority: item.authority, parts: distinct(into) })),
    recodings: recodes.map(({ number, item, to }) => ({ number, authority: item.authority, to })),
    partings: parts.flatMap(({ number, item, of }) =>
      distinct(of).flatMap((ref) => {
        const authority = active.get(keyOf(ref))
        return authority === undefined ? [] : [{ number, authority, part: { scheme: item.scheme, code: item.code } }]
      }),
    ),
    rows: taken.map(({ number }) => number),
    settled: [...new Set([...due, ...consumed].map(({ number }) => number))].toSorted((a, b) => a - b),
    faults,
  }
}

/** Each code once, in the order given. */
const distinct = (refs: readonly CodeRef[]): CodeRef[] => [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()]

/** The row of the list becomes an authority. */
const isTaken = (decision: Decision | null): boolean => decision?.do === 'add' || decision?.do === 'part'

function decisionsIn(due: readonly DecidedItem[]) {
  const gone = due.flatMap(({ number, item, decision }) =>
    item.kind === 'gone' && decision ? [{ number, item, decision }] : [],
  )
  return {
    merges: gone.flatMap(({ decision, ...one }) => (decision.do === 'merge' ? [{ ...one, into: decision.into }] : [])),
    splits: gone.flatMap(({ decision, ...one }) => (decision.do === 'split' ? [{ ...one, into: decision.parts }] : [])),
    recodes: gone.flatMap(({ decision, ...one }) => (decision.do === 'recode' ? [{ ...one, to: decision.to }] : [])),
    parts: due.flatMap(({ number, item, decision }) =>
      item.kind === 'added' && decision?.do === 'part' ? [{ number, item, of: decision.of }] : [],
    ),
  }
}

interface Scene {
  readonly active: ReadonlyMap<string, string>
  /** Codes that known authorities get. */
  readonly recodedTo: ReadonlySet<string>
  /** Ids of those that do not stay under their code. */
  readonly leaving: ReadonlySet<string>
  readonly rowOf: (key: string) => DecidedItem | undefined
}

function sceneOf(
  items: readonly DecidedItem[],
  { merges, splits, recodes }: ReturnType<typeof decisionsIn>,
  active: ReadonlyMap<string, string>,
): Scene {
  const open = items.filter(({ applied }) => !applied)
  return {
    active,
    recodedTo: new Set(recodes.map(({ to }) => keyOf(to))),
    leaving: new Set([...merges, ...splits, ...recodes].map(({ item }) => item.authority)),
    rowOf: (key) => open.find(({ item }) => item.kind === 'added' && keyOf(item) === key),
  }
}

/** Whether somebody can become this one, or a part of it. */
function targetFault({ active, recodedTo, leaving, rowOf }: Scene, from: string, ref: CodeRef) {
  const key = keyOf(ref)
  const holder = active.get(key)
  if (holder === from) return 'itself'
  if (holder !== undefined) return leaving.has(holder) ? 'goes-too' : undefined
  const row = rowOf(key)
  if (!row) return 'unknown'
  return recodedTo.has(key) || isTaken(row.decision) ? undefined : 'set-aside'
}

function splitFault(scene: Scene, from: string, parts: readonly CodeRef[]): DecisionFault | undefined {
  const refs = distinct(parts)
  if (refs.length < 2) return 'few'
  return refs.flatMap((ref) => targetFault(scene, from, ref) ?? [])[0]
}

/** Of a new one that was a part of others: they stay, and the row is nobody else's new code. */
function partFault(
  { active, leaving, recodedTo }: Scene,
  item: CodeRef,
  of: readonly CodeRef[],
): DecisionFault | undefined {
  if (recodedTo.has(keyOf(item))) return 'not-new'
  const holders = of.map((ref) => active.get(keyOf(ref)))
  if (of.length === 0 || holders.includes(undefined)) return 'unknown'
  return holders.some((holder) => holder !== undefined && leaving.has(holder)) ? 'goes-too' : undefined
}

const faultAt = (number: number, fault: DecisionFault | undefined) => (fault ? [{ number, fault }] : [])

function recodingFault(
  { active, rowOf }: Scene,
  to: CodeRef,
  recodes: readonly { readonly to: CodeRef }[],
): DecisionFault | undefined {
  if (active.has(keyOf(to))) return 'not-new'
  if (!rowOf(keyOf(to))) return 'unknown'
  return recodes.filter((other) => keyOf(other.to) === keyOf(to)).length > 1 ? 'twice' : undefined
}

/** The decision that takes a proposal as it is; null where there is none. */
export function accepting(item: PlanItem): Decision | null {
  if (item.kind === 'added') return item.left.length > 0 ? { do: 'part', of: item.left.map(codeOf) } : { do: 'add' }
  if (item.kind === 'renamed') return { do: 'rename' }
  if (item.split.length > 0) return { do: 'split', parts: item.split.map(codeOf) }
  const { proposal } = item
  if (!proposal) return null
  const { scheme, code } = proposal.into
  return proposal.how === 'merged' ? { do: 'merge', into: { scheme, code } } : { do: 'recode', to: { scheme, code } }
}

/** What the list itself says: may be agreed to all at once. Guesses may not. */
export function isCertain(item: PlanItem): boolean {
  if (item.kind === 'gone') return item.proposal?.certain === true || item.split.length > 0
  return item.kind === 'renamed' || item.left.length > 0
}

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
