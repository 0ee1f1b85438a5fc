import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { associationListRoutes } from './association-list-routes.tsx'
import { associationQuestionRoutes } from './association-routes.tsx'
import type { QuestionsOfficeDeps } from './deps.ts'
import { townQuestionRoutes } from './town-routes.tsx'

/** What towns ask, in their own offices and in that of their association. */
export function questionRoutes(deps: QuestionsOfficeDeps): Route<AppEnv>[] {
  return [...townQuestionRoutes(deps), ...associationListRoutes(deps), ...associationQuestionRoutes(deps)]
}
