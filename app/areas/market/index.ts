/** The only door of this area for others. */
export type { MarketDeps, MarketPagesDeps } from './deps.ts'
export { eraseFromMarket } from './erase-store.ts'
export { marketLinks, marketSection } from './links.ts'
export { moveMarket, shareMarket } from './move-store.ts'
export { officeMarketRoutes } from './office-routes.tsx'
export { marketPermissions } from './policy.ts'
export { marketPageRoutes } from './public-routes.ts'
export { marketRetention } from './retention-rules.ts'
