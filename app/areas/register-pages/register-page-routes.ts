/** The public pages of the register: parse, render or take from memory, send. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../urls.ts'
import { countryAsked, languageAsked, numberAsked, numberPattern } from './address.ts'
import { askedOf } from './asked-rules.ts'
import type { RegisterPagesDeps } from './deps.ts'
import { registerFileRoutes } from './register-file-routes.ts'
import { renderEntry } from './render-entry.ts'
import { renderHistorical, renderMap, renderYears } from './render-figures.ts'
import { renderFound, renderList } from './render-list.ts'
import { renderPress } from './render-press.ts'

type Ctx = Context<AppEnv>

const base = `${patterns.lang}/register`

/** @returns every route of the public register. */
export function registerPageRoutes(deps: RegisterPagesDeps): Route<AppEnv>[] {
  const page = { method: 'GET', permission: 'public' } as const
  const cached = async (c: Ctx, key: string, render: () => Promise<RenderedPage>) =>
    sendPage(c, await deps.pageCache.get(key, render))
  return [
    ...registerFileRoutes(deps),
    {
      ...page,
      path: base,
      audit: 'register.read-list',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        const asked = askedOf((name) => c.req.query(name), deps.site.countries.codes)
        return cached(c, urls.register(translator.language, asked), () => renderList(deps, translator, asked))
      },
    },
    { method: 'POST', permission: 'public', path: base, audit: 'register.search', handle: (c) => search(deps, c) },
    {
      ...page,
      path: `${base}/map`,
      audit: 'register.read-map',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        const country = deps.site.countries.byIso(c.req.query('country') ?? '')
        const key = urls.registerMap(translator.language, country?.iso)
        return cached(c, key, () => renderMap(deps, translator, country))
      },
    },
    {
      ...page,
      path: `${base}/years`,
      audit: 'register.read-years',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        return cached(c, urls.registerYears(translator.language), () => renderYears(deps, translator))
      },
    },
    {
      ...page,
      path: `${base}/historical`,
      audit: 'register.read-historical',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        return cached(c, urls.registerHistorical(translator.language), () => renderHistorical(deps, translator))
      },
    },
    {
      ...page,
      path: `${base}/press${patterns.cc}`,
      audit: 'register.read-press',
      handle: (c) => {
        const [translator, country] = [languageAsked(deps, c), countryAsked(deps, c)]
        const key = urls.registerPress(translator.language, country.iso)
        return cached(c, key, () => renderPress(deps, translator, country))
      },
    },
    {
      ...page,
      path: `${base}${numberPattern}`,
      audit: 'register.read-entry',
      handle: (c) => {
        const [translator, number] = [languageAsked(deps, c), numberAsked(c)]
        const key = urls.registerEntry(translator.language, number)
        return cached(c, key, () => renderEntry(deps, translator, number))
      },
    },
  ]
}

/** Without a name it leads to the list with what was chosen, which may stand in an address. */
async function search(deps: RegisterPagesDeps, c: Ctx): Promise<Response> {
  const translator = languageAsked(deps, c)
  const fields = await readForm(c.req.raw)
  const query = fieldText(fields, 'q').slice(0, 100)
  const asked = askedOf((name) => fieldText(fields, name), deps.site.countries.codes)
  if (query === '') return c.redirect(urls.register(translator.language, asked), 303)
  c.header('cache-control', 'no-store')
  return c.html(await renderFound(deps, translator, query, asked))
}
