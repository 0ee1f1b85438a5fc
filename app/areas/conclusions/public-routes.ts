/** What a meeting has concluded, for everybody. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../urls.ts'
import type { ConclusionPagesDeps } from './deps.ts'
import { renderAtMeeting } from './questions/render-at-meeting.ts'
import { renderConclusions } from './render-conclusions.ts'

type Render = (deps: ConclusionPagesDeps, translator: Translator, year: number) => Promise<RenderedPage>

export function conclusionPageRoutes(deps: ConclusionPagesDeps): Route<AppEnv>[] {
  const page = (
    audit: string,
    end: string,
    addressOf: (lang: string, year: number) => string,
    render: Render,
  ): Route<AppEnv> => ({
    ...{ method: 'GET', permission: 'public', path: `${patterns.lang}/meetings/:year{20[0-9]{2}}/${end}`, audit },
    handle: async (c) => {
      const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
      if (!translator) throw notFound()
      const year = Number(c.req.param('year'))
      const key = addressOf(translator.language, year)
      return sendPage(c, await deps.pageCache.get(key, () => render(deps, translator, year)))
    },
  })
  return [
    page('conclusions.read', 'conclusions', urls.conclusions, renderConclusions),
    page('meeting.read-at', 'at-the-meeting', urls.atMeeting, renderAtMeeting),
  ]
}
