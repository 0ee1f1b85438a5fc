/** A new official list becomes a plan: compared with what is known, stored, and nothing else. */
import { createHash } from 'node:crypto'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { createBreath, inBreaths } from '../../platform/breath.ts'
import { newId } from '../../platform/ids.ts'
import {
  type CodedPlace,
  type ColumnMap,
  type CsvRow,
  codedPlaces,
  countryAsked,
  createTally,
  ImportFault,
  type ImportRow,
  onlyFictional,
  parsedRows,
  type Refusal,
  transliterate,
} from '../authorities/index.ts'
import type { MergersDeps } from './deps.ts'
import { type Known, type Listed, type Movement, planSteps, unbelievableLoss } from './plan-rules.ts'
import { dropPlan, keepPlan, lockPlans, openPlan, type PlannedItem, type StoredPlan, startPlan } from './plan-store.ts'

export interface PlanInput {
  readonly rows: AsyncIterable<CsvRow>
  /** ISO 3166-1 in either case. */
  readonly country: string
  readonly map?: ColumnMap | undefined
  readonly movements?: readonly Movement[] | undefined
  /** First day on which the list holds. */
  readonly validFrom: Temporal.PlainDate
  /** The person for whom a job makes it. */
  readonly madeBy?: string | null
  /** Told of rows that are read, now and then. */
  readonly progress?: (rows: number) => Promise<void>
}

export type PlanOutcome =
  | { readonly outcome: 'planned' | 'same'; readonly plan: StoredPlan; readonly items: number }
  /** Another list is being decided about. */
  | { readonly outcome: 'open'; readonly plan: StoredPlan }
  /** What a row that cannot be read speaks of would look as if it were gone. */
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[]; readonly count: number }
  | { readonly outcome: 'unbelievable'; readonly gone: number; readonly known: number }
  | { readonly outcome: 'unknown-country' | 'no-change' | 'empty' }

/** The day from which a list that is given today holds, unless somebody says otherwise: the nearest first of January. */
export function usualDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: today.month > 6 ? today.year + 1 : today.year, month: 1, day: 1 })
}

/**
 * Reading and comparing lets others through all the time, and nothing of it is one transaction: who is known is read a few
 * at a time, and what was compared is a plan once all of it is stored.
 *
 * @throws ImportFault where the file is no list.
 */
export async function makePlan(deps: MergersDeps, act: Act, input: PlanInput): Promise<PlanOutcome> {
  const { db } = deps.database
  const country = countryAsked(deps, input.country)
  if (country === undefined) throw new ImportFault('A plan is made for one country.')
  const read = await readRows(deps, { ...input, country })
  if ('outcome' in read) return read
  const open = await openPlan(db, country)
  if (open) return openOutcome(open, read.sha256)
  const demonstration = await onlyFictional(db, country)
  const found = await codedPlaces(db, { country, demonstration, on: input.validFrom.toString() })
  const compared = await inBreaths(comparedSteps(found, read.rows, input.movements ?? []))
  if ('outcome' in compared) return compared
  const { known, listed, unchanged, items } = compared
  const plan: StoredPlan = {
    ...{ id: newId(), country, validFrom: input.validFrom, demonstration, sha256: read.sha256, madeAt: act.at },
    ...{ known, listed, unchanged },
  }
  const madeBy = input.madeBy ?? act.person?.id ?? null
  await keepPlan(db, { ...plan, madeBy }, items)
  return deps.database.db.transaction().execute(async (tx) => {
    await lockPlans(tx, country)
    const other = await openPlan(tx, country)
    if (other) {
      await dropPlan(tx, plan.id)
      return openOutcome(other, read.sha256)
    }
    await startPlan(tx, plan.id)
    const detail = { country, known, listed, items: items.length }
    await recordAudit(tx, act, { authority: null, subject: `plan ${plan.id}`, detail })
    return { outcome: 'planned', plan, items: items.length }
  })
}

const openOutcome = (plan: StoredPlan, sha256: string): PlanOutcome =>
  plan.sha256 === sha256 ? { outcome: 'same', plan, items: 0 } : { outcome: 'open', plan }

interface ReadRows {
  readonly rows: readonly ImportRow[]
  /** Of all that was given. */
  readonly sha256: string
}

