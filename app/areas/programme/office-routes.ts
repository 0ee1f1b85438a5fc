import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { ProgrammeOfficeDeps } from './deps.ts'
import { programmeRoutes } from './office/programme-routes.tsx'
import { sessionRoutes } from './office/session-routes.tsx'

/** The programme in the office of the host. */
export function officeProgrammeRoutes(deps: ProgrammeOfficeDeps): Route<AppEnv>[] {
  return [...programmeRoutes(deps), ...sessionRoutes(deps)]
}
