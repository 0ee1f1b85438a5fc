/** The only door of this area for others. */
export type { ErasureDeps } from './deps.ts'
export { takePlaceOut } from './hide-place.ts'
export { erasurePermissions } from './policy.ts'
export { erasureRoutes } from './routes.tsx'
