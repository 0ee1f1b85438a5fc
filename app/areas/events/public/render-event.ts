/** One event, from its newest version to markup. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { longDate } from '../../../ui/dates.ts'
import { absolute, urls } from '../../../urls.ts'
import { countryName } from '../../authorities/index.ts'
import { numbersOf } from '../../help-pages/index.ts'
import type { EventPagesDeps } from '../deps.ts'
import { afterRows, factRows, type ToldIn, toldIn } from '../present-event.ts'
import { countryTag } from '../public-tag.ts'
import { openPublic } from './open-event.ts'
import { eventPage } from './pages/event-page.tsx'
import { beginPage, posterText } from './public-page.ts'

const posterSizes = ['a4', 'a3'] as const

export async function renderEvent(
  deps: EventPagesDeps,
  translator: Translator,
  year: number,
  id: string,
): Promise<RenderedPage> {
  const { town, newest } = await openPublic(deps, year, id)
  const { t, language, tag } = translator
  const { event, after, status } = newest.document
  const titles = event.resources.length === 0 ? [] : await deps.readTitles(language)
  const country = deps.site.countries.byIso(town.country)
  const { chrome, reader } = beginPage(deps, translator, country, (lang) => urls.event(lang, year, id))
  const told = readersFirst(toldIn(deps, event), language).filter(({ title, what }) => title !== '' || what !== '')
  const [first] = told
  const own = reader.languageOf(event.language)
  const html = eventPage({
    ...{ chrome, demonstration: town.demonstration, told, cancelled: status === 'cancelled' },
    picture: absolute(deps.site.baseUrl, urls.eventShare(language, year, id)),
    title: first?.title || t(`events.kind.${event.kind}`),
    titleLang: first?.title ? { lang: first.lang, dir: first.dir } : { lang: tag, dir: translator.dir },
    whose: {
      text: `${town.names[language] ?? town.name} (${countryName(town.country, tag)})`,
      href: urls.town(language, town),
    },
    rows: factRows({ translator, languages: deps.languages, languageName: reader.languageName }, event, titles),
    after: afterRows(translator, after),
    own: { lang: own.tag, dir: own.dir },
    published: t('events.published', {
      date: longDate(translator, newest.publishedAt.toZonedDateTimeISO('UTC').toPlainDate()),
    }),
    posters:
      status === 'cancelled' ? [] : told.flatMap((one) => postersOf(translator, year, id, one, reader.languageName)),
    back: { href: urls.events(language, year), text: t('events.year.title', { year: `${year}` }) },
  })
  const shown = titles.length === 0 ? [] : [deps.toolkitTag]
  const dependsOn = [countryTag(year, town.country), town.id, ...shown, ...(country ? [numbersOf(country.iso)] : [])]
  return { html, status: 200, dependsOn, validUntil: undefined }
}

const readersFirst = (told: readonly ToldIn[], language: string): ToldIn[] => [
  ...told.filter((one) => one.language === language),
  ...told.filter((one) => one.language !== language),
]

/** A poster in each language in which its words are written. */
function postersOf(translator: Translator, year: number, id: string, told: ToldIn, nameOf: (code: string) => string) {
  const words = (size: (typeof posterSizes)[number]) =>
    translator.t('events.poster.size', { size: size.toUpperCase(), language: nameOf(told.language) })
  return [false, true].flatMap((shop) =>
    posterSizes.map((size) => ({
      href: urls.eventPoster(translator.language, year, id, { size, shop, read: told.language }),
      text: posterText(translator, words(size), shop),
    })),
  )
}
