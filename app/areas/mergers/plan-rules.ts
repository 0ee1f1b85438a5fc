/**
 * A new official list compared with the authorities that are known: what is gone, what is new, what has another name.
 * Nothing here is done; a person decides about each item.
 */
import { type Place, type Reason, suggestionsFor } from './suggest-rules.ts'

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
export function planOf(known: readonly Known[], list: readonly Listed[], movements: readonly Movement[]): Plan {
  const staying = new Map(list.filter(({ mergedInto }) => mergedInto === null).map((row) => [keyOf(row), row]))
  const codes = new Set(known.map(keyOf))
  const gone = known.filter((one) => !staying.has(keyOf(one)))
  const added = [...staying.values()].filter((row) => !codes.has(keyOf(row)))
  const renamed = known.flatMap((one): PlanItem[] => {
    const row = staying.get(keyOf(one))
    if (!row || row.name === one.name) return []
    const { scheme, code, name, id } = one
    return [{ kind: 'renamed', scheme, code, name, authority: id, to: row.name, line: row.line }]
  })
  const proposals = proposalsFor({ known, list, staying, gone, added }, movements)
  const items: PlanItem[] = [
    ...gone.map(({ id, scheme, code, name }): PlanItem => {
      const found = proposals.get(id)
      return {
        kind: 'gone',
        scheme,
        code,
        name,
        authority: id,
        proposal: found?.proposal ?? null,
        split: found?.split ?? [],
      }
    }),
    ...added.map((row): PlanItem => {
      const { scheme, code, name, line } = row
      return { kind: 'added', scheme, code, name, line, left: leftBy(known, staying, movements, row) }
    }),
    ...renamed,
  ]
  const order = ['gone', 'added', 'renamed']
  const place = (item: PlanItem) => order.indexOf(item.kind)
  return {
    items: items.toSorted((a, b) => place(a) - place(b) || (keyOf(a) < keyOf(b) ? -1 : 1)),
    unchanged: known.length - gone.length - renamed.length,
  }
}

interface Compared {
  readonly known: readonly Known[]
  readonly list: readonly Listed[]
  /** Rows of the list that are no longer merged ones, by code. */
  readonly staying: ReadonlyMap<string, Listed>
  readonly gone: readonly Known[]
  readonly added: readonly Listed[]
}

interface Found {
  readonly proposal: Proposal | null
  readonly split: readonly Ref[]
}

/** By id of what is gone. What is said outweighs what is guessed. */
function proposalsFor(compared: Compared, movements: readonly Movement[]): Map<string, Found> {
  const found = new Map<string, Found>()
  for (const one of compared.gone) {
    const told = toldBy(compared, movements, one)
    if (told) found.set(one.id, told)
  }
  const open = compared.gone.filter(({ id }) => !found.has(id))
  const claimed = new Set([...found.values()].flatMap(({ proposal }) => (proposal ? [keyOf(proposal.into)] : [])))
  for (const [id, { row, reasons, same }] of suggestionsFor({ ...compared, gone: open })) {
    // A code that others were merged into is not the new code of one of them.
    const how = same && !claimed.has(keyOf(row)) ? 'recoded' : 'merged'
    const { scheme, code, name } = row
    found.set(id, { proposal: { how, into: { scheme, code, name }, certain: false, reasons }, split: [] })
  }
  return found
}

/** What the list itself or the movements say became of it; undefined where they say nothing. */
function toldBy(
  { list, staying, known, gone }: Compared,
  movements: readonly Movement[],
  one: Known,
): Found | undefined {
  const own = list.find((row) => keyOf(row) === keyOf(one))
  const target = own?.mergedInto && staying.get(keyOf(own.mergedInto))
  if (target) return { proposal: certain('merged', target, 'listed'), split: [] }
  const to = [...new Set(movements.filter(({ from }) => from === one.code).map((move) => move.to))]
  const rows = to.flatMap((code) => staying.get(`${one.scheme}:${code}`) ?? [])
  const [only] = rows
  if (!only) return undefined
  if (rows.length > 1) return { proposal: null, split: rows.map(refOf) }
  const others = movements.some((move) => move.to === only.code && move.from !== one.code && move.from !== move.to)
  const isNew = !known.some((each) => keyOf(each) === keyOf(only))
  const alone = isNew && !others && gone.includes(one)
  return { proposal: certain(alone ? 'recoded' : 'merged', only, 'movement'), split: [] }
}

const refOf = ({ scheme, code, name }: Listed | Known): Ref => ({ scheme, code, name })

/** Those that stay as they were, under their code, and of which a new one was a part. */
function leftBy(
  known: readonly Known[],
  staying: ReadonlyMap<string, Listed>,
  movements: readonly Movement[],
  { scheme, code }: Listed,
): Ref[] {
  const from = new Set(movements.filter((move) => move.to === code).map((move) => move.from))
  return known.filter((one) => one.scheme === scheme && from.has(one.code) && staying.has(keyOf(one))).map(refOf)
}

function certain(how: Proposal['how'], { scheme, code, name }: Listed, reason: 'listed' | 'movement'): Proposal {
  return { how, into: { scheme, code, name }, certain: true, reasons: [{ code: reason }] }
}

/** A list that lacks this many for no stated reason is not believed. */
const mostUnexplained = { count: 10, share: 0.25 }

/** How many authorities are gone without the list or its movements saying why, where no country loses so many. */
export function unbelievableLoss({ items }: Plan, known: number): number | undefined {
  const unexplained = items.filter((item) => item.kind === 'gone' && !item.proposal?.certain && item.split.length === 0)
  const many = unexplained.length > mostUnexplained.count && unexplained.length > known * mostUnexplained.share
  return many ? unexplained.length : undefined
}
