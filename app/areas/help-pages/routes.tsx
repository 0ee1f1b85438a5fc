/** The public addresses: parse, find, render or take from memory, send. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { aboutPages, patterns, urls } from '../../urls.ts'
import type { Country } from '../authorities/index.ts'
import { guideIds } from '../guides/index.ts'
import { ageGroups } from './children/child-rules.ts'
import type { HelpPagesDeps } from './deps.ts'
import { siteRoutes } from './export/site-routes.ts'
import { fragmentRoutes } from './fragment/fragment-routes.ts'
import { frameRoutes } from './frame/frame-routes.ts'
import { letterRoutes } from './letter-routes.ts'
import { keptHref, keptInstead } from './moved-service.ts'
import { oembedRoutes } from './oembed/oembed-routes.ts'
import { paperRoutes } from './paper/paper-routes.ts'
import { renderAbout, renderGuide } from './render-about.ts'
import { renderChildren } from './render-children.ts'
import { renderCountry } from './render-country.ts'
import { renderHelplines } from './render-helplines.ts'
import { renderHome } from './render-home.ts'
import { renderLegal } from './render-legal.ts'
import { type OpenedTown, renderKind, renderService, renderTown, resolveTown } from './render-town.ts'
import { reportRoutes } from './report-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { shareRoutes } from './share/share-routes.ts'

type Route_ = Route<AppEnv>
type Ctx = Context<AppEnv>

/** The language of the address. @throws {RequestFault} where nothing is offered in it. */
function languageOf(deps: HelpPagesDeps, c: Ctx): Translator {
  const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}

/** The country of the address; undefined where the address has none. @throws {RequestFault} where there is no such one. */
function countryOf(deps: HelpPagesDeps, c: Ctx): Country | undefined {
  const cc = c.req.param('cc')
  if (cc === undefined) return undefined
  const country = deps.site.countries.byIso(cc)
  if (!country) throw notFound()
  return country
}

async function cached(
  deps: HelpPagesDeps,
  c: Ctx,
  render: () => Promise<RenderedPage>,
  key = c.req.path,
): Promise<Response> {
  return sendPage(c, await deps.pageCache.get(key, render))
}

const townPath = `${patterns.lang}${patterns.cc}${patterns.slug}`

/** @throws {RequestFault} where there is no such town. */
async function openTown(deps: HelpPagesDeps, c: Ctx): Promise<OpenedTown> {
  const translator = languageOf(deps, c)
  const country = countryOf(deps, c)
  const slug = c.req.param('slug')
  if (!country || !slug) throw notFound()
  return { translator, country, slug, town: await resolveTown(deps, country, slug) }
}

function childrenRoute(deps: HelpPagesDeps): Route_ {
  return {
    method: 'GET',
    path: `${townPath}/children`,
    permission: 'public',
    audit: 'help-page.read-children',
    handle: async (c) => {
      const { translator, country, slug, town } = await openTown(deps, c)
      const age = ageGroups.find((one) => one === c.req.query('age'))
      if (town.movedTo) return c.redirect(urls.children(translator.language, town.movedTo, age), 301)
      const key = urls.children(translator.language, { country: country.iso, slug }, age)
      return cached(deps, c, () => renderChildren(deps, translator, country, slug, age), key)
    },
  }
}

function townRoutes(deps: HelpPagesDeps): Route_[] {
  const open = (c: Ctx) => openTown(deps, c)
  return [
    {
      method: 'GET',
      path: townPath,
      permission: 'public',
      audit: 'help-page.read',
      handle: async (c) => {
        const ready = deps.pageCache.peek(c.req.path)
        if (ready) return sendPage(c, ready)
        const { translator, country, slug, town } = await open(c)
        if (town.movedTo) return c.redirect(urls.town(translator.language, town.movedTo), 301)
        return cached(deps, c, () => renderTown(deps, translator, country, slug))
      },
    },
    childrenRoute(deps),
    {
      method: 'GET',
      path: `${townPath}/kinds${patterns.kind}`,
      permission: 'public',
      audit: 'help-page.read-kind',
      handle: async (c) => {
        const { translator, country, slug, town } = await open(c)
        const [kind, number] = [c.req.param('kind') ?? '', pageAsked(c)]
        const key = urls.townKind(translator.language, { country: country.iso, slug }, kind, number)
        if (town.movedTo) return c.redirect(urls.townKind(translator.language, town.movedTo, kind, number), 301)
        return cached(deps, c, () => renderKind(deps, translator, country, slug, { kind, number }), key)
      },
    },
    {
      method: 'GET',
      path: `${townPath}/services${patterns.id}`,
      permission: 'public',
      audit: 'help-page.read-service',
      handle: async (c) => {
        const { translator, country, slug, town } = await open(c)
        const id = c.req.param('id') ?? ''
        if (town.movedTo) return c.redirect(urls.service(translator.language, town.movedTo, id), 301)
        const kept = await keptInstead(deps, town, id)
        // Parts of a town may still decide: where several have it today, one may be alone with it tomorrow.
        if (kept) return c.redirect(keptHref(translator.language, kept), kept.id === undefined ? 302 : 301)
        return cached(deps, c, () => renderService(deps, translator, country, slug, id))
      },
    },
  ]
}

