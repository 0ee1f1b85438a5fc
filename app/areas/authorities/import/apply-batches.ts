/** Compares every staged row with what is known and writes what differs. */
import type { Tx } from '../../../platform/db/tables.ts'
import { slugCandidates, slugFor } from '../rules.ts'
import {
  type Addition,
  insertAuthorities,
  type Outcome,
  takenSlugs,
  touchRows,
  updateAuthorities,
  writeCodes,
  writeNames,
} from './batch-store.ts'
import { type CountryDefaults, hashOf, mergeFacts } from './merge-facts.ts'
import { readBatch, type StagedRow } from './staged-store.ts'

export type ApplySettings = {
  readonly at: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly demonstration: boolean
  readonly reservedSlugs: ReadonlySet<string>
  readonly defaultsOf: (country: string) => CountryDefaults
}

/** More are announced as "everything". */
const mostAnnounced = 300

export type Applied = { added: number; changed: number; unchanged: number; readonly touched: string[] }

/** @returns counts, and ids of added and changed authorities: not all, but more than one notification can hold. */
export async function applyBatches(tx: Tx, settings: ApplySettings): Promise<Applied> {
  const applied: Applied = { added: 0, changed: 0, unchanged: 0, touched: [] }
  let line = -2_147_483_648
  for (;;) {
    const rows = await readBatch(tx, line, settings.today)
    const last = rows.at(-1)
    if (!last) return applied
    line = last.line
    await applyBatch(tx, rows, settings, applied)
  }
}

async function applyBatch(
  tx: Tx,
  rows: readonly StagedRow[],
  settings: ApplySettings,
  applied: Applied,
): Promise<void> {
  const outcomes = rows.map((row) => outcomeOf(row, settings.defaultsOf(row.country)))
  const added = outcomes.filter(({ row }) => row.known === null)
  const changed = outcomes.filter(hasChanged)
  applied.added += added.length
  applied.changed += changed.length
  applied.unchanged += rows.length - added.length - changed.length
  const touched = [...added, ...changed]
  if (touched.length === 0) return
  if (added.length > 0) await insertAuthorities(tx, await withSlugs(tx, added, settings.reservedSlugs), settings)
  if (changed.length > 0) await updateAuthorities(tx, changed, settings.at)
  const touchedRows = touched.map(({ row }) => row)
  await writeCodes(tx, touchedRows)
  await writeNames(tx, touched)
  await touchRows(tx, touchedRows)
  const room = mostAnnounced - applied.touched.length
  if (room > 0) applied.touched.push(...touchedRows.slice(0, room).map(({ authority }) => authority))
}

function outcomeOf(row: StagedRow, country: CountryDefaults): Outcome {
  const successor = row.mergerGiven ? row.successor : undefined
  const said = { code: row.code, facts: row.facts, areas: row.areas ?? undefined, successor }
  const facts = mergeFacts(row.known ?? undefined, said, country)
  return { row, facts, sha256: hashOf(facts) }
}

function hasChanged({ row, sha256 }: Outcome): boolean {
  const { known } = row
  if (known === null) return false
  if (row.codesMissing) return true
  return known.sha256 !== sha256 || known.validFrom !== row.validFrom || known.validUntil !== row.validUntil
}

/** The name alone or with the code nearly always does; only for the rest all candidates are asked for. */
const usualCandidates = 2

async function withSlugs(tx: Tx, added: readonly Outcome[], reserved: ReadonlySet<string>): Promise<Addition[]> {
  const inCountry = ({ row }: Outcome, slugs: Iterable<string>) =>
    Array.from(slugs, (slug) => ({ country: row.country, slug }))
  const candidates = ({ row, facts }: Outcome) => slugCandidates(facts.name, row.code)
  const usual = new Map(added.map((each) => [each, [...candidates(each).take(usualCandidates)]]))
  const taken = new Set(
    await takenSlugs(
      tx,
      [...usual].flatMap(([each, slugs]) => inCountry(each, slugs)),
    ),
  )
  const additions: Addition[] = []
  for (const [outcome, first] of usual) {
    const { country } = outcome.row
    const isFree = (slug: string) => !reserved.has(slug) && !taken.has(`${country}/${slug}`)
    let slug = first.find(isFree)
    if (slug === undefined) {
      for (const one of await takenSlugs(tx, inCountry(outcome, candidates(outcome)))) taken.add(one)
      slug = slugFor(outcome.facts.name, (one) => !isFree(one), outcome.row.code)
    }
    taken.add(`${country}/${slug}`)
    additions.push({ ...outcome, slug })
  }
  return additions
}
