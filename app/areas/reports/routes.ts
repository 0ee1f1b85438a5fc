import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { checkRoutes } from './check-routes.tsx'
import { cycleRoutes } from './cycle-routes.tsx'
import type { ReportsOfficeDeps } from './deps.ts'
import { feedbackRoutes } from './feedback/feedback-routes.tsx'
import { measuresRoutes } from './measures-routes.tsx'
import { progressRoutes } from './progress-routes.tsx'
import { questionsRoutes } from './questions-routes.tsx'
import { sheetRoutes } from './sheet-routes.tsx'

/** Everything of the office about progress reports. */
export function reportsRoutes(deps: ReportsOfficeDeps): Route<AppEnv>[] {
  return [
    ...progressRoutes(deps),
    ...measuresRoutes(deps),
    ...questionsRoutes(deps),
    ...checkRoutes(deps),
    ...sheetRoutes(deps),
    ...cycleRoutes(deps),
    ...feedbackRoutes(deps),
  ]
}
