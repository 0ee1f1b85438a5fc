/** The only door of this area for others. */
export { loadMeasures, type Measures } from './catalogue-data.ts'
export { demonstratePlan } from './demonstrate.ts'
export type { PersonsAct, PlansDeps, PlanTown } from './deps.ts'
export { isUnchanged, type PlanDifference, planDifference } from './difference-rules.ts'
export { plansFiles } from './document-store.ts'
export { eraseFromPlans } from './erase-store.ts'
export { isFew, smallStaysOut } from './few-rules.ts'
export { type FaultCode, type TypedFields, typedFields } from './forms/typed-fields.ts'
export { movePlans, sharePlans } from './move-store.ts'
export { plansNextSteps } from './next-steps.ts'
export type { PlansOfficeDeps } from './office/office-deps.ts'
export { officePlansRoutes } from './office-routes.ts'
export { plansPersonalSets } from './personal-rules.ts'
export { countStates, currentPlan, inOrder, newestValue, type PlanCheck } from './plan-rules.ts'
export {
  type DraftMeasure,
  lockPlan,
  type Plan,
  partnersOf,
  readMeasures,
  readPlan,
  touchPlan,
  updateMeasure,
} from './plan-store.ts'
export { plansPermissions } from './policy.ts'
export type { PlanPagesDeps } from './public/deps.ts'
export { planPageRoutes } from './public/plan-page-routes.ts'
export { documentOf, publishPlan, publishPlanIn } from './publish-plan.ts'
export {
  firstPlanPublished,
  measureIsPublic,
  type PlanVersion,
  publishedPlansOf,
  readNewest,
  readVersion,
  rewritePlanVersion,
  writeVersion,
} from './published-store.ts'
export { plansRetention } from './retention-rules.ts'
export {
  type Indicator,
  type Measure,
  type MeasureFacts,
  type MeasureState,
  measureFacts,
  measureStates,
  type PlanDocument,
  type PlanFacts,
  planFacts,
  type Section,
} from './schema.ts'
export { addMeasures, beginPlan, byOf, recordPlan } from './write-plan.ts'
