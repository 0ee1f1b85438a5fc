import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { ExchangeOfficeDeps } from './deps.ts'
import { pieceFormRoutes } from './form-routes.tsx'
import { exchangeListRoutes } from './list-routes.tsx'
import { pieceRoutes } from './piece-routes.tsx'

/** What associations share with each other. */
export function exchangeRoutes(deps: ExchangeOfficeDeps): Route<AppEnv>[] {
  return [...exchangeListRoutes(deps), ...pieceFormRoutes(deps), ...pieceRoutes(deps)]
}
