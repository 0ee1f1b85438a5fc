/** All pages of campaigns and of invited towns. Words such as "contacts" come before what is looked up by an id. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { campaignRoutes } from './campaign-routes.tsx'
import { contactRoutes } from './contacts/contact-routes.tsx'
import { listRoutes } from './contacts/list-routes.tsx'
import type { CampaignsOfficeDeps, JoiningDeps } from './deps.ts'
import { firstStepsRoutes } from './joining/first-routes.tsx'
import { invitedRoutes } from './joining/invited-routes.tsx'
import { journeyRoutes } from './journey-routes.tsx'
import { previewRoutes } from './preview-routes.tsx'
import { printedRoutes } from './printed/printed-routes.tsx'
import { replyRoutes } from './reply/reply-routes.tsx'
import { stopLettersRoutes } from './stop/stop-routes.tsx'

export function campaignsRoutes(deps: CampaignsOfficeDeps & JoiningDeps): Route<AppEnv>[] {
  return [
    ...contactRoutes(deps),
    ...listRoutes(deps),
    ...campaignRoutes(deps),
    ...journeyRoutes(deps),
    ...previewRoutes(deps),
    ...replyRoutes(deps),
    ...printedRoutes(deps),
    ...stopLettersRoutes(deps),
    ...invitedRoutes(deps),
    ...firstStepsRoutes(deps),
  ]
}
