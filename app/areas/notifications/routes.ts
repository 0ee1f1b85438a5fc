import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { choiceRoutes } from './choice-routes.tsx'
import type { NotificationsRoutesDeps } from './routes-deps.ts'
import { stopRoutes } from './stop-routes.tsx'

export type { NotificationsRoutesDeps }

export function notificationsRoutes(deps: NotificationsRoutesDeps): Route<AppEnv>[] {
  return [...choiceRoutes(deps), ...stopRoutes(deps)]
}
