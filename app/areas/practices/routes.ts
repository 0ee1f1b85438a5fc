import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { collectionRoutes } from './collection-routes.tsx'
import type { PracticesOfficeDeps } from './deps.ts'
import { otherRoutes } from './other-routes.tsx'
import { questionRoutes } from './question-routes.tsx'
import { reviewRoutes } from './review-routes.tsx'
import { townRoutes } from './town-routes.tsx'
import { translateRoutes } from './translate-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** Practices in the office: of towns, of associations, of the secretariat and reviewers. */
export function practicesRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  return [
    ...writeRoutes(deps),
    ...townRoutes(deps),
    ...questionRoutes(deps),
    ...reviewRoutes(deps),
    ...collectionRoutes(deps),
    ...translateRoutes(deps),
    ...otherRoutes(deps),
  ]
}
