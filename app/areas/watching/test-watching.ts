/** What tests of other parts need of this area. */
export { takeReportsOut, tellOverdue } from './reports.ts'
