/** What a meeting has concluded, from what was published to markup. */
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { longDate } from '../../ui/dates.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import { chromeFor, readerFor } from '../help-pages/index.ts'
import { type Meeting, meetingOfYear, meetingTag } from '../meetings/index.ts'
import type { ConclusionPagesDeps } from './deps.ts'
import { type PublishedItem, type PublishedSet, readPublished } from './item-store.ts'
import { namesFor } from './names.ts'
import { type PublicLine, publicPage } from './pages/public-page.tsx'
import { itemFacts } from './present-item.ts'
import { votesText } from './present-lines.ts'
import { renderFirstSet } from './render-first-set.ts'

export async function renderConclusions(
  deps: ConclusionPagesDeps,
  translator: Translator,
  year: number,
): Promise<RenderedPage> {
  if (year === deps.firstSet.meeting) return renderFirstSet(deps, translator)
  const found = await deps.database.read(async (db) => {
    const meeting = await meetingOfYear(db, year)
    const set = meeting && (await readPublished(db, meeting.id))
    return set && { meeting, set, name: await namesFor(deps, db, translator, set.items) }
  })
  if (!found) throw notFound()
  const { meeting, set, name } = found
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  const { t, language } = translator
  const document = set.document
  const lines = linesOf(deps, translator, set, name)
  const translatedAll = document.language === language || set.items.every((one) => one.translations[language])
  const html = publicPage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.conclusions(lang, year)),
    title: t('conclusion.title', { year: `${year}` }),
    lead: leadOf(translator, meeting, set),
    demonstration: meeting.demonstration,
    instead: translatedAll
      ? undefined
      : t('conclusion.public.instead', {
          language: languageName(translator.tag, deps.languages, language),
          original: languageName(translator.tag, deps.languages, document.language),
        }),
    machine: undefined,
    lines,
    notes: [t('conclusion.public.states'), t('conclusion.public.hashNote')],
    hash: set.sha256,
  })
  const owners = set.items.flatMap(({ authority, association }) => authority ?? association ?? [])
  return { html, status: 200, dependsOn: [meetingTag(year), ...new Set(owners)], validUntil: undefined }
}

function leadOf(translator: Translator, meeting: Meeting, { document }: PublishedSet): string[] {
  const { t } = translator
  return [
    ...(meeting.place === '' ? [] : [meeting.place]),
    t('conclusion.adoptedOn', { day: longDate(translator, document.adoptedOn) }),
    ...(document.votes ? [votesText(translator, document.votes)] : []),
  ]
}

function linesOf(
  { languages }: ConclusionPagesDeps,
  translator: Translator,
  { document, items, looks }: PublishedSet,
  name: (one: PublishedItem) => string,
): PublicLine[] {
  const { t, language } = translator
  const own = writtenIn(languages, document.language)
  return document.conclusions.flatMap((one) => {
    const item = items.find(({ id }) => id === one.id)
    if (!item) return []
    const translation = document.language === language ? undefined : item.translations[language]
    return [
      {
        id: `c${one.number}`,
        heading: t('conclusion.number', { number: `${one.number}` }),
        text: translation?.text ?? one.text,
        words: translation ? writtenIn(languages, language) : own,
        asks: one.asks === '' ? undefined : { label: t('conclusion.asksLabel'), text: one.asks, words: own },
        facts: [
          ...(one.votes ? [votesText(translator, one.votes)] : []),
          ...itemFacts(translator, { looks }, item, name(item)),
        ],
        figures: [],
      },
    ]
  })
}
