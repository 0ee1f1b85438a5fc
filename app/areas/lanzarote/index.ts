/** The only door of this area for others. */
export type { LanzaroteDeps } from './deps.ts'
export { countPlans, countPublishers, measuresOfArticle } from './done-store.ts'
export { lanzaroteRoutes } from './lanzarote-routes.ts'
export { presentReadings } from './present-reading.ts'
