import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { MeetingsOfficeDeps } from './deps.ts'
import { bidRoutes } from './office/bid-routes.tsx'
import { callRoutes } from './office/call-routes.tsx'
import { choiceRoutes } from './office/choice-routes.tsx'
import { documentRoutes } from './office/document-routes.tsx'
import { leftRoutes } from './office/left-routes.tsx'
import { letterRoutes } from './office/letter-routes.tsx'
import { meetingRoutes } from './office/meeting-routes.tsx'
import { scoreRoutes } from './office/score-routes.tsx'
import { townRoutes } from './office/town-routes.tsx'

/** Meetings in the office: of the secretariat, of reviewers, of towns that would receive the others. */
export function meetingsRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  return [
    ...meetingRoutes(deps),
    ...callRoutes(deps),
    ...choiceRoutes(deps),
    ...scoreRoutes(deps),
    ...townRoutes(deps),
    ...bidRoutes(deps),
    ...letterRoutes(deps),
    ...documentRoutes(deps),
    ...leftRoutes(deps),
  ]
}
