/** The only door of this area for others. */
export type { MergersDeps, MergersOfficeDeps } from './deps.ts'
export { formatOf as listFormatOf, ListFault, rowsOf as listRowsOf } from './list-file.ts'
export { makePlan, type PlanOutcome, usualDay } from './make-plan.ts'
export { mergersNextSteps } from './next-steps.ts'
export { mergersRoutes } from './plan-routes.tsx'
export { mergersPermissions } from './policy.ts'
export { type MovementMap, readMovements } from './read-movements.ts'
export { mergersPersonalSets, mergersRetention } from './retention-rules.ts'
