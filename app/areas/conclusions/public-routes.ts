/** What a meeting has concluded, for everybody. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../urls.ts'
import type { ConclusionPagesDeps } from './deps.ts'
import { renderConclusions } from './render-conclusions.ts'

export function conclusionPageRoutes(deps: ConclusionPagesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      permission: 'public',
      path: `${patterns.lang}/meetings/:year{20[0-9]{2}}/conclusions`,
      audit: 'conclusions.read',
      handle: async (c) => {
        const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
        if (!translator) throw notFound()
        const year = Number(c.req.param('year'))
        const key = urls.conclusions(translator.language, year)
        return sendPage(c, await deps.pageCache.get(key, () => renderConclusions(deps, translator, year)))
      },
    },
  ]
}
