/** How far the members of an association have come: counts, map, months, files. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { byName } from '../../ui/lists.ts'
import { patterns, urls } from '../../urls.ts'
import { type OfficeContext, openAssociation } from './coverage-request.ts'
import type { Area } from './coverage-rules.ts'
import type { CoverageOfficeDeps } from './deps.ts'
import { type FileFormat, fileFormats, fileTypes, writeFile } from './export-coverage.ts'
import { mapOf } from './map-of.ts'
import { CoveragePage, type CoveragePageProps } from './pages/coverage-page.tsx'
import { placeRoutes } from './places/place-routes.tsx'
import { findArea, readCoverage } from './read-coverage.ts'
import { reportRoutes } from './report/report-routes.tsx'
import { silentRoutes } from './silent-routes.tsx'

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
    ...placeRoutes(deps, path),
    ...reportRoutes(deps, path),
  ]
}

async function show(c: OfficeContext, deps: CoverageOfficeDeps, area?: Area): Promise<Response> {
  const { association, workplace } = await openAssociation(c, deps)
  const of = c.get('frame')
  const nameOf = ({ name, names }: Area) => names[of.translator.language] ?? name
  const coverage = await readCoverage(deps, association, area)
  const report = reportLanguages(deps, association.country)
  const page = (
    <CoveragePage
      of={of}
      workplace={workplace}
      association={association}
      area={area && { name: nameOf(area), slug: area.slug }}
      counts={coverage.counts}
      parts={coverage.parts
        .map((part) => ({
          name: nameOf(part.area),
          href: urls.coverage(association, part.area.slug),
          counts: part.counts,
        }))
        .toSorted(byName(of.translator.tag))}
      months={coverage.months}
      map={mapOf(deps, association, coverage.spots, area === undefined)}
      uncounted={coverage.uncounted}
      languages={report.spoken}
      unspoken={report.unspoken}
    />
  )
  return c.html(renderDocument(page), 200, { 'cache-control': 'no-store' })
}

/** In which the report comes, those of the country first; and those of the country that have no catalogue. */
export function reportLanguages(
  {
    i18n,
    languages,
    languagesOf,
  }: Pick<CoverageOfficeDeps, 'languages' | 'languagesOf'> & { i18n: Pick<I18n, 'offered'> },
  country: string,
): { readonly spoken: CoveragePageProps['languages']; readonly unspoken: CoveragePageProps['unspoken'] } {
  const own = languagesOf(country)
  const place = (code: string) => (own.includes(code) ? own.indexOf(code) : own.length)
  const spoken = i18n.offered.toSorted((a, b) => place(a.code) - place(b.code))
  const unspoken = own.filter((code) => !spoken.some((one) => one.code === code))
  // A language of a country need not be one of those that towns write in.
  const named = (code: string) => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  return { spoken, unspoken: unspoken.map((code) => ({ autonym: languages.byCode(code)?.autonym ?? named(code) })) }
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
  const slug = c.req.query('area') ?? ''
  const area = slug === '' ? undefined : await findArea(deps.database.db, association.country, slug)
  if (slug !== '' && !area) throw notFound()
  const body = await writeFile(deps, association, { translator: c.get('translator'), list, format, area })
  const name = [association.slug, ...(area ? [area.slug] : []), list].join('-')
  return c.body(body, 200, {
    'cache-control': 'no-store',
    'content-type': fileTypes[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  })
}
