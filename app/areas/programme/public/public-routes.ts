/** The public addresses of a programme. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../../urls.ts'
import type { ProgrammePagesDeps } from '../deps.ts'
import { renderCalendar, renderProgramme } from './render-programme.ts'

const base = `${patterns.lang}/meetings/:year{20[0-9]{2}}`

/** @throws RequestFault where nothing is offered in the language. */
function asked(
  { site }: ProgrammePagesDeps,
  c: Context<AppEnv>,
): { readonly translator: Translator; readonly year: number } {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return { translator, year: Number(c.req.param('year')) }
}

export function programmePageRoutes(deps: ProgrammePagesDeps): Route<AppEnv>[] {
  const page = { method: 'GET', permission: 'public' } as const
  return [
    {
      ...page,
      path: `${base}/programme`,
      audit: 'programme.read',
      handle: async (c) => {
        const { translator, year } = asked(deps, c)
        const render = () => renderProgramme(deps, translator, year)
        return sendPage(c, await deps.pageCache.get(urls.programme(translator.language, year), render))
      },
    },
    {
      ...page,
      path: `${base}/programme.ics`,
      audit: 'programme.read-calendar',
      handle: async (c) => {
        const { translator, year } = asked(deps, c)
        const render = () => renderCalendar(deps, translator, year)
        return sendPage(c, await deps.pageCache.get(urls.programmeCalendar(translator.language, year), render))
      },
    },
  ]
}
