import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { TrailDeps } from './deps.ts'
import { historyRoutes } from './history-routes.tsx'
import { supportRoutes } from './support-routes.tsx'

/** What was done in a town's office, and whom the town lets look at it. */
export function trailRoutes(deps: TrailDeps): Route<AppEnv>[] {
  return [...historyRoutes(deps), ...supportRoutes(deps)]
}
