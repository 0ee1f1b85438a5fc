/** The only door of this area for others. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { badgeRoutes } from './badge-routes.ts'
import { certificateRoutes } from './certificate-routes.ts'
import { credentialRoutes } from './credential-routes.ts'
import type { CertificatesDeps } from './deps.ts'
import { officeCertificateRoutes } from './office-routes.tsx'
import { verifyRoutes } from './verify-routes.ts'

export type { CertificatesDeps, KeyInUse } from './deps.ts'
export { createShowSigned } from './office-routes.tsx'
export { certificatesPermissions } from './policy.ts'
export { type BadgeShown, createBadgesOf } from './shown-badges.ts'

export function certificatesRoutes(deps: CertificatesDeps): Route<AppEnv>[] {
  return [
    ...verifyRoutes(deps),
    ...credentialRoutes(deps),
    ...certificateRoutes(deps),
    ...badgeRoutes(deps),
    ...officeCertificateRoutes(deps),
  ]
}
