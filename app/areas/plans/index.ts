/** The only door of the plans area. */

export { loadMeasures, type Measures } from './catalogue-data.ts'
