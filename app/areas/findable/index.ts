/** The only door of this area for others. */
export { type FindableDeps, findableRoutes } from './routes.ts'
