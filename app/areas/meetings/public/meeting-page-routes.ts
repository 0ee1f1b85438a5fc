/** The public addresses of meetings: parse, render or take from memory, send. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../../urls.ts'
import type { MeetingPagesDeps } from '../deps.ts'
import { renderHosts, renderMeeting, renderMeetings } from './render-meetings.ts'

export function meetingPageRoutes(deps: MeetingPagesDeps): Route<AppEnv>[] {
  const base = `${patterns.lang}/meetings`
  const get = (
    path: string,
    audit: string,
    keyOf: (c: Context<AppEnv>, language: string) => string,
    render: (c: Context<AppEnv>, translator: Translator) => Promise<RenderedPage>,
  ): Route<AppEnv> => ({
    ...{ method: 'GET', permission: 'public', path, audit },
    handle: async (c) => {
      const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
      if (!translator) throw notFound()
      return sendPage(c, await deps.pageCache.get(keyOf(c, translator.language), () => render(c, translator)))
    },
  })
  const yearOf = (c: Context<AppEnv>) => Number(c.req.param('year'))
  return [
    get(
      base,
      'meetings.read-all',
      (_, lang) => urls.meetings(lang),
      (_, translator) => renderMeetings(deps, translator),
    ),
    get(
      `${base}/hosts`,
      'meetings.read-hosts',
      (_, lang) => urls.meetingHosts(lang),
      (_, translator) => renderHosts(deps, translator),
    ),
    get(
      `${base}/:year{2[0-9]{3}}`,
      'meetings.read',
      (c, lang) => urls.meeting(lang, yearOf(c)),
      (c, translator) => renderMeeting(deps, translator, yearOf(c)),
    ),
  ]
}
