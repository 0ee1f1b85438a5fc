/** All pages about who works where. Words such as "invite" come before what is looked up by an id. */
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { joinRoutes } from './join-routes.tsx'
import { placeRoutes } from './place-routes.tsx'
import { requestRoutes } from './request-routes.tsx'
import { roleRoutes } from './role-routes.tsx'
import { vouchRoutes } from './vouch-routes.tsx'

export function peopleRoutes(deps: PeopleRoutesDeps): Route<AppEnv>[] {
  return [
    ...invitationRoutes(deps),
    ...joinRoutes(deps),
    ...placeRoutes(deps),
    ...roleRoutes(deps),
    ...requestRoutes(deps),
    ...vouchRoutes(deps),
  ]
}
