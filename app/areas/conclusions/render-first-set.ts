/** The conclusions of 30 June 2015, each with the figures by which it is followed. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { longDate } from '../../ui/dates.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import { anyTown, chromeFor, readerFor } from '../help-pages/index.ts'
import { meetingOfYear, meetingTag } from '../meetings/index.ts'
import type { ConclusionPagesDeps } from './deps.ts'
import type { Figure } from './figure-rules.ts'
import { type FirstSet, firstSetLanguages } from './first-set-data.ts'
import { type PublishedItem, type PublishedSet, readPublished } from './item-store.ts'
import { namesFor } from './names.ts'
import { type PublicLine, publicPage } from './pages/public-page.tsx'
import { itemFacts } from './present-item.ts'

/** The page whose data a figure is. */
function pageOf(figure: Figure, language: string): string {
  switch (figure) {
    case 'signatories':
    case 'countries':
    case 'associations':
      return urls.register(language)
    case 'practices':
      return urls.practices(language)
    case 'resources':
      return urls.toolkit(language)
    case 'resource-languages':
      return urls.toolkitLanguages(language)
    case 'events':
      return urls.eventsNow(language)
    case 'plans-with-article':
      return urls.lanzarote(language)
    case 'plans':
    case 'reports':
    case 'help-pages':
      return urls.review(language)
  }
}

export async function renderFirstSet(deps: ConclusionPagesDeps, translator: Translator): Promise<RenderedPage> {
  const { site, clock, firstSet, languages } = deps
  const { t, language, tag } = translator
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  const { value: counts, until } = await deps.figures()
  const shown = firstSetLanguages.find((one) => one === language) ?? 'en'
  const { origin, reviewed } = firstSet.status[shown]
  // What the page says of itself it need not say twice.
  const said = translator.origin.origin === 'machine' && translator.origin.reviewed === null
  const year = firstSet.meeting
  const followed = await deps.database.read(async (db) => {
    const meeting = await meetingOfYear(db, year)
    const set = meeting && (await readPublished(db, meeting.id))
    return set && { set, name: await namesFor(deps, db, translator, set.items) }
  })
  const html = publicPage({
    chrome: chromeFor(site, reader, undefined, (lang) => urls.conclusions(lang, year)),
    title: t('conclusion.title', { year: `${year}` }),
    lead: [t('conclusion.first.lead', { day: longDate(translator, firstSet.adoptedOn) }), t('conclusion.first.own')],
    demonstration: false,
    instead:
      shown === language
        ? undefined
        : t('conclusion.public.instead', {
            language: languageName(tag, languages, language),
            original: languageName(tag, languages, shown),
          }),
    machine:
      origin === 'machine' && reviewed === null && !said
        ? { href: urls.conclusions('en', year), text: t('conclusion.public.original') }
        : undefined,
    lines: firstSet.conclusions.map((one) => lineOf(deps, translator, one, { shown, followed, counts })),
    notes: [...firstSet.about.sources.slice(0, 1).map(({ title }) => t('conclusion.first.source', { title }))],
    hash: undefined,
  })
  return { html, status: 200, dependsOn: [anyTown, meetingTag(year)], validUntil: until }
}

interface Followed {
  readonly set: PublishedSet
  readonly name: (one: PublishedItem) => string
}

/** One as the file has it; who answers for it and how far it is, where it is followed as those of later meetings are. */
function lineOf(
  { languages }: ConclusionPagesDeps,
  translator: Translator,
  one: FirstSet['conclusions'][number],
  given: {
    readonly shown: (typeof firstSetLanguages)[number]
    readonly followed: Followed | undefined
    readonly counts: ReadonlyMap<Figure, number>
  },
): PublicLine {
  const { t, language } = translator
  const { shown, followed, counts } = given
  const id = followed?.set.document.conclusions.find(({ number }) => number === one.number)?.id
  const item = followed?.set.items.find((each) => each.id === id)
  // What a person has translated in the office stands in place of what a machine has.
  const own = item?.translations[language]?.text
  const words = writtenIn(languages, shown)
  return {
    ...{ id: `c${one.number}`, heading: t('conclusion.number', { number: `${one.number}` }) },
    ...{ text: own ?? one.text[shown], words: own === undefined ? words : writtenIn(languages, language) },
    asks: { label: t('conclusion.asksLabel'), text: one.asks[shown], words },
    facts: [
      ...(followed && item ? itemFacts(translator, followed.set, item, followed.name(item)) : []),
      t(one.figures.length === 0 ? 'conclusion.first.noFigure' : 'conclusion.first.followed'),
    ],
    figures: one.figures.map((figure) => figureView(translator, figure, counts.get(figure) ?? 0)),
  }
}

function figureView({ t, tag, language }: Translator, figure: Figure, value: number): PublicLine['figures'][number] {
  return {
    name: t(`conclusion.figure.${figure}`),
    value: new Intl.NumberFormat(tag).format(value),
    definition: t(`conclusion.figure.${figure}.definition`),
    link: { href: pageOf(figure, language), text: t('conclusion.figure.see') },
  }
}
