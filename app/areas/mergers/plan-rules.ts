/**
 * A new official list compared with the authorities that are known: what is gone, what is new, what has another name.
 * Nothing here is done; a person decides about each item. A country has tens of thousands: each step is one that others may
 * be let through after.
 */
import { type Place, type Reason, suggestionSteps } from './suggest-rules.ts'

export interface CodeRef {
  readonly scheme: string
  readonly code: string
}

/** Somebody who has a code. */
export type Ref = CodeRef & { readonly name: string }

/** An active authority whose code is valid on the day from which the list holds. */
export interface Known extends CodeRef, Place {
  readonly id: string
}

/** A row of the list. */
export interface Listed extends CodeRef, Place {
  readonly line: number
  /** Code that it was merged into, where the list says so of a town that it still has. */
  readonly mergedInto: CodeRef | null
}

/** One pair of a list of movements: what an old code has become. */
export interface Movement {
  readonly from: string
  readonly to: string
}

export interface Proposal {
  /** `merged`: it is part of another one now. `recoded`: the same authority, under another code. */
  readonly how: 'merged' | 'recoded'
  readonly into: Ref
  /** The list or the movements say so; a suggestion else. */
  readonly certain: boolean
  readonly reasons: readonly Reason[]
}

export type PlanItem = CodeRef & { readonly name: string } & (
    | {
        readonly kind: 'gone'
        readonly authority: string
        readonly proposal: Proposal | null
        /** What the movements say it was split into, at least two; empty where they do not. Nothing else is proposed then. */
        readonly split: readonly Ref[]
      }
    | {
        readonly kind: 'added'
        readonly line: number
        /** Authorities that stay and of which the movements say that it was a part. */
        readonly left: readonly Ref[]
      }
    /** `name` is the one known until now. */
    | { readonly kind: 'renamed'; readonly authority: string; readonly to: string; readonly line: number }
  )

export interface Plan {
  readonly items: readonly PlanItem[]
  readonly unchanged: number
}

const keyOf = ({ scheme, code }: CodeRef) => `${scheme}:${code}`

/** `LAU:0363`, or a code of this scheme. */
export function codesApart(text: string, scheme: string): CodeRef | undefined {
  const [before = '', code] = text.split(':').map((part) => part.trim())
  const ref = code === undefined ? { scheme, code: before } : { scheme: before.toUpperCase(), code }
  return ref.code === '' ? undefined : ref
}

/** What is gone first, then what is new, then what has another name; each by code. */
export function* planSteps(
  known: readonly Known[],
  list: readonly Listed[],
  movements: readonly Movement[],
): Generator<void, Plan> {
  const compared = yield* compareSteps(known, list, movements)
  const { gone, added, renamed } = compared
  const proposals = yield* proposalSteps(compared)
  const goneItems = gone.map(({ id, scheme, code, name }): PlanItem => {
    const { proposal = null, split = [] } = proposals.get(id) ?? {}
    return { kind: 'gone', scheme, code, name, authority: id, proposal, split }
  })
  yield
  const addedItems = added.map((row): PlanItem => {
    const { scheme, code, name, line } = row
    return { kind: 'added', scheme, code, name, line, left: leftBy(compared, row) }
  })
  yield
  const items = [goneItems, addedItems, renamed].flatMap(byCode)
  return { items, unchanged: known.length - gone.length - renamed.length }
}

