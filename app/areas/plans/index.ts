/** The only door of this area for others. */
export { writeVersion } from './published-store.ts'
export type { MeasureState, PlanDocument, Section } from './schema.ts'
