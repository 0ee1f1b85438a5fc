/** The only door of this area for others. */
export type { LayerFacts, NetworkFacts } from './deps.ts'
export { networkMapRoutes } from './routes.ts'