const byCode = (items: readonly PlanItem[]): PlanItem[] =>
  items
    .map((item) => ({ item, key: keyOf(item) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item)

interface Compared {
  readonly known: readonly Known[]
  /** Where each stands in `known`. */
  readonly places: ReadonlyMap<string, number>
  /** The first row of a code. */
  readonly rows: ReadonlyMap<string, Listed>
  /** Rows of the list that are no longer merged ones, by code. */
  readonly staying: ReadonlyMap<string, Listed>
  readonly gone: readonly Known[]
  readonly added: readonly Listed[]
  readonly renamed: readonly PlanItem[]
  readonly movedFrom: ReadonlyMap<string, readonly Movement[]>
  readonly movedTo: ReadonlyMap<string, readonly Movement[]>
}

function* compareSteps(
  known: readonly Known[],
  list: readonly Listed[],
  movements: readonly Movement[],
): Generator<void, Compared> {
  const rows = new Map<string, Listed>()
  const staying = new Map<string, Listed>()
  for (const row of list) {
    const key = keyOf(row)
    if (!rows.has(key)) rows.set(key, row)
    if (row.mergedInto === null) staying.set(key, row)
    yield
  }
  const places = new Map<string, number>()
  const [gone, renamed]: [Known[], PlanItem[]] = [[], []]
  for (const [index, one] of known.entries()) {
    const key = keyOf(one)
    places.set(key, index)
    const row = staying.get(key)
    const { scheme, code, name, id } = one
    if (!row) gone.push(one)
    else if (row.name !== name) {
      renamed.push({ kind: 'renamed', scheme, code, name, authority: id, to: row.name, line: row.line })
    }
    yield
  }
  const added = [...staying].flatMap(([key, row]) => (places.has(key) ? [] : [row]))
  const movedFrom = Map.groupBy(movements, ({ from }) => from)
  const movedTo = Map.groupBy(movements, ({ to }) => to)
  return { known, places, rows, staying, gone, added, renamed, movedFrom, movedTo }
}

interface Found {
  readonly proposal: Proposal | null
  readonly split: readonly Ref[]
}

/** By id of what is gone. What is said outweighs what is guessed. */
function* proposalSteps(compared: Compared): Generator<void, Map<string, Found>> {
  const found = new Map<string, Found>()
  for (const one of compared.gone) {
    const told = toldBy(compared, one)
    if (told) found.set(one.id, told)
    yield
  }
  const open = compared.gone.filter(({ id }) => !found.has(id))
  // Nobody will decide about a list that is not believed.
  if (isUnbelievable(open.length, compared.known.length)) return found
  const claimed = new Set([...found.values()].flatMap(({ proposal }) => (proposal ? [keyOf(proposal.into)] : [])))
  for (const [id, { row, reasons, same }] of yield* suggestionSteps({ ...compared, gone: open })) {
    // A code that others were merged into is not the new code of one of them.
    const how = same && !claimed.has(keyOf(row)) ? 'recoded' : 'merged'
    const { scheme, code, name } = row
    found.set(id, { proposal: { how, into: { scheme, code, name }, certain: false, reasons }, split: [] })
  }
  return found
}

/** What the list itself or the movements say became of it; undefined where they say nothing. */
function toldBy({ rows, staying, places, movedFrom, movedTo }: Compared, one: Known): Found | undefined {
  const own = rows.get(keyOf(one))
  const target = own?.mergedInto && staying.get(keyOf(own.mergedInto))
  if (target) return { proposal: certain('merged', target, 'listed'), split: [] }
  const to = [...new Set((movedFrom.get(one.code) ?? []).map((move) => move.to))]
  const found = to.flatMap((code) => staying.get(`${one.scheme}:${code}`) ?? [])
  const [only] = found
  if (!only) return undefined
  if (found.length > 1) return { proposal: null, split: found.map(refOf) }
  const others = (movedTo.get(only.code) ?? []).some((move) => move.from !== one.code && move.from !== move.to)
  const alone = !places.has(keyOf(only)) && !others
  return { proposal: certain(alone ? 'recoded' : 'merged', only, 'movement'), split: [] }
}

const refOf = ({ scheme, code, name }: Listed | Known): Ref => ({ scheme, code, name })

/** Those that stay as they were, under their code, and of which a new one was a part. */
function leftBy({ known, places, staying, movedTo }: Compared, { scheme, code }: Listed): Ref[] {
  const from = new Set((movedTo.get(code) ?? []).map((move) => `${scheme}:${move.from}`))
  const found = [...from].flatMap((key) => (staying.has(key) ? (places.get(key) ?? []) : []))
  return found
    .toSorted((a, b) => a - b)
    .flatMap((place) => known[place] ?? [])
    .map(refOf)
}

function certain(how: Proposal['how'], { scheme, code, name }: Listed, reason: 'listed' | 'movement'): Proposal {
  return { how, into: { scheme, code, name }, certain: true, reasons: [{ code: reason }] }
}

/** A list that lacks this many for no stated reason is not believed. */
const mostUnexplained = { count: 10, share: 0.25 }

const isUnbelievable = (unexplained: number, known: number): boolean =>
  unexplained > mostUnexplained.count && unexplained > known * mostUnexplained.share

/** How many authorities are gone without the list or its movements saying why, where no country loses so many. */
export function unbelievableLoss({ items }: Plan, known: number): number | undefined {
  const unexplained = items.filter((item) => item.kind === 'gone' && !item.proposal?.certain && item.split.length === 0)
  return isUnbelievable(unexplained.length, known) ? unexplained.length : undefined
}
