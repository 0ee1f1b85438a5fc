/** What tests of other parts need of this area. */
export { takeReportsOut } from './reports.ts'
