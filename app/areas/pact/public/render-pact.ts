import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { urls } from '../../../urls.ts'
import { fourPs, type Lanzarote } from '../../checklist/index.ts'
import { chromeFor, type Reader, readerFor } from '../../help-pages/index.ts'
import { type ApprovedText, approvedTexts, countSigned, registerTag } from '../../register/index.ts'
import { numberRanges } from '../text-rules.ts'
import { pactTag } from '../write-draft.ts'
import type { PactPagesDeps } from './deps.ts'
import { type PactPageProps, pactPage } from './pages/pact-page.tsx'

/** The Pact explained. */
export async function renderPact(deps: PactPagesDeps, translator: Translator): Promise<RenderedPage> {
  const { site, clock, database, lanzarote } = deps
  const { language } = translator
  const { texts, signed } = await database.read(async (db) => ({
    texts: await approvedTexts(db),
    signed: await countSigned(db),
  }))
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  const html = pactPage({
    chrome: chromeFor(site, reader, undefined, urls.pact),
    ps: fourPs.map((p) => ({ p, ...articlesOf(lanzarote, p, language) })),
    convention: lanzarote.convention,
    lanzaroteHref: urls.lanzarote(language),
    signed,
    registerHref: urls.register(language),
    reviewHref: urls.review(language),
    practicesHref: urls.practices(language),
    toolkitHref: urls.toolkit(language),
    eventsHref: urls.eventsNow(language),
    meetingsHref: urls.meetings(language),
    official: deps.authorised,
    versions: versionsOf(reader, site, texts),
    joinHref: urls.join(),
    newcomerHref: urls.newcomer(),
  })
  return { html, status: 200, dependsOn: [pactTag, registerTag], validUntil: undefined }
}

/** As our own data sorts the Convention, with today's words for terms of 2007. */
function articlesOf({ articles }: Lanzarote, p: (typeof fourPs)[number], language: string) {
  const of = articles.filter(({ ps }) => ps.includes(p))
  return {
    ranges: numberRanges(of.map(({ number }) => number)),
    articles: of.map(({ number, title, termToUseInInterface: term }) => ({
      number,
      href: urls.lanzaroteArticle(language, number),
      title: term === undefined ? title : `${term.charAt(0).toUpperCase()}${term.slice(1)}`,
    })),
  }
}

function versionsOf(
  { translator, languageOf }: Reader,
  site: PactPagesDeps['site'],
  texts: readonly ApprovedText[],
): PactPageProps['versions'] {
  return [...Map.groupBy(texts, ({ version }) => version)].map(([version, each]) => ({
    version,
    demonstration: each.some(({ demonstration }) => demonstration),
    texts: each.map(({ language }) => ({
      ...languageOf(language),
      autonym: site.i18n.languages.byCode(language)?.autonym ?? language,
      href: urls.pactText(translator.language, version, language),
    })),
  }))
}
