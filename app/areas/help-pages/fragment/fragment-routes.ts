/** A town's page for systems that fetch it on their server. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { orProblem } from '../../../platform/http/problem.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../../urls.ts'
import type { Country } from '../../authorities/index.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { headingAsked } from '../frame/frame-rules.ts'
import type { TownFacts } from '../town-store.ts'
import { renderFeed, renderFragment } from './render-fragment.ts'

interface Opened {
  readonly translator: Translator
  readonly country: Country
  readonly slug: string
  readonly town: TownFacts
}

/** @param open reads the address. @throws {RequestFault} where there is no such town. */
export function fragmentRoutes(deps: HelpPagesDeps, open: (c: Context<AppEnv>) => Promise<Opened>): Route<AppEnv>[] {
  const path = `${patterns.lang}${patterns.cc}${patterns.slug}`
  const base = { method: 'GET', permission: 'public' } as const
  return [
    {
      ...base,
      path: `${path}/fragment.html`,
      audit: 'help-page.read-fragment',
      handle: async (c) => {
        const { translator, country, slug, town } = await open(c)
        const heading = headingAsked(c.req.query('heading'))
        const addressOf = (one: Parameters<typeof urls.town>[1]) => urls.fragment(translator.language, one, heading)
        if (town.movedTo) return c.redirect(addressOf(town.movedTo), 301)
        const key = addressOf({ country: country.iso, slug })
        const render = () => renderFragment(deps, translator, country, slug, heading)
        return sendPage(c, await deps.pageCache.get(key, render))
      },
    },
    {
      ...base,
      path: `${path}/feed.json`,
      audit: 'help-page.read-feed',
      handle: (c) =>
        orProblem(c, 'There is no such town, or nothing in that language.', async () => {
          const { translator, country, slug, town } = await open(c)
          if (town.movedTo) return c.redirect(urls.townFeed(translator.language, town.movedTo), 301)
          return sendPage(c, await deps.pageCache.get(c.req.path, () => renderFeed(deps, translator, country, slug)))
        }),
    },
  ]
}
