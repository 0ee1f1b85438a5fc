/** The only door of this area for others. */
export { catchmentRoutes } from './area-routes.tsx'
export type { CatchmentOfficeDeps } from './deps.ts'
export { catchmentsPermissions } from './policy.ts'
export { catchmentsPersonalSets, catchmentsRetention } from './retention-rules.ts'
