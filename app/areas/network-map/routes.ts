/** One map of the whole network, for everybody. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../urls.ts'
import type { NetworkMapDeps } from './deps.ts'
import { renderNetworkMap } from './render-map.ts'

export function networkMapRoutes(deps: NetworkMapDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      permission: 'public',
      path: `${patterns.lang}/map`,
      audit: 'network-map.read',
      handle: async (c) => {
        const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
        if (!translator) throw notFound()
        const key = urls.networkMap(translator.language)
        return sendPage(c, await deps.pageCache.get(key, () => renderNetworkMap(deps, translator)))
      },
    },
  ]
}