function aboutRoutes(deps: HelpPagesDeps): Route_[] {
  const aboutName = `/:page{(?:${aboutPages.join('|')})}`
  const guideName = `/guides/:guide{(?:${guideIds.join('|')})}`
  const page = (path: string): Route_ => ({
    method: 'GET',
    path,
    permission: 'public',
    audit: 'help-page.read-about',
    handle: (c) => {
      const [translator, country] = [languageOf(deps, c), countryOf(deps, c)]
      const name = aboutPages.find((each) => each === c.req.param('page')) ?? 'about'
      return cached(deps, c, () => renderAbout(deps, translator, country, name))
    },
  })
  const guide = (path: string): Route_ => ({
    method: 'GET',
    path,
    permission: 'public',
    audit: 'help-page.read-guide',
    handle: (c) => {
      const [translator, country] = [languageOf(deps, c), countryOf(deps, c)]
      const id = guideIds.find((each) => each === c.req.param('guide')) ?? 'first-24-hours'
      return cached(deps, c, () => renderGuide(deps, translator, country, id))
    },
  })
  return [
    page(`${patterns.lang}${aboutName}`),
    page(`${patterns.lang}${patterns.cc}${aboutName}`),
    guide(`${patterns.lang}${guideName}`),
    guide(`${patterns.lang}${patterns.cc}${guideName}`),
  ]
}

/** A town found by its very name, once, opens at once. */
async function findTown(deps: HelpPagesDeps, c: Ctx, country: Country | undefined): Promise<Response> {
  const translator = languageOf(deps, c)
  const query = fieldText(await readForm(c.req.raw), 'town').slice(0, 100)
  const render = country ? renderCountry(deps, translator, country, { query }) : renderHome(deps, translator, { query })
  const { html } = await render
  c.header('cache-control', 'no-store')
  return c.html(html, query === '' ? 422 : 200)
}

function findRoutes(deps: HelpPagesDeps): Route_[] {
  const base = { method: 'POST', permission: 'public', audit: 'help-page.find-town' } as const
  return [
    { ...base, path: `${patterns.lang}/find`, handle: (c) => findTown(deps, c, undefined) },
    { ...base, path: `${patterns.lang}${patterns.cc}/find`, handle: (c) => findTown(deps, c, countryOf(deps, c)) },
    {
      ...base,
      path: `${patterns.lang}/country`,
      audit: 'help-page.choose-country',
      handle: async (c) => {
        const translator = languageOf(deps, c)
        const country = deps.site.countries.byIso(fieldText(await readForm(c.req.raw), 'country'))
        if (country) return c.redirect(urls.country(translator.language, country.iso), 303)
        const { html } = await renderHome(deps, translator, {})
        return c.html(html, 422)
      },
    },
  ]
}

/** Ways in which a town shows its page in its own website. */
const elsewhereRoutes = (deps: HelpPagesDeps): Route_[] => [
  ...frameRoutes(deps),
  ...siteRoutes(deps),
  ...oembedRoutes(deps),
  ...fragmentRoutes(deps, (c) => openTown(deps, c)),
]

/** A country: its page, who confirmed its numbers, what its law says. */
function countryRoutes(deps: HelpPagesDeps): Route_[] {
  const base = { method: 'GET', permission: 'public' } as const
  const path = `${patterns.lang}${patterns.cc}`
  const open = (c: Ctx) => {
    const [translator, country] = [languageOf(deps, c), countryOf(deps, c)]
    if (!country) throw notFound()
    return { translator, country }
  }
  return [
    {
      ...base,
      path,
      audit: 'help-page.read-country',
      handle: (c) => {
        const { translator, country } = open(c)
        const after = c.req.query('after')
        const key = after ? `${c.req.path}?after=${after}` : c.req.path
        return cached(deps, c, () => renderCountry(deps, translator, country, after ? { after } : {}), key)
      },
    },
    {
      ...base,
      path: `${path}/helplines`,
      audit: 'help-page.read-helplines',
      handle: (c) => {
        const { translator, country } = open(c)
        return cached(deps, c, () => renderHelplines(deps, translator, country))
      },
    },
    {
      ...base,
      path: `${path}/legal-notes`,
      audit: 'help-page.read-legal-notes',
      handle: (c) => {
        const { translator, country } = open(c)
        return cached(deps, c, () => renderLegal(deps, translator, country))
      },
    },
  ]
}

/** @returns every public route of the help pages. Order matters: fixed words stand before a town's slug. */
export function helpPageRoutes(deps: HelpPagesDeps): Route_[] {
  const base = { method: 'GET', permission: 'public' } as const
  return [
    {
      ...base,
      path: '/',
      audit: 'help-page.choose-language',
      handle: (c) => {
        const { language } = deps.site.i18n.negotiate(c.req.header('accept-language'))
        return c.body(null, 302, {
          location: urls.home(language),
          vary: 'Accept-Language',
          'cache-control': 'no-store',
        })
      },
    },
    ...findRoutes(deps),
    ...aboutRoutes(deps),
    ...elsewhereRoutes(deps),
    ...shareRoutes(deps, { language: (c) => languageOf(deps, c), town: (c) => openTown(deps, c) }),
    ...letterRoutes(deps, (c) => languageOf(deps, c)),
    ...searchRoutes(deps, (c) => languageOf(deps, c)),
    {
      ...base,
      path: patterns.lang,
      audit: 'help-page.read-home',
      handle: (c) => {
        const translator = languageOf(deps, c)
        return cached(deps, c, () => renderHome(deps, translator, {}))
      },
    },
    ...countryRoutes(deps),
    ...reportRoutes(deps, (c) => {
      const [translator, country] = [languageOf(deps, c), countryOf(deps, c)]
      if (!country) throw notFound()
      return { translator, country, slug: c.req.param('slug') ?? '', id: c.req.param('id') ?? '' }
    }),
    ...paperRoutes(deps, (c) => openTown(deps, c)),
    ...townRoutes(deps),
  ]
}
