/** The help page as a frame in the town's own website. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { I18n } from '../../../platform/i18n/i18n.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../../urls.ts'
import type { Authority, Country } from '../../authorities/index.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { renderFrame, resolveTown } from '../render-town.ts'
import { frameAncestors, headingAsked } from './frame-rules.ts'

/**
 * What the reader's browser asks for, of the town's languages; else the first of these.
 *
 * @param accepted the header; left out where nobody knows who reads.
 */
export function ownLanguage(i18n: I18n, country: Country, authority: Authority, accepted?: string): Translator {
  const read = i18n.negotiate(accepted)
  const own = [...authority.officialLanguages, ...country.officialLanguages].flatMap(
    (code) => i18n.translator(code) ?? [],
  )
  return own.find(({ language }) => language === read.language) ?? own[0] ?? read
}

/** As asked for, else the town's own. */
function languageOf(i18n: I18n, c: Context<AppEnv>, country: Country, authority: Authority): Translator {
  const asked = i18n.translator(c.req.query('lang') ?? '')
  return asked ?? ownLanguage(i18n, country, authority, c.req.header('accept-language'))
}

/** The one public answer that other websites may show, and only those of the town. */
function letFrame(answer: Response, domains: readonly string[]): Response {
  const policy = answer.headers.get('content-security-policy') ?? ''
  answer.headers.set(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${frameAncestors(domains)}`),
  )
  answer.headers.delete('x-frame-options')
  answer.headers.set('cross-origin-resource-policy', 'cross-origin')
  answer.headers.set('vary', 'Accept-Encoding, Accept-Language')
  answer.headers.set('x-robots-tag', 'noindex')
  return answer
}

export function frameRoutes(deps: HelpPagesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `/embed${patterns.cc}${patterns.slug}`,
      permission: 'public',
      audit: 'help-page.read-frame',
      handle: async (c) => {
        const country = deps.site.countries.byIso(c.req.param('cc') ?? '')
        const slug = c.req.param('slug')
        if (!country || !slug) throw notFound()
        const heading = headingAsked(c.req.query('heading'))
        const found = await resolveTown(deps, country, slug)
        if (found.movedTo) return c.redirect(urls.embed(found.movedTo, { lang: c.req.query('lang'), heading }), 301)
        const translator = languageOf(deps.site.i18n, c, country, found.authority)
        // Never the address asked for: pages under their address are answered past this route, with the usual headers.
        const key = `frame ${urls.embed(found.authority, { lang: translator.language, heading })}`
        const page = await deps.pageCache.get(key, () => renderFrame(deps, translator, country, slug, heading))
        return letFrame(sendPage(c, page), found.domains)
      },
    },
  ]
}
