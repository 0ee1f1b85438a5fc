import type { AppEnv } from '../../../platform/http/env.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { answerRoutes } from './answer-routes.tsx'
import { approvalRoutes } from './approval-routes.tsx'
import { checklistRoutes } from './checklist-routes.tsx'
import { clockRoutes } from './clock-routes.tsx'
import { compareRoutes } from './compare-routes.tsx'
import { copyRoutes } from './copy-routes.tsx'
import type { OfficeChecklistDeps } from './deps.ts'
import { feedRoutes } from './feeds/feed-routes.tsx'
import { importRoutes } from './import/import-routes.tsx'
import { joiningRoutes } from './joining-routes.tsx'
import { missingRoutes } from './missing-routes.tsx'
import { newServiceRoutes } from './new-service-routes.tsx'
import { partRoutes } from './part-routes.tsx'
import { publishRoutes } from './publish-routes.tsx'
import { reachRoutes } from './reach-routes.tsx'
import { restoreRoutes } from './restore-routes.tsx'
import { sameRoutes } from './same-routes.tsx'
import { schoolHolidayRoutes } from './school-holiday-routes.tsx'
import { serviceRoutes } from './service-routes.tsx'
import { standardRoutes } from './standard-routes.tsx'
import { summaryRoutes } from './summary-routes.ts'
import { versionRoutes } from './version-routes.tsx'

/** The pages on which a town's officer fills in the checklist. Words such as "remove" come before the parts' pattern. */
export function officeChecklistRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return [
    ...checklistRoutes(deps),
    ...clockRoutes(deps),
    ...schoolHolidayRoutes(deps),
    ...joiningRoutes(deps),
    ...missingRoutes(deps),
    ...summaryRoutes(deps),
    ...answerRoutes(deps),
    ...newServiceRoutes(deps),
    ...sameRoutes(deps),
    ...importRoutes(deps),
    ...feedRoutes(deps),
    ...serviceRoutes(deps),
    ...copyRoutes(deps),
    ...standardRoutes(deps),
    ...partRoutes(deps),
    ...publishRoutes(deps),
    ...reachRoutes(deps),
    ...compareRoutes(deps),
    ...versionRoutes(deps),
    ...restoreRoutes(deps),
    ...approvalRoutes(deps),
  ]
}
