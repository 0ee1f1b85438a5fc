import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { FinderOfficeDeps } from './deps.ts'
import { listRoutes } from './list-routes.tsx'
import { townRoutes } from './town-routes.tsx'

export const pageFinderRoutes = (deps: FinderOfficeDeps): Route<AppEnv>[] => [...listRoutes(deps), ...townRoutes(deps)]
