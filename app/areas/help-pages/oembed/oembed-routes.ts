/** Tells other programs how to show a town's page. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { orProblem, problem } from '../../../platform/http/problem.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { absolute, urls } from '../../../urls.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { ownLanguage } from '../frame/frame-routes.ts'
import { frameCode } from '../pages/embed-code.tsx'
import { townName } from '../present-town.ts'
import { resolveTown } from '../render-town.ts'
import {
  type Oembed,
  type OembedFormat,
  oembedFormats,
  oembedXml,
  type PageNamed,
  pageNamed,
  type SizeAsked,
  sizeAsked,
} from './oembed-rules.ts'

/** The frame's code stays the same for years. */
const cacheAge = 86_400

/** @throws {RequestFault} where nothing is there in the language, or no such town. */
async function oembedOf(deps: HelpPagesDeps, named: PageNamed, size: SizeAsked): Promise<Oembed> {
  const { i18n, countries, baseUrl, instanceName } = deps.site
  const country = countries.byIso(named.country)
  if (!country) throw notFound()
  const found = await resolveTown(deps, country, named.slug)
  if (found.movedTo) return oembedOf(deps, { ...named, ...found.movedTo }, size)
  const { authority } = found
  const asked = named.lang === undefined ? undefined : i18n.translator(named.lang)
  if (named.lang !== undefined && !asked) throw notFound()
  const translator = asked ?? ownLanguage(i18n, country, authority)
  const title = translator.t('page.title', { town: townName(authority, translator.language) })
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: instanceName,
    provider_url: baseUrl,
    cache_age: cacheAge,
    ...size,
    html: frameCode({
      src: absolute(baseUrl, urls.embed(authority, { lang: named.lang, heading: named.heading })),
      pageHref: absolute(baseUrl, urls.town(translator.language, authority)),
      title,
      ...size,
    }),
  }
}

function send(c: Context, answer: Oembed, format: OembedFormat): Response {
  const headers = { 'access-control-allow-origin': '*', 'cache-control': `public, max-age=${cacheAge}` }
  if (format === 'json') return c.json(answer, 200, headers)
  return c.body(oembedXml(answer), 200, { ...headers, 'content-type': 'text/xml; charset=utf-8' })
}

export function oembedRoutes(deps: HelpPagesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: urls.oembed(),
      permission: 'public',
      audit: 'help-page.read-oembed',
      handle: (c) => {
        const format = oembedFormats.find((each) => each === (c.req.query('format') ?? 'json'))
        if (!format) return problem(c, 501, 'The formats are json and xml.')
        const size = sizeAsked(c.req.query('maxwidth'), c.req.query('maxheight'))
        if (!size) return problem(c, 422, 'maxwidth and maxheight are whole numbers of pixels, greater than 0.')
        const named = pageNamed(c.req.query('url') ?? '', deps.site.baseUrl)
        const detail = 'The url has to be the address of the page of a town on this site, in a language that it offers.'
        if (!named) return problem(c, 404, detail)
        return orProblem(c, detail, async () => send(c, await oembedOf(deps, named, size), format))
      },
    },
  ]
}
