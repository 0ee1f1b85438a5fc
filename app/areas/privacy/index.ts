/** The only door of this area for others. */
export type { PrivacyDeps } from './deps.ts'
export { createPrivacy, privacyJobs } from './jobs.ts'
export { privacyPermissions } from './policy.ts'
export { type PrivacyRoutesDeps, privacyRoutes } from './routes.ts'
