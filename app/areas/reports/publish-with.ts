/** What becomes of the plan when a report is handed in: the town that leads it publishes it, a partner never does. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import {
  documentOf,
  isUnchanged,
  type Plan,
  partnersOf,
  planDifference,
  publishPlanIn,
  readMeasures,
  readNewest,
} from '../plans/index.ts'
import type { PersonsAct, PlanTown, ReportsDeps } from './deps.ts'
import { leadNotice } from './notices.ts'
import type { Report } from './report-store.ts'

/** Of several that carry a plan, one writes and publishes it. */
export const leads = ({ authority }: Pick<Report, 'authority'>, plan: Pick<Plan, 'authority'>): boolean =>
  plan.authority === authority

/**
 * What a page of a report has to have shown of the plan before it is handed in: to the town that leads it its draft, to a
 * partner what is public.
 */
export const planStamp = (report: Pick<Report, 'authority'>, plan: Plan, published: number): number =>
  leads(report, plan) ? plan.stamp : published

/** What the draft of a plan says otherwise than everybody reads. */
export async function draftDifference(db: Db, plan: Plan) {
  const newest = await readNewest(db, plan.id)
  const drafted = documentOf(plan, await readMeasures(db, plan.id), await partnersOf(db, plan.id))
  const difference = planDifference(newest?.document, drafted)
  return { version: newest?.version ?? 0, difference, same: newest !== undefined && isUnchanged(difference) }
}

export type PlanOfReport =
  | { readonly version: number }
  /** `plan`: something has to be settled where plans are published. */
  | { readonly refused: 'gone' | 'changed' | 'plan' }

/** @param seen what the page showed, as of `planStamp`. */
export async function planWithReport(
  deps: ReportsDeps,
  tx: Tx,
  act: PersonsAct,
  { report, plan, seen }: { readonly report: Report; readonly plan: Plan; readonly seen: number },
): Promise<PlanOfReport> {
  if (leads(report, plan)) {
    const { outcome } = await publishPlanIn(deps, tx, act, plan.id, seen)
    if (outcome === 'gone' || outcome === 'changed') return { refused: outcome }
    if (outcome !== 'published' && outcome !== 'unchanged') return { refused: 'plan' }
  }
  const newest = await readNewest(tx, plan.id)
  return newest ? { version: newest.version } : { refused: 'plan' }
}

/** What a partner has changed waits in the draft: the office that publishes it is told. */
export async function tellLead(
  deps: ReportsDeps,
  tx: Tx,
  plan: Plan,
  given: { readonly report: Report; readonly version: number; readonly partner: PlanTown },
): Promise<void> {
  const { report, version, partner } = given
  if (leads(report, plan) || (await draftDifference(tx, plan)).same) return
  const [lead] = await deps.readTowns(tx, [plan.authority])
  if (!lead) return
  for (const person of await deps.officeOf(tx, lead.id, false)) {
    await deps.notify(tx, {
      ...{ person, kind: 'approval', key: `report of a partner ${report.id} ${version}` },
      compose: (translator) => leadNotice(translator, { partner, lead, plan }),
    })
  }
}
