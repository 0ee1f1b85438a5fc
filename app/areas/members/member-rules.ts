/** Lists of members: what a line says, and what becomes of it. */

/** One line of a list: an official code, a name, or a text that may be either. */
export interface Entry {
  /** Of the file or of what was typed, from 1. */
  readonly line: number
  readonly code: string | null
  readonly name: string | null
}

/** What a list does: makes members, or ends memberships. */
export const listActs = ['add', 'end'] as const
export type ListAct = (typeof listActs)[number]

/**
 * What a line speaks of: an authority that would change sides, one that stays where it is (a member already, or no member
 * of which a membership could end), several authorities, or none.
 */
export const lineStates = ['moves', 'stays', 'ambiguous', 'unknown'] as const
export type LineState = (typeof lineStates)[number]

/** The largest country has 35,000 towns. */
export const mostEntries = 150_000
const longestText = 200

/** What was typed, a line for each authority. Empty lines are passed over. */
export function entriesOf(text: string): Entry[] {
  return text.split('\n').flatMap((typed, index) => {
    const said = typed.trim().slice(0, longestText)
    return said === '' ? [] : [{ line: index + 1, code: said, name: said }]
  })
}

/** `INSEE:01004` is the code of one scheme; a code alone is looked for in all. */
export function codeParts(text: string): { readonly scheme: string | null; readonly code: string } {
  const parts = /^([A-Za-z][A-Za-z0-9_-]{0,19}):(\S{1,40})$/.exec(text)
  return parts ? { scheme: (parts[1] ?? '').toUpperCase(), code: parts[2] ?? '' } : { scheme: null, code: text }
}

/** As somebody wrote it. */
export const saidIn = ({ code, name }: Pick<Entry, 'code' | 'name'>): string => name ?? code ?? ''

export interface Member {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** An official code of it. */
  readonly code: string | null
  /** The nearest area it belongs to, to tell namesakes apart. */
  readonly area: string | null
}

/** A list of lines, all towns of an area, or (without both) all towns of the country. */
export interface Wanted {
  readonly act: ListAct
  readonly entries: readonly Entry[] | null
  readonly area: string | null
}

export interface MemberList extends Wanted {
  readonly id: string
}

/** Shown of each state. */
const mostShown = 100

export interface StateCount {
  readonly state: LineState
  readonly lines: number
  /** How many authorities these lines mean, each once. */
  readonly authorities: number
  /** The first of them; `ids` are the authorities that it may mean. */
  readonly first: readonly { readonly line: number; readonly ids: readonly string[] }[]
}

/** How many lines are in which state; states without lines are left out. */
export function countStates(
  targets: readonly { readonly line: number; readonly ids: readonly string[]; readonly state: LineState }[],
): StateCount[] {
  return [...Map.groupBy(targets, ({ state }) => state)].map(([state, all]) => ({
    state,
    lines: all.length,
    authorities: new Set(all.flatMap(({ ids }) => (ids.length === 1 ? ids : []))).size,
    first: all.slice(0, mostShown).map(({ line, ids }) => ({ line, ids })),
  }))
}

/** The authorities that change sides, each once. */
export const movingIn = (
  targets: readonly { readonly ids: readonly string[]; readonly state: LineState }[],
): string[] => [...new Set(targets.flatMap(({ state, ids }) => (state === 'moves' ? ids : [])))]
