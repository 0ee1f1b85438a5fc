/** The public addresses of meetings: parse, render or take from memory, send. */
import type { Context } from 'hono'
import { sendFile } from '../../../platform/files/send-file.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../../urls.ts'
import { readCall } from '../call/call-store.ts'
import { presentIn } from '../call/file-rules.ts'
import type { MeetingPagesDeps } from '../deps.ts'
import { readMeetings } from '../meeting-store.ts'
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
    {
      ...{ method: 'GET', permission: 'public', audit: 'meetings.read-document' },
      path: `${base}/:year{2[0-9]{3}}/documents/:name{[0-9a-f]{16}\\.[a-z]{3,4}}`,
      handle: (c) => sendDocument(c, deps),
    },
  ]
}

/** Of a call that is published. @throws RequestFault not-found. */
async function sendDocument(c: Context<AppEnv>, deps: MeetingPagesDeps): Promise<Response> {
  if (!deps.site.i18n.translator(c.req.param('lang') ?? '')) throw notFound()
  const [hash = '', ending] = (c.req.param('name') ?? '').split('.')
  const call = await deps.database.read(async (db) => {
    const meeting = (await readMeetings(db)).find(({ year }) => year === Number(c.req.param('year')))
    return meeting && readCall(db, meeting.id)
  })
  const files = call?.published ? presentIn(call.files) : []
  const found = files.find(({ file }) => file.sha256.startsWith(hash) && file.type === ending)
  if (!found) throw notFound()
  // It may have to go at once.
  return sendFile(c, deps.files, found.file, { title: found.title, plain: 'document', between: 'second' })
}
