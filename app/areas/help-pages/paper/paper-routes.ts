/** A town's page on paper, for everybody: a poster, a leaflet, cards. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { withPrintBoxes } from '../../../platform/pdf/print-boxes.ts'
import { patterns, urls } from '../../../urls.ts'
import type { HelpPagesDeps } from '../deps.ts'
import type { OpenedTown } from '../render-town.ts'
import { paperAsked } from './paper-rules.ts'
import { renderPaper } from './render-paper.ts'

/** @param openTown reads the address. @throws {RequestFault} where it names no town, or the query no paper. */
export function paperRoutes(
  deps: HelpPagesDeps,
  openTown: (c: Context<AppEnv>) => Promise<OpenedTown>,
): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `${patterns.lang}${patterns.cc}${patterns.slug}/poster.pdf`,
      permission: 'public',
      audit: 'help-page.read-paper',
      handle: async (c) => {
        const { translator, country, slug, town } = await openTown(c)
        const asked = paperAsked(c.req.query('size'), c.req.query('audience'), c.req.query('print'))
        if (!asked) throw notFound()
        const { language } = translator
        if (town.movedTo) return c.redirect(urls.poster(language, town.movedTo, asked), 301)
        const day = deps.clock.now().toZonedDateTimeISO(town.authority.timeZone).toPlainDate()
        const key = `${day} ${urls.poster(language, { country: country.iso, slug }, asked)}`
        const bytes = await deps.papers
          .get(key, () => renderPaper(deps, translator, country, slug, asked))
          .catch((error: unknown) => {
            // Too many at once, or a machine too busy: it can be asked for again.
            throw error instanceof PdfFault ? new RequestFault('unavailable') : error
          })
        return c.body(asked.shop ? await withPrintBoxes(bytes) : bytes, 200, {
          'content-type': 'application/pdf',
          // It stays in a folder of downloads: the town and nothing else.
          'content-disposition': `inline; filename="${slug}-${asked.size}-${language}${asked.shop ? '-print' : ''}.pdf"`,
          'cache-control': 'no-store',
          'cdn-cache-control': 'public, max-age=1',
          'x-robots-tag': 'noindex',
        })
      },
    },
  ]
}
