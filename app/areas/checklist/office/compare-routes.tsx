/** Any two published versions, fact by fact. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { listVersions, readVersion } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { factWords, type OfficeContext, openOffice, page } from './office-request.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { servedChoices } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { presentComparison } from './present-comparison.ts'
import { longMoment } from './wording.ts'

export function compareRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `${officePattern}/versions/compare`,
      permission: 'checklist.read',
      audit: 'checklist.compare-versions',
      handle: (c) => showComparison(c, deps),
    },
  ]
}

/** @throws RequestFault not-found where it is no version's number. */
function versionAsked(c: OfficeContext, name: string): number {
  const asked = c.req.query(name) ?? ''
  if (!/^[1-9]\d{0,8}$/.test(asked)) throw notFound()
  return Number(asked)
}

async function showComparison(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { db } = deps.database
  const { id, timeZone } = office.authority
  // Chosen the wrong way round, they are turned.
  const [earlier = 0, later = 0] = [versionAsked(c, 'earlier'), versionAsked(c, 'later')].sort((a, b) => a - b)
  const before = await readVersion(db, id, earlier)
  const after = await readVersion(db, id, later)
  if (!before || !after) throw notFound()
  const rows = await listVersions(db, id)
  const served = [...new Set([before, after].flatMap(({ services }) => services.flatMap(({ serves }) => serves)))]
  const words = factWords(office, deps, await servedChoices(deps, office, served))
  return page(
    c,
    <ComparePage
      frame={office.frame}
      versions={rows.map(({ version, publishedAt, redacted }) => ({
        version,
        at: longMoment(office.translator, publishedAt, timeZone),
        redacted,
      }))}
      chosen={{ earlier, later }}
      things={presentComparison({ before, after }, words)}
    />,
  )
}
