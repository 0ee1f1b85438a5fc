/** The only door of this area for others. */
export type { ConfirmationsDeps, PublicWords, Town } from './deps.ts'
export { eraseContacts } from './erase-store.ts'
export { confirmationsHandlers, confirmationsJobs } from './jobs.ts'
export { linkRoutes } from './link-routes.tsx'
export { confirmationsNextSteps } from './next-steps.ts'
export { confirmationsPersonalSets, confirmationsRetention } from './personal-rules.ts'
export { confirmationsPermissions } from './policy.ts'
export { providerRoutes } from './provider-routes.tsx'
