/** A new official list becomes a plan: compared with what is known, stored, and nothing else. */
import { createHash } from 'node:crypto'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import {
  authoritiesOn,
  type CodedAuthority,
  type ColumnMap,
  type CsvRow,
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
import { type Known, type Listed, type Movement, planOf, unbelievableLoss } from './plan-rules.ts'
import { insertPlan, lockPlans, openPlan, type StoredPlan } from './plan-store.ts'

export interface PlanInput {
  readonly rows: AsyncIterable<CsvRow>
  /** ISO 3166-1 in either case. */
  readonly country: string
  readonly map?: ColumnMap | undefined
  readonly movements?: readonly Movement[] | undefined
  /** First day on which the list holds. */
  readonly validFrom: Temporal.PlainDate
}

export type PlanOutcome =
  | { readonly outcome: 'planned' | 'same'; readonly plan: StoredPlan; readonly items: number }
  /** Another list is being decided about. */
  | { readonly outcome: 'open'; readonly plan: StoredPlan }
  /** What a row that cannot be read speaks of would look as if it were gone. */
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'unbelievable'; readonly gone: number; readonly known: number }
  | { readonly outcome: 'unknown-country' | 'no-change' | 'empty' }

/** The day from which a list that is given today holds, unless somebody says otherwise: the nearest first of January. */
export function usualDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: today.month > 6 ? today.year + 1 : today.year, month: 1, day: 1 })
}

/** @throws ImportFault where the file is no list. */
export async function makePlan(deps: MergersDeps, act: Act, input: PlanInput): Promise<PlanOutcome> {
  const country = countryAsked(deps, input.country)
  if (country === undefined) throw new ImportFault('A plan is made for one country.')
  const tally = createTally()
  const rows: ImportRow[] = []
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  for await (const row of parsedRows(deps, { rows: input.rows, country, map: input.map }, today, tally)) rows.push(row)
  const { refusals } = tally.report()
  if (refusals.length > 0) return { outcome: 'refused', refusals }
  if (rows.length === 0) return { outcome: 'empty' }
  const repeated = repeatedCodes(rows)
  if (repeated.length > 0) return { outcome: 'refused', refusals: repeated }
  return deps.database.db.transaction().execute(async (tx) => {
    await lockPlans(tx, country)
    return planInto(tx, act, { ...input, country }, rows)
  })
}

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

async function planInto(tx: Tx, act: Act, input: PlanInput, given: readonly ImportRow[]): Promise<PlanOutcome> {
  const { country, validFrom, movements = [] } = input
  const sha256 = createHash('sha256')
    .update(JSON.stringify([given, movements, validFrom]))
    .digest('hex')
  const open = await openPlan(tx, country)
  if (open) return open.sha256 === sha256 ? { outcome: 'same', plan: open, items: 0 } : { outcome: 'open', plan: open }
  const demonstration = await onlyFictional(tx, country)
  const found = await authoritiesOn(tx, { country, demonstration, on: validFrom.toString() })
  const rows = keyedAsKnown(found, given)
  const known = knownFor(found, rows)
  if (known.length === 0) return { outcome: 'unknown-country' }
  const plan = planOf(known, rows.map(listedOf), movements)
  const gone = unbelievableLoss(plan, known.length)
  if (gone !== undefined) return { outcome: 'unbelievable', gone, known: known.length }
  if (plan.items.length === 0) return { outcome: 'no-change' }
  const stored: StoredPlan = {
    ...{ id: newId(), country, validFrom, demonstration, sha256, madeAt: act.at },
    ...{ known: known.length, listed: rows.length, unchanged: plan.unchanged },
  }
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const items = plan.items.map((item) => ({ item, row: item.kind === 'gone' ? null : (byLine.get(item.line) ?? null) }))
  const nowhere = unknownAreas(found, rows, items)
  if (nowhere.length > 0) return { outcome: 'refused', refusals: nowhere }
  await insertPlan(tx, { ...stored, madeBy: act.person?.id ?? null }, items)
  const detail = { country, known: known.length, listed: rows.length, items: items.length }
  await recordAudit(tx, act, { authority: null, subject: `plan ${stored.id}`, detail })
  return { outcome: 'planned', plan: stored, items: items.length }
}

/** Where nobody has a code of the list's own scheme, towns are told by a further code that is known of somebody. */
function keyedAsKnown(found: readonly CodedAuthority[], rows: readonly ImportRow[]): readonly ImportRow[] {
  const known = new Set(found.map(({ scheme }) => scheme))
  return rows.map((row) => {
    const other = known.has(row.scheme) ? undefined : row.codes?.find(({ scheme }) => known.has(scheme))
    if (!other) return row
    const own = { scheme: row.scheme, code: row.code }
    return { ...row, ...other, codes: [own, ...(row.codes ?? []).filter((one) => one !== other)] }
  })
}

/** Of the kinds and schemes that the list has: a list of towns says nothing about provinces. */
function knownFor(found: readonly CodedAuthority[], rows: readonly ImportRow[]): Known[] {
  const schemes = new Set(rows.map(({ scheme }) => scheme))
  const kinds = new Set(rows.map(({ facts }) => facts.kind ?? 'municipality'))
  return found.filter(({ scheme, authority }) => schemes.has(scheme) && kinds.has(authority.kind)).map(knownOf)
}

/** Rows that will be taken over and name an area which nobody knows: told now, not when everything is decided. */
function unknownAreas(
  found: readonly CodedAuthority[],
  rows: readonly ImportRow[],
  items: readonly { readonly row: ImportRow | null }[],
): Refusal[] {
  const codes = new Set([...found, ...rows].map(({ scheme, code }) => `${scheme}:${code}`))
  return items.flatMap(({ row }) => {
    const unknown = row?.areas?.some(({ scheme, code }) => !codes.has(`${scheme}:${code}`)) ?? false
    return row && unknown
      ? [
          {
            line: row.line,
            column: 'areas',
            reason: 'It names an area that is neither in this file nor imported before.',
          },
        ]
      : []
  })
}

function knownOf({ authority, scheme, code }: CodedAuthority): Known {
  const { id, name, population, point } = authority
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
