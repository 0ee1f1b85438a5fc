/** The only door of this area for others. */
export { coverageRoutes } from './coverage-routes.tsx'
export type { CoverageOfficeDeps } from './deps.ts'
export { keepCoverageHandler, keepCoverageJob } from './keep-months.ts'
export { coveragePermissions } from './policy.ts'
export { coverageRetention } from './retention-rules.ts'
