/** One page for whoever decides in the town, as PDF in any language of the interface: of what is published; before that, of the draft. */
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
import type { SnapshotDocument } from '../schema.ts'
import { currentPublication } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { authorityName, type OfficeContext, type OfficeRequest, openOffice, param } from './office-request.ts'
import { officePattern } from './patterns.ts'
import { sinceWords } from './present-past.ts'
import { type SummaryFacts, summaryDocument } from './present-summary.ts'
import { readSaid } from './read-missing.ts'

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
  if (!translator) throw notFound()
  const facts = await summaryFacts(deps, office, translator)
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

async function summaryFacts(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  translator: Translator,
): Promise<SummaryFacts> {
  const { authority, today, frame } = office
  const { published, document } = (await publishedPage(deps, office)) ?? (await draftOf(deps, office))
  const clocks = await townClocks(deps, authority.id)
  const looked = { today, clocks, servedByOthers: await deps.readKindsServedByOthers(authority.id) }
  const { answers, services } = document
  const said = {
    answers: answers.map((answer) => ({ answer })),
    services: services.map(({ id, ...facts }) => ({ id, facts })),
  }
  const standing = standingOf(deps, document, looked)
  const months = published ? await listMonths(deps.database.db, authority.id, monthsCompared) : []
  const since = sinceThen(standing, months, today.toPlainYearMonth())
  return {
    townName: authorityName(authority, translator),
    today,
    published,
    answers,
    standing,
    missing: missingItems(deps, said, looked),
    oldestCheck: services.flatMap(({ checked }) => checked?.on ?? []).sort()[0],
    since: since && sinceWords(translator, since),
    ask: frame.of.ask ?? [],
    publicPage: absolute(deps.baseUrl, urls.town(translator.language, frame.town)),
  }
}

interface Summarised extends Pick<SummaryFacts, 'published'> {
  readonly document: Pick<SnapshotDocument, 'answers' | 'services'>
}

async function publishedPage(
  { database }: OfficeChecklistDeps,
  { authority }: OfficeRequest,
): Promise<Summarised | undefined> {
  const document = await readKeptPage(database, authority.id)
  const publication = document && (await currentPublication(database.db, authority.id))
  if (!publication) return undefined
  const on = publication.publishedAt.toZonedDateTimeISO(authority.timeZone).toPlainDate()
  return { document, published: { version: publication.version, on } }
}

/** On its first day a town has something to show to its mayor as well. */
async function draftOf(deps: OfficeChecklistDeps, { authority }: OfficeRequest): Promise<Summarised> {
  const { answers, services } = await readSaid(deps, authority.id)
  const document = {
    answers: answers.map(({ answer }) => answer),
    services: services.map(({ id, facts }) => ({ id, ...facts })),
  }
  return { document, published: undefined }
}
