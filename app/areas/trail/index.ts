/** The only door of this area for others. */
export type { TrailDeps } from './deps.ts'
export { supportNextSteps } from './next-steps.ts'
export { trailPersonalSets } from './personal-rules.ts'
export { trailPermissions } from './policy.ts'
export { trailRetention } from './retention-rules.ts'
export { trailRoutes } from './routes.ts'
export { supportersOf } from './support.ts'
export { createSupportView } from './support-view.ts'
