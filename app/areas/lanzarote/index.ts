/** The only door of this area for others. */
export type { LanzaroteDeps } from './deps.ts'
export { countPlans, countPublishers } from './done-store.ts'
export { createKeptCounts } from './kept-counts.ts'
export { lanzaroteRoutes } from './lanzarote-routes.ts'
