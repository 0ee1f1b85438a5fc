/** The only door of this area for others. */
export type { WebsitesDeps } from './deps.ts'
export { websitesPermissions } from './policy.ts'
export { websitesRetention } from './retention-rules.ts'
export { websiteRoutes } from './website-routes.tsx'
