/** The only door of this area for others. */
export type { FinderDeps, FinderOfficeDeps } from './deps.ts'
export { type FoundOnWebsite, foundOnWebsites } from './finding-store.ts'
export { keepFirstAddresses } from './first-addresses.ts'
export { lookAtSitesJob, pageFinderHandlers, pageFinderJobs } from './jobs.ts'
export { pageFinderPermissions } from './policy.ts'
export { pageFinderPersonalSets, pageFinderRetention } from './retention-rules.ts'
export { pageFinderRoutes } from './routes.ts'
