/** A town's page for systems that put it into their own pages: the part of a page, and what stands in it as data. */
import { createHash } from 'node:crypto'
import type { PlainHeaders } from '../../../platform/http/security-headers.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { longMoment } from '../../../ui/dates.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Authority, Country } from '../../authorities/index.ts'
import type { HelpPagesDeps } from '../deps.ts'
import type { HeadingLevel } from '../frame/frame-rules.ts'
import { townFragment } from '../pages/town-fragment.tsx'
import { presentService } from '../present-service.ts'
import { reviewMonths } from '../present-town.ts'
import { nextMidnight } from '../render-country.ts'
import { townWithin, type WithinAnother } from '../render-town.ts'
import { type FeedLanguage, feedItem, type JsonFeed, keepSeconds } from './feed-rules.ts'
import { forFragment, withoutNow } from './fragment-rules.ts'

/** Everybody may fetch it, and a cache in front may keep it; a browser that opens it keeps nothing. */
const forPrograms: PlainHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cdn-cache-control': `public, max-age=${keepSeconds}`,
  'x-robots-tag': 'noindex',
}

/** Links lead to the page itself: what fetches the fragment chooses its language. */
const live = (lang: string, authority: Authority) => urls.town(lang, authority)

/** @param made undefined: of no moment, so that only what is said makes a difference. */
function markupOf(
  { site: { baseUrl } }: HelpPagesDeps,
  { props }: WithinAnother,
  heading: HeadingLevel,
  made: Temporal.Instant | undefined,
): string {
  const { reader, town } = props
  const asOf = made ? longMoment(reader.translator, made, reader.timeZone) : ''
  const html = townFragment({ ...props, town: withoutNow(town), made: made?.toString() ?? '', asOf })
  return forFragment(html, heading, baseUrl)
}

/** @throws {RequestFault} where the country has no town of that name. */
export async function renderFragment(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
  heading: HeadingLevel,
): Promise<RenderedPage> {
  const within = await townWithin(deps, translator, country, slug, live)
  const { reader } = within.props
  return {
    html: markupOf(deps, within, heading, reader.now),
    status: 200,
    headers: forPrograms,
    dependsOn: within.dependsOn,
    validUntil: nextMidnight(reader),
  }
}

function languagesOf({ site: { i18n, baseUrl } }: HelpPagesDeps, town: Authority): FeedLanguage[] {
  return i18n.offered.map(({ code, tag, dir }) => ({
    language: tag,
    dir,
    page: absolute(baseUrl, urls.town(code, town)),
    fragment: absolute(baseUrl, urls.fragment(code, town)),
    feed: absolute(baseUrl, urls.townFeed(code, town)),
  }))
}

function feedOf(deps: HelpPagesDeps, within: WithinAnother): JsonFeed {
  const { authority, published } = within
  const { reader, town } = within.props
  const { tag, language, t } = reader.translator
  const { baseUrl } = deps.site
  const address = (path: string) => absolute(baseUrl, path)
  const page = address(urls.town(language, authority))
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: t('page.title', { town: town.name }),
    home_page_url: page,
    feed_url: address(urls.townFeed(language, authority)),
    language: tag,
    authors: [{ name: town.name }],
    items: town.services.map((effective) => {
      const view = presentService(reader, effective, reviewMonths(deps.checklist, effective.service.kinds))
      const url = address(urls.service(language, authority, view.id))
      return feedItem(view, { url, language: reader.languageOf(view.name.language).tag })
    }),
    _safe_towns: {
      town: `${authority.country.toLowerCase()}/${authority.slug}`,
      version: published?.version ?? null,
      published: published?.at.toString() ?? null,
      sha256: createHash('sha256')
        .update(markupOf(deps, within, 2, undefined))
        .digest('hex'),
      keep_seconds: keepSeconds,
      page,
      frame: address(urls.embed(authority, { lang: language })),
      fragment: address(urls.fragment(language, authority)),
      oembed: address(urls.oembed(page)),
      site: address(urls.site(language, authority)),
      languages: languagesOf(deps, authority),
    },
  }
}

/** As `renderFragment`. */
export async function renderFeed(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
): Promise<RenderedPage> {
  const within = await townWithin(deps, translator, country, slug, live)
  return {
    html: JSON.stringify(feedOf(deps, within)),
    status: 200,
    headers: { ...forPrograms, 'content-type': 'application/feed+json; charset=utf-8' },
    dependsOn: within.dependsOn,
    validUntil: nextMidnight(within.props.reader),
  }
}
