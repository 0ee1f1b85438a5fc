/** What a list of members would change, ready to be shown. */
import type { MemberAssociation, MembersDeps } from './deps.ts'
import { countStates, type LineState, type Member, type MemberList, saidIn } from './member-rules.ts'
import { describeAuthorities } from './member-store.ts'
import { findTargets } from './target-store.ts'

export interface ShownLine {
  readonly line: number
  /** As somebody wrote it. */
  readonly said: string
  /** Whom it may mean. */
  readonly authorities: readonly Member[]
}

export interface ShownState {
  readonly lines: number
  /** How many authorities these lines mean, each once. */
  readonly authorities: number
  readonly first: readonly ShownLine[]
}

export type ShownList = Readonly<Record<LineState, ShownState>>

const nothing: ShownState = { lines: 0, authorities: 0, first: [] }

/** Of what moves and of what stays only counts matter; lines that say too much or too little are shown one by one. */
const oneByOne: readonly LineState[] = ['ambiguous', 'unknown']

export async function presentList(
  deps: MembersDeps,
  association: MemberAssociation,
  list: MemberList,
): Promise<ShownList> {
  const { db } = deps.database
  const states = countStates(await findTargets(db, deps, association, list))
  const ids = states.flatMap(({ state, first }) => (oneByOne.includes(state) ? first.flatMap((one) => one.ids) : []))
  const named = new Map((await describeAuthorities(db, [...new Set(ids)])).map((one) => [one.id, one]))
  const said = new Map((list.entries ?? []).map((entry) => [entry.line, saidIn(entry)]))
  const shown = states.map(({ state, lines, authorities, first }): [LineState, ShownState] => {
    const described = first.map(({ line, ids: means }) => ({
      line,
      said: said.get(line) ?? '',
      authorities: means.flatMap((id) => named.get(id) ?? []),
    }))
    return [state, { lines, authorities, first: oneByOne.includes(state) ? described : [] }]
  })
  return { moves: nothing, stays: nothing, ambiguous: nothing, unknown: nothing, ...Object.fromEntries(shown) }
}
