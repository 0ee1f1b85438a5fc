/** One page for whoever decides in the town, as PDF in any language of the interface. From what is published alone. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { absolute, patterns, urls } from '../../../urls.ts'
import { townClocks } from '../clock-store.ts'
import { readKeptPage } from '../current-page.ts'
import { missingItems } from '../missing-rules.ts'
import { sinceThen, standingOf } from '../month-rules.ts'
import { listMonths } from '../month-store.ts'
import { currentPublication } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { authorityName, type OfficeContext, type OfficeRequest, openOffice, param } from './office-request.ts'
import { officePattern } from './patterns.ts'
import { sinceWords } from './present-past.ts'
import { type SummaryFacts, summaryDocument } from './present-summary.ts'

export function summaryRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `${officePattern}/summary${patterns.lang}`,
      permission: 'checklist.read',
      audit: 'checklist.show-summary',
      handle: (c) => show(c, deps),
    },
  ]
}

const monthsCompared = 13

async function show(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const translator = deps.i18n.translator(param(c, 'lang'))
  const facts = translator && (await summaryFacts(deps, office, translator))
  if (!facts) throw notFound()
  const bytes = await deps.pdf.render(summaryDocument(translator, deps.checklist, facts)).catch((error: unknown) => {
    // Too many at once, or a machine too busy: the page can be asked for again.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="checklist-${office.frame.town.slug}-${translator.language}.pdf"`,
    'cache-control': 'no-store',
  })
}

/** Undefined: nothing is published. */
async function summaryFacts(
  deps: OfficeChecklistDeps,
  { authority, today, frame }: OfficeRequest,
  translator: Translator,
): Promise<SummaryFacts | undefined> {
  const { db } = deps.database
  const [document, publication] = [
    await readKeptPage(deps.database, authority.id),
    await currentPublication(db, authority.id),
  ]
  if (!document || !publication) return undefined
  const clocks = await townClocks(deps, authority.id)
  const looked = { today, clocks, servedByOthers: await deps.readKindsServedByOthers(authority.id) }
  const { answers, services } = document
  const published = {
    answers: answers.map((answer) => ({ answer })),
    services: services.map(({ id, ...facts }) => ({ id, facts })),
  }
  const standing = standingOf(deps, document, looked)
  const months = await listMonths(db, authority.id, monthsCompared)
  const since = sinceThen(standing, months, today.toPlainYearMonth())
  return {
    townName: authorityName(authority, translator),
    today,
    version: publication.version,
    publishedOn: publication.publishedAt.toZonedDateTimeISO(authority.timeZone).toPlainDate(),
    answers,
    standing,
    missing: missingItems(deps, published, looked),
    oldestCheck: services.flatMap(({ checked }) => checked?.on ?? []).sort()[0],
    since: since && sinceWords(translator, since),
    ask: frame.of.ask ?? [],
    publicPage: absolute(deps.baseUrl, urls.town(translator.language, frame.town)),
  }
}
