/** The only door of this area for others. */
export { pageAddress } from './address-rules.ts'
export type { WebsitesDeps } from './deps.ts'
export { type PlacedHere, placedOnPage } from './placed-on-page.ts'
export { websitesPermissions } from './policy.ts'
export { websitesRetention } from './retention-rules.ts'
export { websiteRoutes } from './website-routes.tsx'
