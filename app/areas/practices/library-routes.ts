/** The public library: parse, render or take from memory, send. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound, RequestFault } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { PdfFault } from '../../platform/pdf/pdf.ts'
import { patterns, urls } from '../../urls.ts'
import type { PracticePagesDeps } from './deps.ts'
import { asked, languageAsked, type PageContext } from './public-page.ts'
import { renderCollection } from './render-collection.ts'
import { renderFound, renderLibrary } from './render-library.ts'
import { renderPractice, renderPracticePaper } from './render-practice.ts'

const base = `${patterns.lang}/practices`

export function practicePageRoutes(deps: PracticePagesDeps): Route<AppEnv>[] {
  const page = { method: 'GET', permission: 'public' } as const
  const cached = async (c: PageContext, key: string, render: () => Promise<RenderedPage>) =>
    sendPage(c, await deps.pageCache.get(key, render))
  return [
    {
      ...page,
      path: base,
      audit: 'practices.read-library',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        const wanted = asked(deps, (name) => c.req.query(name))
        return cached(c, urls.practices(translator.language, wanted), () => renderLibrary(deps, translator, wanted))
      },
    },
    { method: 'POST', permission: 'public', path: base, audit: 'practices.search', handle: (c) => search(deps, c) },
    {
      ...page,
      path: `${base}/collections${patterns.id}`,
      audit: 'practices.read-collection',
      handle: (c) => {
        const [translator, id] = [languageAsked(deps, c), idOf(c)]
        const key = urls.practiceCollection(translator.language, id)
        return cached(c, key, () => renderCollection(deps, translator, id))
      },
    },
    {
      ...page,
      path: `${base}${patterns.id}`,
      audit: 'practices.read',
      handle: (c) => {
        const [translator, id, read] = [languageAsked(deps, c), idOf(c), readAsked(deps, c)]
        const key = urls.practice(translator.language, id, read)
        return cached(c, key, () => renderPractice(deps, translator, id, read))
      },
    },
    { ...page, path: `${base}${patterns.id}/paper.pdf`, audit: 'practices.read-paper', handle: (c) => paper(deps, c) },
  ]
}

const idOf = (c: PageContext): string => c.req.param('id') ?? ''

/** The language somebody wants to read a practice in; what is none is left out. */
function readAsked({ languages }: PracticePagesDeps, c: PageContext): string | undefined {
  const read = c.req.query('read') ?? ''
  return languages.codes.has(read) ? read : undefined
}

/** Without words it leads to the library with what was chosen, which may stand in an address. */
async function search(deps: PracticePagesDeps, c: PageContext): Promise<Response> {
  const translator = languageAsked(deps, c)
  const fields = await readForm(c.req.raw)
  const query = fieldText(fields, 'q').slice(0, 100)
  const wanted = asked(deps, (name) => fieldText(fields, name))
  if (query === '') return c.redirect(urls.practices(translator.language, { ...wanted, page: 1 }), 303)
  c.header('cache-control', 'no-store')
  return c.html(await renderFound(deps, translator, query, wanted))
}

async function paper(deps: PracticePagesDeps, c: PageContext): Promise<Response> {
  const [translator, id, read] = [languageAsked(deps, c), idOf(c), readAsked(deps, c)]
  if (read === undefined) throw notFound()
  const day = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const key = `${day} ${urls.practicePaper(translator.language, id, read)}`
  const bytes = await deps.papers
    .get(key, () => renderPracticePaper(deps, translator, id, read))
    .catch((error: unknown) => {
      // Too many at once, or a machine too busy: it can be asked for again.
      throw error instanceof PdfFault ? new RequestFault('unavailable') : error
    })
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="practice-${read}.pdf"`,
    'cache-control': 'no-store',
    'cdn-cache-control': 'public, max-age=1',
    'x-robots-tag': 'noindex',
  })
}
