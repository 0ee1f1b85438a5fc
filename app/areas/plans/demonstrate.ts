/** A plan with its history, as an office would have written it over some years: for the demonstration alone. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { readAuthorities } from '../authorities/index.ts'
import {
  insertMeasure,
  insertPartner,
  insertPlan,
  partnersOf,
  readMeasures,
  readPlan,
  writeAgreed,
} from './plan-store.ts'
import { documentOf } from './publish-plan.ts'
import { writeVersion } from './published-store.ts'
import type { MeasureFacts, PlanFacts } from './schema.ts'

export interface DemonstratedPlan {
  readonly id: string
  /** Ids; whose office writes it first. */
  readonly authorities: readonly string[]
  readonly facts: PlanFacts
  /** Oldest first. */
  readonly versions: readonly {
    readonly on: Temporal.PlainDate
    readonly measures: readonly { readonly id: string; readonly facts: MeasureFacts }[]
  }[]
}

/** @returns false where it is there already. */
export async function demonstratePlan(tx: Tx, act: Act, given: DemonstratedPlan): Promise<boolean> {
  const { id, facts, versions } = given
  const [authority = '', ...others] = given.authorities
  const [lead] = await readAuthorities(tx, [authority])
  const by = { person: null, at: act.at }
  if (!lead || !(await insertPlan(tx, { id, authority, facts }, by))) return false
  for (const other of others) {
    await insertPartner(tx, id, other, by)
    await writeAgreed(tx, id, other, by)
  }
  const plan = await readPlan(tx, id)
  const partners = await partnersOf(tx, id)
  if (!plan) return false
  for (const [index, { on, measures }] of versions.entries()) {
    const drafts = measures.map((one) => ({ id: one.id, ...one.facts, revision: 1, changedBy: null }))
    const at = on.toZonedDateTime({ timeZone: lead.timeZone, plainTime: '10:00' }).toInstant()
    const document = documentOf(plan, drafts, partners)
    await writeVersion(tx, { plan: id, country: lead.country, version: index + 1, document, at })
  }
  const known = new Set((await readMeasures(tx, id)).map((one) => one.id))
  for (const one of versions.at(-1)?.measures ?? []) {
    if (!known.has(one.id)) await insertMeasure(tx, { id: one.id, plan: id, facts: one.facts }, by)
  }
  return true
}
