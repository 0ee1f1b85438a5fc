import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { EventsOfficeDeps } from './deps.ts'
import { editionRoutes } from './office/edition-routes.tsx'
import { eventRoutes } from './office/event-routes.tsx'
import { formRoutes } from './office/form-routes.tsx'

/** Events in the office of a town, editions in that of the instance. */
export function officeEventsRoutes(deps: EventsOfficeDeps): Route<AppEnv>[] {
  return [...formRoutes(deps), ...eventRoutes(deps), ...editionRoutes(deps)]
}
