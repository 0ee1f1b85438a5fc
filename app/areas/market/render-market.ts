/** The market of a meeting, from what is offered to markup. */
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import { chromeFor, readerFor } from '../help-pages/index.ts'
import { meetingOfYear, meetingTag } from '../meetings/index.ts'
import { checkedWords, practicesOf, practicesTag } from '../practices/index.ts'
import type { MarketPagesDeps } from './deps.ts'
import { publicMarketPage } from './pages/public-page.tsx'
import { whereText } from './present-stand.ts'
import { inOrder } from './stand-rules.ts'
import { standsOf } from './stand-store.ts'

/** @throws {RequestFault} not-found for a year of which nothing is kept. */
export async function renderMarket(deps: MarketPagesDeps, translator: Translator, year: number): Promise<RenderedPage> {
  const found = await deps.database.read(async (db) => {
    const meeting = await meetingOfYear(db, year)
    const stands = meeting ? await standsOf(db, meeting.id) : []
    const ids = stands.map(({ practice }) => practice)
    return meeting && { meeting, stands, practices: await practicesOf(db, { ids }) }
  })
  if (!found) throw notFound()
  const { meeting, stands, practices } = found
  const { t, language } = translator
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  const html = publicMarketPage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.market(lang, year)),
    title: t('market.title', { year: `${year}` }),
    demonstration: meeting.demonstration,
    // What is no longer public is shown no longer.
    stands: stands.toSorted(inOrder).flatMap((one) => {
      const practice = practices.find(({ id }) => id === one.practice)
      if (!practice) return []
      const { town } = practice
      const said = checkedWords(practice, language)
      return [
        {
          ...{ title: said.title, summary: said.summary, href: urls.practice(language, practice.id) },
          ...{ words: writtenIn(deps.languages, said.language), where: whereText(translator, one) },
          town: town.names[language] ?? town.name,
        },
      ]
    }),
    links: [
      { href: urls.meeting(language, year), text: t('market.meeting') },
      { href: urls.practices(language), text: t('practices.library.title') },
    ],
  })
  return {
    html,
    status: 200,
    dependsOn: [meetingTag(year), practicesTag, ...(meeting.host ? [meeting.host] : [])],
    validUntil: undefined,
  }
}
