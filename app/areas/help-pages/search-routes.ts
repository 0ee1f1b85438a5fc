/** The search. What somebody types is sent in a form: it stands in no address, no history and no log. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { patterns } from '../../urls.ts'
import type { HelpPagesDeps } from './deps.ts'
import { renderSearch, searchData } from './render-search.ts'
import { type SearchQuery, searchQuery } from './search/search-schema.ts'

type Ctx = Context<AppEnv>

const names = Object.keys(searchQuery.shape)

async function asked(c: Ctx): Promise<SearchQuery> {
  const fields = await readForm(c.req.raw)
  return searchQuery.parse(Object.fromEntries(names.map((name) => [name, fieldText(fields, name) || undefined])))
}

/** @param languageOf reads the address. @throws {RequestFault} where nothing is offered in its language. */
export function searchRoutes(deps: HelpPagesDeps, languageOf: (c: Ctx) => Translator): Route<AppEnv>[] {
  const path = `${patterns.lang}/help`
  const show = async (c: Ctx, query: SearchQuery) => {
    const html = await renderSearch(deps, languageOf(c), query)
    c.header('cache-control', 'no-store')
    // The one page on which a device may be asked where it is, by a button that says so.
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=(self), browsing-topics=()')
    return c.html(html)
  }
  return [
    {
      method: 'GET',
      path,
      permission: 'public',
      audit: 'help-page.show-search',
      handle: (c) => show(c, searchQuery.parse({ kind: c.req.query('kind'), town: c.req.query('town') })),
    },
    {
      method: 'POST',
      path,
      permission: 'public',
      audit: 'help-page.search',
      handle: async (c) => {
        const query = await asked(c)
        // Words that are typed now count before what was chosen a page ago.
        return show(c, query.q === '' ? query : { ...query, kind: '' })
      },
    },
    {
      method: 'POST',
      path: `${path}.json`,
      permission: 'public',
      audit: 'help-page.search-data',
      handle: async (c) => {
        c.header('cache-control', 'no-store')
        return c.json(await searchData(deps, languageOf(c), await asked(c)))
      },
    },
  ]
}
