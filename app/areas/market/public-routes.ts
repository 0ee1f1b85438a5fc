/** The public address of the market of a meeting. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../urls.ts'
import type { MarketPagesDeps } from './deps.ts'
import { renderMarket } from './render-market.ts'

export function marketPageRoutes(deps: MarketPagesDeps): Route<AppEnv>[] {
  return [
    {
      ...{ method: 'GET', permission: 'public', audit: 'market.read' },
      path: `${patterns.lang}/meetings/:year{20[0-9]{2}}/market`,
      handle: async (c) => {
        const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
        if (!translator) throw notFound()
        const year = Number(c.req.param('year'))
        const key = urls.market(translator.language, year)
        return sendPage(c, await deps.pageCache.get(key, () => renderMarket(deps, translator, year)))
      },
    },
  ]
}
