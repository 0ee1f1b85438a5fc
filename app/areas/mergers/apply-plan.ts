/** Everything that is decided about a plan happens at once: in one transaction, recorded in the trail of each authority. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import {
  type Authority,
  addCounts,
  authoritiesOn,
  giveCode,
  ImportFault,
  type ImportRow,
  importRows,
  inherit,
  mergeInto,
} from '../authorities/index.ts'
import { type DecisionFault, type Outcome, outcomeOf } from './apply-rules.ts'
import { applySplits } from './apply-splits.ts'
import type { MergerOffice, MergersDeps } from './deps.ts'
import { mergedNotice } from './notices.ts'
import type { CodeRef } from './plan-rules.ts'
import { endPlan, lockPlans, markApplied, openPlan, readItems, type StoredItem, type StoredPlan } from './plan-store.ts'

export type ApplyOutcome =
  | { readonly outcome: 'applied'; readonly items: number; readonly mergers: number; readonly ended: boolean }
  /** The list does not hold yet. */
  | { readonly outcome: 'early'; readonly validFrom: Temporal.PlainDate }
  | {
      readonly outcome: 'faults'
      readonly faults: readonly { readonly number: number; readonly fault: DecisionFault }[]
    }
  /** The directory refuses a row: the sentence names line and column. */
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'nothing' | 'gone' }

/** Today at the place. */
export function todayIn({ clock, countries }: Pick<MergersDeps, 'clock' | 'countries'>, country: string) {
  return clock
    .now()
    .toZonedDateTimeISO(countries.byIso(country)?.timeZone ?? 'UTC')
    .toPlainDate()
}

/** Repeating it does what was decided meanwhile, and nothing twice. @param country upper case. */
export async function applyPlan(
  deps: MergersDeps,
  act: Act,
  country: string,
  office: MergerOffice,
): Promise<ApplyOutcome> {
  await deps.jobs.start()
  try {
    return await deps.database.db.transaction().execute(async (tx): Promise<ApplyOutcome> => {
      await lockPlans(tx, country)
      const plan = await openPlan(tx, country)
      if (!plan) return { outcome: 'gone' }
      const { validFrom } = plan
      if (Temporal.PlainDate.compare(todayIn(deps, country), validFrom) < 0) return { outcome: 'early', validFrom }
      const items = await readItems(tx, plan.id)
      const before = await holders(tx, plan)
      const outcome = outcomeOf(items, idsOf(before))
      if (outcome.faults.length > 0) return { outcome: 'faults', faults: outcome.faults }
      if (outcome.settled.length === 0) return { outcome: 'nothing' }
      await carryOut(tx, { deps, act, plan, items, outcome, office }, before)
      return finish(tx, act, plan, items, outcome)
    })
  } catch (error) {
    if (error instanceof ImportFault) return { outcome: 'refused', reason: error.message }
    throw error
  }
}

export interface Scene {
  readonly deps: MergersDeps
  readonly act: Act
  readonly plan: StoredPlan
  readonly items: readonly StoredItem[]
  readonly outcome: Outcome
  readonly office: MergerOffice
}

const keyOf = ({ scheme, code }: CodeRef) => `${scheme}:${code}`

/** Active authorities by code, on the first day of the list. */
async function holders(tx: Tx, { country, demonstration, validFrom }: StoredPlan): Promise<Map<string, Authority>> {
  const found = await authoritiesOn(tx, { country, demonstration, on: validFrom.toString() })
  return new Map(found.map((one) => [keyOf(one), one.authority]))
}

/** Ids of active authorities by code. */
export async function codesOn(tx: Tx, plan: StoredPlan): Promise<Map<string, string>> {
  return idsOf(await holders(tx, plan))
}

const idsOf = (held: ReadonlyMap<string, Authority>) => new Map([...held].map(([key, { id }]) => [key, id]))

