/** The only door of this area for others. */
export type { PersonsAct, PlansDeps, PlanTown } from './deps.ts'
export { isUnchanged, type PlanDifference, planDifference } from './difference-rules.ts'
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
export { documentOf, publishPlan, publishPlanIn } from './publish-plan.ts'
export { type PlanVersion, publishedPlansOf, readNewest, readVersion } from './published-store.ts'
export {
  type Indicator,
  type Measure,
  type MeasureFacts,
  type MeasureState,
  measureFacts,
  measureStates,
  type PlanDocument,
  type PlanFacts,
} from './schema.ts'
export { addMeasures, beginPlan, byOf, recordPlan } from './write-plan.ts'
