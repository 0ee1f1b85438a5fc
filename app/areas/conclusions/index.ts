/** The only door of this area for others. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { ConclusionsOfficeDeps } from './deps.ts'
import { lineRoutes } from './line-routes.tsx'
import { questionRoutes } from './questions/question-routes.tsx'
import { setRoutes } from './set-routes.tsx'
import { taskRoutes } from './task-routes.tsx'
import { townRoutes } from './town-routes.tsx'

export { demonstrateConclusions } from './demonstrate.ts'
export type { ConclusionPagesDeps, ConclusionsDeps, ConclusionsOfficeDeps, Named } from './deps.ts'
export { eraseFromConclusions } from './erase-store.ts'
export { countFigures } from './figure-store.ts'
export { conclusionsHandlers, conclusionsJobs } from './jobs.ts'
export {
  arePublished,
  createConclusionLinks,
  createConclusionSections,
  createPartLinks,
  hasConclusions,
  taskLinks,
} from './meeting-sections.ts'
export { moveConclusions, shareConclusions } from './move-store.ts'
export { conclusionsNextSteps } from './next-steps.ts'
export { conclusionsPersonalSets } from './personal-rules.ts'
export { conclusionsPermissions } from './policy.ts'
export { conclusionPageRoutes } from './public-routes.ts'
export { conclusionsRetention } from './retention-rules.ts'
export { hasSigned } from './signatory-store.ts'

/** Conclusions in the office: of the secretariat, of those who took part, of those who have taken something on. */
export function conclusionsRoutes(deps: ConclusionsOfficeDeps): Route<AppEnv>[] {
  return [...setRoutes(deps), ...taskRoutes(deps), ...lineRoutes(deps), ...townRoutes(deps), ...questionRoutes(deps)]
}
