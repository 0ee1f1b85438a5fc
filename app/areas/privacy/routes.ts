/** Every page about a person's own data. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { dataRoutes } from './data-routes.tsx'
import { deleteRoutes, type PrivacyRoutesDeps } from './delete-routes.tsx'

export type { PrivacyRoutesDeps }

export function privacyRoutes(deps: PrivacyRoutesDeps): Route<AppEnv>[] {
  return [...dataRoutes(deps), ...deleteRoutes(deps)]
}