/** @param before who had which code until now. */
async function carryOut(tx: Tx, scene: Scene, before: ReadonlyMap<string, Authority>): Promise<void> {
  const { deps, act, plan, outcome } = scene
  for (const { authority, to } of outcome.recodings) {
    await giveCode(tx, authority, { ...to, on: plan.validFrom.toString() })
    await recordAudit(tx, act, { authority, subject: `code ${to.code}`, detail: { scheme: to.scheme } })
  }
  const rows = rowsOf(scene)
  const touched = await importRows(tx, deps, act, { rows, demonstration: plan.demonstration })
  // Of a large country it takes seconds to read them all: not again where nobody has got another code or name.
  const same = rows.length === 0 && outcome.recodings.length === 0
  const after = same ? before : await holders(tx, plan)
  await recordRows(tx, scene, after)
  const known = new Map([...before.values()].map((one) => [one.id, one]))
  const by = { from: (id: string) => found(known.get(id)), at: (ref: CodeRef) => found(after.get(keyOf(ref))) }
  const hasApprovers = await approvedAmong(tx, scene, by)
  // Of whom the list brought something, it has said how many live there.
  const told = new Set(rows.filter(({ facts }) => typeof facts.population === 'number').map(keyOf))
  await applySplits(tx, { ...scene, on: plan.validFrom }, by, hasApprovers)
  for (const { authority, into } of outcome.mergers) {
    const [from, successor] = [by.from(authority), by.at(into)]
    if (!told.has(keyOf(into))) await addCounts(tx, from.id, successor.id)
    await merge(tx, scene, from, successor, hasApprovers(successor))
  }
  await announceChange(tx, [...touched, ...outcome.mergers.map(({ authority }) => authority)])
}

/** Authorities of a plan: as they were before it, and as the new list has them. */
export interface Named {
  readonly from: (id: string) => Authority
  readonly at: (ref: CodeRef) => Authority
}

function found(authority: Authority | undefined): Authority {
  if (!authority) throw new Error('a decision about an authority that is not there was let through')
  return authority
}

/** Of all that take the place of another: whether they had approvers of their own before anybody moved. */
async function approvedAmong(tx: Tx, { deps, outcome }: Scene, by: Named) {
  const approved = new Map<string, boolean>()
  for (const ref of [...outcome.mergers.map(({ into }) => into), ...outcome.splits.flatMap(({ parts }) => parts)]) {
    const { id } = by.at(ref)
    if (!approved.has(id)) approved.set(id, (await deps.peopleOf(tx, id, ['approver'])).length > 0)
  }
  return ({ id }: Authority): boolean => approved.get(id) ?? false
}

/** Rows to import: new authorities, new names, and what the list says of those that have another code now. */
function rowsOf({ plan, items, outcome }: Scene): ImportRow[] {
  const recoded = new Set(outcome.recodings.map(({ to }) => keyOf(to)))
  const taken = new Set(outcome.rows)
  return items.flatMap(({ number, item, row }) => {
    if (!row || !(taken.has(number) || (item.kind === 'added' && recoded.has(keyOf(item))))) return []
    const validFrom = item.kind === 'added' ? (row.validFrom ?? plan.validFrom.toString()) : row.validFrom
    return [{ ...row, validFrom, mergedInto: undefined }]
  })
}

async function recordRows(tx: Tx, { act, items, outcome }: Scene, after: ReadonlyMap<string, Authority>) {
  const taken = new Set(outcome.rows)
  for (const { number, item } of items) {
    const authority = taken.has(number) ? after.get(keyOf(item))?.id : undefined
    if (authority) await recordAudit(tx, act, { authority, subject: item.kind, detail: { code: item.code } })
  }
}

/** Everything that one merger leads to. */
async function merge(
  tx: Tx,
  { deps, act, plan, office }: Scene,
  from: Authority,
  into: Authority,
  approved: boolean,
): Promise<void> {
  const ids = { from: from.id, into: into.id }
  const on = plan.validFrom.toString()
  await mergeInto(tx, from.id, into.id, { on, at: act.at })
  await inherit(tx, from.id, into.id, on)
  const staff = await deps.moveStaff(tx, act, { ...ids, office, approved })
  const left = await deps.moveDuties(tx, act, { ...ids, on })
  await recordAudit(tx, act, { authority: from.id, subject: 'merged-into', detail: { successor: into.id, on } })
  await recordAudit(tx, act, { authority: into.id, subject: 'merged-from', detail: { predecessor: from.id, on } })
  await announceChange(tx, [from.id, into.id])
  for (const [person, role] of staff) {
    const compose = mergedNotice({ from, into, role, on: plan.validFrom, left })
    await deps.notify(tx, { person, kind: 'people', key: `merged ${from.id}`, compose })
  }
}

async function finish(
  tx: Tx,
  act: Act,
  plan: StoredPlan,
  items: readonly StoredItem[],
  outcome: Outcome,
): Promise<ApplyOutcome> {
  const settled = new Set(outcome.settled)
  await markApplied(tx, plan.id, outcome.settled, act.at)
  const ended = items.every(({ number, applied }) => applied || settled.has(number))
  if (ended) await endPlan(tx, plan.id, 'applied', act.at)
  const counts = { items: outcome.settled.length, mergers: outcome.mergers.length }
  const detail = { country: plan.country, ...counts, splits: outcome.splits.length, ended }
  await recordAudit(tx, act, { authority: null, subject: `plan ${plan.id}`, detail })
  return { outcome: 'applied', ...counts, ended }
}
