import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { type AboutPage, urls } from '../../urls.ts'
import { type Country, countryName } from '../authorities/index.ts'
import type { guideIds } from '../guides/index.ts'
import { aboutText } from './about-texts.ts'
import { chromeFor, readerFor } from './chrome.ts'
import { type HelpPagesDeps, numbersOf } from './deps.ts'
import { legalLink } from './legal-link.ts'
import { aboutPage } from './pages/about-page.tsx'
import { guidePage } from './pages/guide-page.tsx'

function chromeOf(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country | undefined,
  path: (lang: string) => string,
) {
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country })
  return {
    chrome: chromeFor(deps.site, reader, country, path),
    dependsOn: country ? [numbersOf(country.iso)] : [],
    validUntil: tomorrow(deps.clock.now(), reader.timeZone),
  }
}

/** Labels of help numbers are dated: no page outlives its day. */
function tomorrow(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(timeZone).add({ days: 1 }).startOfDay().toInstant()
}

export async function renderAbout(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country | undefined,
  page: AboutPage,
): Promise<RenderedPage> {
  const { chrome, dependsOn, validUntil } = chromeOf(deps, translator, country, (lang) =>
    urls.about(lang, page, country?.iso),
  )
  const html = aboutPage({ chrome, ...aboutText(page, translator, deps.site.instanceName) })
  return { html, status: 200, dependsOn, validUntil }
}

export async function renderGuide(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country | undefined,
  id: (typeof guideIds)[number],
): Promise<RenderedPage> {
  const { chrome, dependsOn, validUntil } = chromeOf(deps, translator, country, (lang) =>
    urls.guide(lang, id, country?.iso),
  )
  const { texts, about } = deps.guides[id]
  const guide = Object.entries(texts).find(([code]) => code === translator.language)?.[1] ?? texts.en
  const sources = about.sources.flatMap(({ title, url }) =>
    typeof url === 'string' ? [{ title: String(title), url }] : [],
  )
  const notes = country && (await legalLink(deps, translator, country))
  const legal = notes?.href
    ? {
        href: notes.href,
        text: translator.t('legal.link', { country: countryName(country?.iso ?? '', translator.tag) }),
      }
    : undefined
  const html = guidePage({ chrome, guide, legal, sources })
  return { html, status: 200, dependsOn: notes ? [...dependsOn, notes.dependsOn] : dependsOn, validUntil }
}