async function readRows(deps: MergersDeps, input: PlanInput): Promise<ReadRows | PlanOutcome> {
  const { country, map, movements = [], validFrom, progress } = input
  const tally = createTally()
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const hash = createHash('sha256').update(JSON.stringify([movements, validFrom]))
  const rows: ImportRow[] = []
  const breath = createBreath()
  for await (const row of parsedRows(deps, { rows: input.rows, country, map }, today, tally)) {
    rows.push(row)
    hash.update(JSON.stringify(row))
    await breath()
    if (rows.length % rowsBetweenSigns === 0) await progress?.(rows.length)
  }
  const { refused, refusals } = tally.report()
  if (refusals.length > 0) return { outcome: 'refused', refusals, count: refused }
  if (rows.length === 0) return { outcome: 'empty' }
  const repeated = repeatedCodes(rows)
  if (repeated.length > 0) return { outcome: 'refused', refusals: repeated, count: repeated.length }
  return { rows, sha256: hash.digest('hex') }
}

/** Whoever waits sees that it goes on. */
const rowsBetweenSigns = 2_000

function repeatedCodes(rows: readonly ImportRow[]): Refusal[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ scheme, code, line }) => {
    const key = `${scheme}:${code}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, line)
    return earlier === undefined
      ? []
      : [{ line, column: 'code', reason: `The same code stands on line ${earlier} already.` }]
  })
}

interface ComparedList {
  readonly known: number
  readonly listed: number
  readonly unchanged: number
  readonly items: readonly PlannedItem[]
}

function* comparedSteps(
  found: readonly CodedPlace[],
  given: readonly ImportRow[],
  movements: readonly Movement[],
): Generator<void, ComparedList | PlanOutcome> {
  const rows = keyedAsKnown(found, given)
  yield
  const known: Known[] = []
  for (const one of knownFor(found, rows)) {
    known.push(knownOf(one))
    yield
  }
  if (known.length === 0) return { outcome: 'unknown-country' }
  const listed: Listed[] = []
  for (const row of rows) {
    listed.push(listedOf(row))
    yield
  }
  const plan = yield* planSteps(known, listed, movements)
  const gone = unbelievableLoss(plan, known.length)
  if (gone !== undefined) return { outcome: 'unbelievable', gone, known: known.length }
  if (plan.items.length === 0) return { outcome: 'no-change' }
  yield
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const items = plan.items.map((item) => ({ item, row: item.kind === 'gone' ? null : (byLine.get(item.line) ?? null) }))
  yield
  const nowhere = yield* unknownAreaSteps(found, rows, items)
  if (nowhere.length > 0) return { outcome: 'refused', refusals: nowhere, count: nowhere.length }
  return { known: known.length, listed: rows.length, unchanged: plan.unchanged, items }
}

/** Where nobody has a code of the list's own scheme, towns are told by a further code that is known of somebody. */
function keyedAsKnown(found: readonly CodedPlace[], rows: readonly ImportRow[]): readonly ImportRow[] {
  const known = new Set(found.map(({ scheme }) => scheme))
  return rows.map((row) => {
    const other = known.has(row.scheme) ? undefined : row.codes?.find(({ scheme }) => known.has(scheme))
    if (!other) return row
    const own = { scheme: row.scheme, code: row.code }
    return { ...row, ...other, codes: [own, ...(row.codes ?? []).filter((one) => one !== other)] }
  })
}

/** Of the kinds and schemes that the list has: a list of towns says nothing about provinces. */
function knownFor(found: readonly CodedPlace[], rows: readonly ImportRow[]): readonly CodedPlace[] {
  const schemes = new Set(rows.map(({ scheme }) => scheme))
  const kinds = new Set(rows.map(({ facts }) => facts.kind ?? 'municipality'))
  return found.filter(({ scheme, kind }) => schemes.has(scheme) && kinds.has(kind))
}

/** Rows that will be taken over and name an area which nobody knows: told now, not when everything is decided. */
function* unknownAreaSteps(
  found: readonly CodedPlace[],
  rows: readonly ImportRow[],
  items: readonly { readonly row: ImportRow | null }[],
): Generator<void, Refusal[]> {
  const codes = new Set<string>()
  for (const all of [found, rows]) {
    for (const { scheme, code } of all) {
      codes.add(`${scheme}:${code}`)
      yield
    }
  }
  const reason = 'It names an area that is neither in this file nor imported before.'
  return items.flatMap(({ row }) => {
    const unknown = row?.areas?.some(({ scheme, code }) => !codes.has(`${scheme}:${code}`)) ?? false
    return row && unknown ? [{ line: row.line, column: 'areas', reason }] : []
  })
}

function knownOf({ id, name, population, point, scheme, code }: CodedPlace): Known {
  return { id, scheme, code, name, folded: transliterate(name), population, point }
}

function listedOf({ line, scheme, code, facts, mergedInto }: ImportRow): Listed {
  const { name, latitude, longitude } = facts
  const point = typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null
  return {
    ...{ line, scheme, code, name, folded: transliterate(name), point },
    population: facts.population ?? null,
    mergedInto: mergedInto ?? null,
  }
}
