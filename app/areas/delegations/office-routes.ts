import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { DelegationsOfficeDeps } from './deps.ts'
import { delegationRoutes } from './office/delegation-routes.tsx'
import { hostRoutes } from './office/host-routes.tsx'
import { registrationRoutes } from './office/registration-routes.tsx'

/** Delegations in the offices of those who come, and of the host. */
export function officeDelegationsRoutes(deps: DelegationsOfficeDeps): Route<AppEnv>[] {
  return [...delegationRoutes(deps), ...registrationRoutes(deps), ...hostRoutes(deps)]
}
