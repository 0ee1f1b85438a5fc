import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { electionRoutes } from './afterwards/election-routes.tsx'
import { laterRoutes } from './afterwards/later-routes.tsx'
import { applicationRoutes } from './application-routes.tsx'
import { associationPactRoutes } from './association-routes.tsx'
import type { SigningOfficeDeps } from './deps.ts'
import { caseRoutes } from './desk/case-routes.tsx'
import { entryRoutes } from './desk/entry-routes.tsx'
import { queueRoutes } from './desk/queue-routes.tsx'
import { withdrawalRoutes } from './desk/withdrawal-routes.tsx'
import { missingRoutes } from './missing-routes.tsx'
import { pageRoutes } from './page-routes.tsx'
import { proofRoutes } from './proof/proof-routes.tsx'
import { standRoutes } from './stand-routes.tsx'
import { togetherRoutes } from './together-routes.tsx'

/** Signing the Pact: in the office of a body, of an association, of a person, and at the secretariat. */
export function signingRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  return [
    ...missingRoutes(deps),
    ...standRoutes(deps),
    ...applicationRoutes(deps),
    ...pageRoutes(deps),
    ...togetherRoutes(deps),
    ...proofRoutes(deps),
    ...laterRoutes(deps),
    ...associationPactRoutes(deps),
    ...electionRoutes(deps),
    ...[...queueRoutes(deps), ...caseRoutes(deps), ...entryRoutes(deps), ...withdrawalRoutes(deps)],
  ]
}
