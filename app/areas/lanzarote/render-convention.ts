import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import { fourPs } from '../checklist/index.ts'
import { chromeFor, readerFor } from '../help-pages/index.ts'
import { numbersOfP } from './article-rules.ts'
import type { LanzaroteDeps } from './deps.ts'
import { conventionPage } from './pages/convention-page.tsx'
import { presentReadings } from './present-reading.ts'

/** All articles, by the four Ps and by number. */
export function renderConvention(deps: LanzaroteDeps, translator: Translator): RenderedPage {
  const { site, lanzarote, plain } = deps
  const reader = readerFor(site, translator, deps.clock.now(), { country: undefined })
  const readings = presentReadings(plain, reader)
  const linked = (number: number) => ({ number, href: urls.lanzaroteArticle(translator.language, number) })
  const html = conventionPage({
    chrome: chromeFor(site, reader, undefined, urls.lanzarote),
    convention: lanzarote.convention,
    readings,
    ps: fourPs.map((p) => ({ p, articles: numbersOfP(lanzarote.articles, p).map(linked) })),
    articles: lanzarote.articles.map(({ number }) => ({ ...linked(number), title: readings.of(number).title })),
    pactHref: urls.pact(translator.language),
  })
  return { html, status: 200, dependsOn: [], validUntil: undefined }
}
