/** Reports for everybody: parse, render or take from memory, send. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { patterns, urls } from '../../../urls.ts'
import { findBySlug } from '../../authorities/index.ts'
import type { ReportPagesDeps } from './deps.ts'
import { type ReportPaper, reportPaper, reportPdf } from './present-paper.ts'
import { type AskedReport, aboutReport, readAsked, renderReport, titleOf, writtenIn } from './render-report.ts'
import { reportDocx } from './report-docx.ts'

type Ctx = Context<AppEnv>

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const files = { pdf: 'application/pdf', docx } as const

const one = `${patterns.lang}${patterns.cc}${patterns.slug}/plan/:cycle{[1-9][0-9]{0,3}}`

export function reportPageRoutes(deps: ReportPagesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      permission: 'public',
      path: one,
      audit: 'progress.read-report',
      handle: async (c) => {
        const { translator, ...asked } = await readAddress(c, deps)
        if (asked.moved) return c.redirect(urls.planReport(translator.language, asked.moved, asked.cycle), 301)
        const key = urls.planReport(translator.language, asked.town, asked.cycle, asked.version)
        return sendPage(c, await deps.pageCache.get(key, () => renderReport(deps, translator, asked)))
      },
    },
    ...(['pdf', 'docx'] as const).map(
      (file): Route<AppEnv> => ({
        method: 'GET',
        permission: 'public',
        path: `${one}/report.${file}`,
        audit: `progress.read-${file}`,
        handle: (c) => sendFile(c, deps, file),
      }),
    ),
  ]
}

/** The newest version as a document. */
async function sendFile(c: Ctx, deps: ReportPagesDeps, file: 'pdf' | 'docx'): Promise<Response> {
  const { translator, ...asked } = await readAddress(c, deps)
  if (asked.moved) return c.redirect(urls.planReportFile(translator.language, asked.moved, asked.cycle, file), 301)
  const facts = await readAsked(deps, asked)
  const { lang } = writtenIn(deps, facts)
  const paper = reportPaper(translator, facts, {
    title: titleOf(translator, asked),
    lead: [
      ...(asked.town.demonstration ? [translator.t('paper.card.demonstration')] : []),
      ...aboutReport(translator, asked, facts),
    ],
    instance: deps.site.instanceName,
    written: { lang, languages: deps.site.i18n.languages },
  })
  const content =
    file === 'docx' ? await reportDocx(translator, paper, lang) : await pdfOf(deps, translator, paper, lang)
  return c.body(content, 200, {
    'content-type': files[file],
    'content-disposition': `inline; filename="progress-${asked.town.slug}-${asked.cycle}.${file}"`,
    'cache-control': 'no-store',
  })
}

const pdfOf = (deps: ReportPagesDeps, translator: Translator, paper: ReportPaper, lang: string) =>
  deps.pdf.render(reportPdf(translator, paper, lang)).catch((error: unknown) => {
    // Too many at once, or a machine too busy: it can be asked for again.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })

type Address = { readonly translator: Translator } & (
  | (AskedReport & { readonly moved?: undefined })
  | { readonly moved: { readonly country: string; readonly slug: string }; readonly cycle: number }
)

/** @throws {RequestFault} not-found for a language, a country or a town that does not exist. */
async function readAddress(c: Ctx, deps: ReportPagesDeps): Promise<Address> {
  const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
  const country = deps.site.countries.byIso(c.req.param('cc') ?? '')
  if (!translator || !country) throw notFound()
  const found = await deps.database.read((db) => findBySlug(db, country.iso, c.req.param('slug') ?? ''))
  if (!found) throw notFound()
  const cycle = Number(c.req.param('cycle'))
  if (found.movedTo) return { translator, cycle, moved: found.movedTo }
  const asked = /^[1-9]\d{0,3}$/.exec(c.req.query('version') ?? '')?.[0]
  return { translator, country, cycle, town: found.authority, version: asked === undefined ? undefined : Number(asked) }
}
