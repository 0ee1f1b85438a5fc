/** The report for the board of an association. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { byName } from '../../../ui/lists.ts'
import { patterns } from '../../../urls.ts'
import { type OfficeContext, openAssociation } from '../coverage-request.ts'
import type { CoverageOfficeDeps } from '../deps.ts'
import { mapOf } from '../map-of.ts'
import { readCoverage } from '../read-coverage.ts'
import { mapPicture } from './map-picture.ts'
import { type ReportForm, reportDocument, reportForms } from './present-report.ts'

export function reportRoutes(deps: CoverageOfficeDeps, coverage: string): Route<AppEnv>[] {
  return reportForms.map((form) => ({
    method: 'GET',
    permission: 'coverage.read',
    path: `${coverage}/report${patterns.lang}/${form}.pdf`,
    audit: `coverage.report-${form}`,
    handle: (c) => show(c, deps, form),
  }))
}

async function show(c: OfficeContext, deps: CoverageOfficeDeps, form: ReportForm): Promise<Response> {
  const { association } = await openAssociation(c, deps)
  const translator = deps.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  const { language } = translator
  const timeZone = deps.readCountry(association.country)?.timeZone ?? 'UTC'
  const today = deps.clock.now().toZonedDateTimeISO(timeZone).toPlainDate()
  const askedSince = today.subtract({ years: 1 })
  const coverage = await readCoverage(deps, association)
  const map = mapOf(deps, association, coverage.spots, true)
  const document = reportDocument(translator, form, {
    association: association.names[language] ?? association.name,
    instance: deps.instanceName,
    today,
    ...coverage,
    parts: coverage.parts
      .map(({ area, counts }) => ({ name: area.names[language] ?? area.name, counts }))
      .toSorted(byName(translator.tag)),
    needs: await deps.readNeeds(translator, association.id, today),
    asked: await deps.readAsked(translator, association.id, askedSince.toZonedDateTime(timeZone).toInstant()),
    askedSince,
    map: map && mapPicture(map.frame, map.drawn),
  })
  const bytes = await deps.pdf.render(document).catch((error: unknown) => {
    // Too many at once, or a machine too busy: it can be asked for again.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${association.slug}-${form}-${language}.pdf"`,
    'cache-control': 'no-store',
  })
}
