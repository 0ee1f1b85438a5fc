/** How far the members of an association have come: counts, map, months, files. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { frameFor } from '../../platform/map/outlines.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { patterns, urls } from '../../urls.ts'
import { type OfficeContext, openAssociation } from './coverage-request.ts'
import type { Area, Spots } from './coverage-store.ts'
import type { CoverageOfficeDeps, NamedAssociation } from './deps.ts'
import { type FileFormat, fileFormats, fileTypes, writeFile } from './export-coverage.ts'
import { drawnSpots } from './map-rules.ts'
import { CoveragePage, type CoveragePageProps } from './pages/coverage-page.tsx'
import { findArea, readCoverage } from './read-coverage.ts'
import { silentRoutes } from './silent-routes.tsx'

/** Units of the drawing; the page shows it as wide as there is room. */
const mapWidth = 640

export function coverageRoutes(deps: CoverageOfficeDeps): Route<AppEnv>[] {
  const path = `/office/associations${patterns.cc}${patterns.association}/coverage`
  const get = { method: 'GET', permission: 'coverage.read' } as const
  return [
    { ...get, path, audit: 'coverage.show', handle: (c) => show(c, deps) },
    { ...get, path: `${path}/areas/:area{[a-z0-9-]+}`, audit: 'coverage.show-area', handle: (c) => showArea(c, deps) },
    ...fileFormats.flatMap((format): Route<AppEnv>[] => [
      {
        ...get,
        path: `${path}/areas.${format}`,
        audit: 'coverage.export-areas',
        handle: (c) => download(c, deps, 'areas', format),
      },
      {
        ...get,
        path: `${path}/members.${format}`,
        audit: 'coverage.export-members',
        handle: (c) => download(c, deps, 'members', format),
      },
    ]),
    ...silentRoutes(deps, path),
  ]
}

function mapOf(
  deps: CoverageOfficeDeps,
  { country }: NamedAssociation,
  { spots, nowhere }: Spots,
  whole: boolean,
): CoveragePageProps['map'] {
  const code = deps.readCountry(country)?.numericCode
  const frame = code === undefined ? undefined : frameFor(code, spots, { whole, width: mapWidth })
  return frame && { frame, drawn: drawnSpots(frame, spots), nowhere }
}

async function show(c: OfficeContext, deps: CoverageOfficeDeps, area?: Area): Promise<Response> {
  const { association, workplace } = await openAssociation(c, deps)
  const of = c.get('frame')
  const nameOf = ({ name, names }: Area) => names[of.translator.language] ?? name
  const coverage = await readCoverage(deps, association, area)
  const page = (
    <CoveragePage
      of={of}
      workplace={workplace}
      association={association}
      area={area && { name: nameOf(area), slug: area.slug }}
      counts={coverage.counts}
      parts={coverage.parts.map((part) => ({
        name: nameOf(part.area),
        href: urls.coverage(association, part.area.slug),
        counts: part.counts,
      }))}
      months={coverage.months}
      map={mapOf(deps, association, coverage.spots, area === undefined)}
      uncounted={coverage.uncounted}
    />
  )
  return c.html(renderDocument(page), 200, { 'cache-control': 'no-store' })
}

async function showArea(c: OfficeContext, deps: CoverageOfficeDeps): Promise<Response> {
  const { association } = await openAssociation(c, deps)
  const area = await findArea(deps.database.db, association.country, c.req.param('area') ?? '')
  if (!area) throw notFound()
  return show(c, deps, area)
}

async function download(
  c: OfficeContext,
  deps: CoverageOfficeDeps,
  list: 'areas' | 'members',
  format: FileFormat,
): Promise<Response> {
  const { association } = await openAssociation(c, deps)
  const body = await writeFile(deps, association, { translator: c.get('translator'), list, format })
  return c.body(body, 200, {
    'cache-control': 'no-store',
    'content-type': fileTypes[format],
    'content-disposition': `attachment; filename="${association.slug}-${list}.${format}"`,
  })
}
