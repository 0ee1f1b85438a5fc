/** The only door of this area for others. */
export { coverageRoutes } from './coverage-routes.tsx'
export type { Segment, Step } from './coverage-rules.ts'
export type { CoverageOfficeDeps } from './deps.ts'
export { noteInvited, notingInvited } from './invited-store.ts'
export { keepCoverageHandler, keepCoverageJob } from './keep-months.ts'
export { inSegment, memberRows } from './member-store.ts'
export { coveragePermissions } from './policy.ts'
export { coverageRetention } from './retention-rules.ts'
