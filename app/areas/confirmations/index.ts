/** The only door of this area for others. */

export { moveContact } from './contact-store.ts'
export type { ConfirmationsDeps, PublicWords, Town } from './deps.ts'
export { eraseContacts } from './erase-store.ts'
export { confirmationsHandlers, confirmationsJobs } from './jobs.ts'
export { linkRoutes } from './link-routes.tsx'
export { confirmationsNextSteps } from './next-steps.ts'
export { confirmationsPersonalSets, confirmationsRetention } from './personal-rules.ts'
export { confirmationsPermissions } from './policy.ts'
export { providerRoutes } from './provider-routes.tsx'
export { noteRefusal } from './refused.ts'
export { settleMerged } from './request-store.ts'
export { askingRefused } from './send-asking.ts'
