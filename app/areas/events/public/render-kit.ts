/** The kit of a year: what to do when, ideas by size of town, posters. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { writtenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import type { EventPagesDeps } from '../deps.ts'
import { dayOfYear } from '../event-rules.ts'
import { dayPackage, type KitLanguage, kitLanguages, peopleOf, townSizes } from '../kit/kit-data.ts'
import { editionsTag } from '../public-tag.ts'
import { themeOf } from '../theme-rules.ts'
import { openYear } from './editions.ts'
import { kitPage } from './pages/kit-page.tsx'
import { beginPage, pictureOf, posterText } from './public-page.ts'

/** The reader's own language where there is a kit in it, else the original. */
export const kitLanguage = (language: string): KitLanguage => kitLanguages.find((one) => one === language) ?? 'en'

/** Translated by a machine, and nobody has looked at it. */
export const isMachine = ({ origin, reviewed }: EventPagesDeps['kit']['status'][KitLanguage]): boolean =>
  origin === 'machine' && reviewed === null

/** So many weeks before the day; below zero after it. */
const dayBefore = (year: number, weeks: number): Temporal.PlainDate =>
  Temporal.PlainDate.from(dayOfYear(year)).subtract({ weeks })

export async function renderKit(deps: EventPagesDeps, translator: Translator, year: number): Promise<RenderedPage> {
  const { edition } = await openYear(deps, year)
  const { kit } = deps
  const { language, t } = translator
  const read = kitLanguage(language)
  const { chrome, reader } = beginPage(deps, translator, undefined, (lang) => urls.eventsKit(lang, year))
  const status = kit.status[read]
  const said = translator.origin.origin === 'machine' && translator.origin.reviewed === null
  const theme = themeOf(edition, language)
  const known = reader.languageOf(read)
  const texts = await deps.readForTheDay(language)
  const html = kitPage({
    ...{ chrome, year, demonstration: false, picture: pictureOf(deps, translator, year) },
    theme: theme && { text: theme.text, lang: reader.languageOf(theme.language).tag },
    lang: known.tag,
    dir: known.dir,
    instead:
      read === language ? undefined : { missing: reader.languageName(language), shown: reader.languageName(read) },
    reviewed: status.reviewed !== null,
    machine: isMachine(status) && !said,
    tasks: kit.tasks.map(({ weeks, [read]: text }) => ({
      when: t('events.kit.by', { date: longDate(translator, dayBefore(year, weeks)) }),
      text,
    })),
    ideas: townSizes.map((size) => ({
      size,
      people: apart(new Intl.NumberFormat(translator.tag).format(peopleOf[size])),
      ideas: kit.ideas.filter((one) => one.size === size).map((one) => one[read]),
    })),
    texts: texts.map((one) => ({
      ...{ href: urls.resource(language, one.id), title: one.title, ...writtenIn(deps.languages, one.language) },
      // In which language it is read, where that is not the reader's.
      language: one.language === language ? '' : reader.languageName(one.language),
    })),
    packageHref: texts.length === 0 ? undefined : urls.toolkitPackage(language, dayPackage),
    posters: [false, true].flatMap((shop) =>
      (['a4', 'a3'] as const).map((size) => ({
        href: urls.eventsPoster(language, year, { size, shop }),
        text: posterText(translator, t('events.poster.general', { size: size.toUpperCase() }), shop),
      })),
    ),
  })
  return { html, status: 200, dependsOn: [editionsTag, deps.toolkitTag], validUntil: undefined }
}
