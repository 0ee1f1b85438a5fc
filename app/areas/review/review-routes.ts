/** The review for everybody: pages of now and of each earlier day, files, documents. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound, RequestFault } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { PdfFault } from '../../platform/pdf/pdf.ts'
import { type ReviewDocument, reviewDocuments, reviewFiles } from '../../urls/review-urls.ts'
import { patterns, urls } from '../../urls.ts'
import { anyTown, readerFor } from '../help-pages/index.ts'
import type { ReviewDeps } from './deps.ts'
import { figureFile } from './figure-files.ts'
import { renderChoice, renderDefinitions, renderReview } from './render-review.ts'
import { reviewDocument } from './report/present-document.ts'
import { type DaysThere, dayOf, daysThere, isAmong, nameOfDay } from './review-rules.ts'

type Ctx = Context<AppEnv>

const base = `${patterns.lang}/review`
const ofDay = `${base}/:day{[0-9]{4}-[0-9]{2}[0-9-]*}`
const read = { method: 'GET', permission: 'public' } as const

export function reviewRoutes(deps: ReviewDeps): Route<AppEnv>[] {
  return [
    { ...read, path: base, audit: 'review.read', handle: (c) => page(deps, c, undefined) },
    { ...read, path: ofDay, audit: 'review.read-day', handle: (c) => dayPage(deps, c) },
    {
      ...{ method: 'POST', permission: 'public', path: `${base}/day`, audit: 'review.choose-day' },
      handle: (c) => choose(deps, c),
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

async function page(deps: ReviewDeps, c: Ctx, day: Temporal.PlainDate | undefined): Promise<Response> {
  const translator = languageAsked(deps, c)
  const key = urls.review(translator.language, day && nameOfDay(day))
  return sendPage(c, await deps.pageCache.get(key, () => renderReview(deps, translator, day)))
}

const daysOf = async (deps: ReviewDeps): Promise<DaysThere | undefined> =>
  daysThere((await deps.review.read(undefined)).value.plans.first, deps.clock.now())

/** The day that is meant; undefined where there is no review of it: before the first plan, or in the future. */
async function dayIn(deps: ReviewDeps, text: string): Promise<Temporal.PlainDate | undefined> {
  const [day, days] = [dayOf(text), await daysOf(deps)]
  return day && days && isAmong(days, day) ? day : undefined
}

/** @throws {RequestFault} where there is no review of the day. */
async function dayAsked(deps: ReviewDeps, text: string | undefined): Promise<Temporal.PlainDate> {
  const day = await dayIn(deps, text ?? '')
  if (!day) throw notFound()
  return day
}

/** An address of a day has one form; of a day without a review it says between which there are some. */
async function dayPage(deps: ReviewDeps, c: Ctx): Promise<Response> {
  const { language } = languageAsked(deps, c)
  const text = c.req.param('day') ?? ''
  const day = await dayIn(deps, text)
  if (!day) return refused(deps, c, text, 404)
  return text === nameOfDay(day) ? page(deps, c, day) : c.redirect(urls.review(language, nameOfDay(day)), 301)
}

/** What was typed into the field of the page. */
async function choose(deps: ReviewDeps, c: Ctx): Promise<Response> {
  const { language } = languageAsked(deps, c)
  const text = fieldText(await readForm(c.req.raw), 'day')
    .trim()
    .slice(0, 30)
  const day = await dayIn(deps, text)
  return day ? c.redirect(urls.review(language, nameOfDay(day)), 303) : refused(deps, c, text, 422)
}

async function refused(deps: ReviewDeps, c: Ctx, text: string, status: 404 | 422): Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.html(renderChoice(deps, languageAsked(deps, c), await daysOf(deps), text), status)
}

function fileRoutes(deps: ReviewDeps): Route<AppEnv>[] {
  return reviewFiles.map((file) => ({
    ...read,
    path: urls.reviewFile(file),
    audit: 'review.read-file',
    handle: async (c) => {
      // `month` is how addresses of files began.
      const asked = c.req.query('day') ?? c.req.query('month')
      const { value } = await deps.review.read(asked === undefined ? undefined : await dayAsked(deps, asked))
      return c.body(figureFile(file, value), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="review-${file}-${value.day}.csv"`,
        'cache-control': 'no-store',
        'cdn-cache-control': 'public, max-age=60',
        'access-control-allow-origin': '*',
      })
    },
  }))
}

function documentRoutes(deps: ReviewDeps, form: ReviewDocument): Route<AppEnv>[] {
  return [base, ofDay].map((path) => ({
    ...read,
    path: `${path}/${form}.pdf`,
    audit: `review.read-${form}`,
    handle: async (c) => {
      const asked = c.req.param('day')
      return send(deps, c, form, asked === undefined ? undefined : await dayAsked(deps, asked))
    },
  }))
}

async function send(
  deps: ReviewDeps,
  c: Ctx,
  form: ReviewDocument,
  day: Temporal.PlainDate | undefined,
): Promise<Response> {
  const translator = languageAsked(deps, c)
  const { value: review, until } = await deps.review.read(day)
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  // What was counted some time ago is told until it is counted again.
  const key = `${review.day} ${until ?? ''} ${c.req.path}`
  const bytes = await deps.papers
    .get(key, async () => ({
      document: reviewDocument(deps, reader, form, review, day),
      dependsOn: day ? [] : [anyTown],
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
