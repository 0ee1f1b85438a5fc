/** Any two published versions, fact by fact. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { pageAsked } from '../../../platform/http/page-asked.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { type Between, countChanges, readChanges, readOverview } from '../read-changes.ts'
import { listVersions } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { factWords, type OfficeContext, openOffice, page } from './office-request.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { servedChoices } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { presentComparison } from './present-comparison.ts'
import { longMoment } from './wording.ts'

/** Things on one page. */
const listed = 50

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
  const rows = await listVersions(db, id)
  if (![earlier, later].every((version) => rows.some((row) => row.version === version))) throw notFound()
  const between: Between = { before: { version: earlier }, after: { version: later } }
  const overview = await readOverview(deps, db, id, between)
  const [number, total] = [pageAsked(c), countChanges(overview)]
  const read = await readChanges(db, id, between, overview, { from: (number - 1) * listed, most: listed })
  const services = [...(read.before?.services ?? []), ...read.after.services]
  const served = [...new Set(services.flatMap(({ serves }) => serves))]
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
      things={presentComparison(read, words)}
      total={total}
      pages={{ number, count: Math.max(1, Math.ceil(total / listed)) }}
    />,
  )
}
