/** The Convention for everybody: all articles, and each on a page of its own. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { patterns } from '../../urls.ts'
import type { LanzaroteDeps } from './deps.ts'
import { renderArticle } from './render-article.ts'
import { renderConvention } from './render-convention.ts'

export function lanzaroteRoutes(deps: LanzaroteDeps): Route<AppEnv>[] {
  const base = { method: 'GET', permission: 'public' } as const
  return [
    {
      ...base,
      path: `${patterns.lang}/lanzarote`,
      audit: 'lanzarote.read',
      handle: async (c) => {
        const translator = languageOf(deps, c)
        return sendPage(c, await deps.pageCache.get(c.req.path, async () => renderConvention(deps, translator)))
      },
    },
    {
      ...base,
      path: `${patterns.lang}/lanzarote/:number{[1-9][0-9]?}`,
      audit: 'lanzarote.read-article',
      handle: async (c) => {
        const [translator, number] = [languageOf(deps, c), Number(c.req.param('number'))]
        const article = deps.lanzarote.article(number)
        if (!article) throw notFound()
        return sendPage(c, await deps.pageCache.get(c.req.path, () => renderArticle(deps, translator, article)))
      },
    },
  ]
}

/** The language of the address. @throws RequestFault not-found where nothing is offered in it. */
function languageOf({ site }: LanzaroteDeps, c: Context<AppEnv>): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}
