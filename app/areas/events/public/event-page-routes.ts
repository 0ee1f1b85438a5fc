/** The public addresses of the European Day: parse, render or take from memory, send. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import type { EventFeed } from '../../../urls/event-urls.ts'
import { patterns, urls } from '../../../urls.ts'
import type { EventPagesDeps } from '../deps.ts'
import { newestYear } from './editions.ts'
import { eventFileRoutes } from './event-file-routes.ts'
import { asked, askedIn, languageAsked, type PageContext, yearAsked, yearPattern } from './public-page.ts'
import { renderEvent } from './render-event.ts'
import { renderFeed } from './render-feeds.ts'
import { renderKit } from './render-kit.ts'
import { renderYear } from './render-year.ts'

const base = `${patterns.lang}/events`
const feeds: readonly EventFeed[] = ['ics', 'atom']

export function eventPageRoutes(deps: EventPagesDeps): Route<AppEnv>[] {
  const page = { method: 'GET', permission: 'public' } as const
  const cached = async (c: PageContext, key: string, render: Parameters<EventPagesDeps['pageCache']['get']>[1]) =>
    sendPage(c, await deps.pageCache.get(key, render))
  return [
    {
      ...page,
      path: base,
      audit: 'events.read-newest',
      handle: async (c) => c.redirect(urls.events(languageAsked(deps, c).language, await newestYear(deps)), 302),
    },
    {
      ...page,
      path: `${base}${yearPattern}`,
      audit: 'events.read-year',
      handle: (c) => {
        const [translator, year, wanted] = [languageAsked(deps, c), yearAsked(c), asked(deps, c)]
        const key = urls.events(translator.language, year, wanted)
        return cached(c, key, () => renderYear(deps, translator, year, wanted))
      },
    },
    {
      method: 'POST',
      permission: 'public',
      path: `${base}${yearPattern}`,
      audit: 'events.narrow',
      handle: (c) => narrow(deps, c),
    },
    {
      ...page,
      path: `${base}/:year{20[0-9]{2}[.](?:ics|atom)}`,
      audit: 'events.read-feed',
      handle: (c) => {
        const [translator, year, wanted] = [languageAsked(deps, c), yearAsked(c), asked(deps, c)]
        const feed = feeds.find((one) => c.req.param('year')?.endsWith(one))
        if (!feed) throw notFound()
        const key = urls.eventsFeed(translator.language, year, feed, wanted)
        return cached(c, key, () => renderFeed(deps, translator, year, wanted, feed))
      },
    },
    {
      ...page,
      path: `${base}${yearPattern}/kit`,
      audit: 'events.read-kit',
      handle: (c) => {
        const [translator, year] = [languageAsked(deps, c), yearAsked(c)]
        return cached(c, urls.eventsKit(translator.language, year), () => renderKit(deps, translator, year))
      },
    },
    {
      ...page,
      path: `${base}${yearPattern}${patterns.id}`,
      audit: 'events.read',
      handle: (c) => {
        const [translator, year, id] = [languageAsked(deps, c), yearAsked(c), c.req.param('id') ?? '']
        return cached(c, urls.event(translator.language, year, id), () => renderEvent(deps, translator, year, id))
      },
    },
    ...eventFileRoutes(deps),
  ]
}

/** To the list with what was chosen, which may stand in an address: nobody types a word here. */
async function narrow(deps: EventPagesDeps, c: PageContext): Promise<Response> {
  const [{ language }, year, fields] = [languageAsked(deps, c), yearAsked(c), await readForm(c.req.raw)]
  return c.redirect(
    `${urls.events(
      language,
      year,
      askedIn(deps, (name) => fieldText(fields, name)),
    )}#list`,
    303,
  )
}
