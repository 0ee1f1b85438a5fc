/** The only door of this area for others. */
export type { StandardsOfficeDeps } from './deps.ts'
export { matrixRoutes } from './matrix-routes.tsx'
export { standardsPermissions } from './policy.ts'
export { reachRoutes as textReachRoutes } from './reach-routes.tsx'
export { standardsRetention } from './retention-rules.ts'
export { textRoutes } from './text-routes.tsx'
export { namesContact, namesNumber, withoutSums } from './text-rules.ts'
export { publishText, saveText, startText } from './write-text.ts'
