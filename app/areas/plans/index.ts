/** The only door of this area for others. */
export { loadMeasures, type Measures } from './catalogue-data.ts'
export { writeVersion } from './published-store.ts'
export type { MeasureState, PlanDocument, Section } from './schema.ts'
