import type { AppEnv } from '../../../platform/http/env.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { countriesRoutes } from './countries-routes.tsx'
import type { OfficeHelplinesDeps } from './deps.ts'
import { formRoutes } from './form-routes.tsx'
import { lineRoutes } from './line-routes.tsx'
import { withdrawRoutes } from './withdraw-routes.tsx'

/** The help numbers of a country, for those who keep them. Order matters: `new` stands where a line's name could. */
export function helplinesRoutes(deps: OfficeHelplinesDeps): Route<AppEnv>[] {
  return [...countriesRoutes(deps), ...formRoutes(deps), ...withdrawRoutes(deps), ...lineRoutes(deps)]
}
