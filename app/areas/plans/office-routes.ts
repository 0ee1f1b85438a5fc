import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { measureRoutes } from './office/measure-routes.tsx'
import type { PlansOfficeDeps } from './office/office-deps.ts'
import { othersRoutes } from './office/others-routes.tsx'
import { planFormRoutes } from './office/plan-form-routes.tsx'
import { planRoutes } from './office/plan-routes.tsx'
import { publishRoutes } from './office/publish-routes.tsx'
import { startRoutes } from './office/start-routes.tsx'
import { togetherRoutes } from './office/together-routes.tsx'

/** Plans in the office of a town. */
export function officePlansRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  return [
    ...planFormRoutes(deps),
    ...planRoutes(deps),
    ...startRoutes(deps),
    ...othersRoutes(deps),
    ...measureRoutes(deps),
    ...togetherRoutes(deps),
    ...publishRoutes(deps),
  ]
}
