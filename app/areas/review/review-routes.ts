/** The review for everybody: pages of now and of the first day of each month, files, documents. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound, RequestFault } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { PdfFault } from '../../platform/pdf/pdf.ts'
import { type ReviewDocument, reviewDocuments, reviewFigures } from '../../urls/review-urls.ts'
import { patterns, urls } from '../../urls.ts'
import { anyTown, readerFor } from '../help-pages/index.ts'
import type { ReviewDeps } from './deps.ts'
import { figureFile } from './figure-files.ts'
import { renderDefinitions, renderReview } from './render-review.ts'
import { reviewDocument } from './report/present-document.ts'
import { monthOf, monthsThere } from './review-rules.ts'

type Ctx = Context<AppEnv>

const base = `${patterns.lang}/review`
const ofMonth = `${base}/:month{[0-9]{4}-[0-9]{2}}`
const read = { method: 'GET', permission: 'public' } as const

export function reviewRoutes(deps: ReviewDeps): Route<AppEnv>[] {
  const page = async (c: Ctx, month?: Temporal.PlainYearMonth) => {
    const translator = languageAsked(deps, c)
    const key = urls.review(translator.language, month?.toString())
    return sendPage(c, await deps.pageCache.get(key, () => renderReview(deps, translator, month)))
  }
  return [
    { ...read, path: base, audit: 'review.read', handle: (c) => page(c) },
    {
      ...read,
      path: ofMonth,
      audit: 'review.read-month',
      handle: async (c) => page(c, await monthAsked(deps, c.req.param('month'))),
    },
    {
      ...read,
      path: `${base}/definitions`,
      audit: 'review.read-definitions',
      handle: async (c) => {
        const translator = languageAsked(deps, c)
        const key = urls.reviewDefinitions(translator.language)
        return sendPage(c, await deps.pageCache.get(key, async () => renderDefinitions(deps, translator)))
      },
    },
    ...fileRoutes(deps),
    ...reviewDocuments.flatMap((form) => documentRoutes(deps, form)),
  ]
}

/** @throws {RequestFault} where nothing is offered in the language. */
function languageAsked({ site }: ReviewDeps, c: Ctx): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}

/** @throws {RequestFault} where there is no review of the month: before the first plan, or in the future. */
async function monthAsked(deps: ReviewDeps, text: string | undefined): Promise<Temporal.PlainYearMonth> {
  const month = monthOf(text ?? '')
  const { value } = await deps.review.read(undefined)
  const there = month && monthsThere(value.plans.first, deps.clock.now()).some((one) => one.equals(month))
  if (!there) throw notFound()
  return month
}

function fileRoutes(deps: ReviewDeps): Route<AppEnv>[] {
  return reviewFigures.map((figure) => ({
    ...read,
    path: urls.reviewFile(figure),
    audit: 'review.read-file',
    handle: async (c) => {
      const asked = c.req.query('month')
      const month = asked === undefined ? undefined : await monthAsked(deps, asked)
      const { value } = await deps.review.read(month)
      return c.body(figureFile(figure, value), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="review-${figure}-${value.day}.csv"`,
        'cache-control': 'no-store',
        'cdn-cache-control': 'public, max-age=60',
        'access-control-allow-origin': '*',
      })
    },
  }))
}

function documentRoutes(deps: ReviewDeps, form: ReviewDocument): Route<AppEnv>[] {
  return [base, ofMonth].map((path) => ({
    ...read,
    path: `${path}/${form}.pdf`,
    audit: `review.read-${form}`,
    handle: async (c) => {
      const asked = c.req.param('month')
      return send(deps, c, form, asked === undefined ? undefined : await monthAsked(deps, asked))
    },
  }))
}

async function send(
  deps: ReviewDeps,
  c: Ctx,
  form: ReviewDocument,
  month: Temporal.PlainYearMonth | undefined,
): Promise<Response> {
  const translator = languageAsked(deps, c)
  const { value: review, until } = await deps.review.read(month)
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  // What was counted some time ago is told until it is counted again.
  const key = `${review.day} ${until ?? ''} ${c.req.path}`
  const bytes = await deps.papers
    .get(key, async () => ({
      document: reviewDocument(deps, reader, form, review, month),
      dependsOn: month ? [] : [anyTown],
    }))
    .catch((error: unknown) => {
      // Too many at once, or a machine too busy: it can be asked for again.
      throw error instanceof PdfFault ? new RequestFault('unavailable') : error
    })
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="review-${form}-${review.day}-${translator.language}.pdf"`,
    ...{ 'cache-control': 'no-store', 'cdn-cache-control': 'public, max-age=60', 'x-robots-tag': 'noindex' },
  })
}
