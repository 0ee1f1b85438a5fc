/** What the law of a country says, as its associations have written it: each note with its source and its day. */
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import { type Country, countryName } from '../authorities/index.ts'
import { isStale, type LegalNote, legalNotesOf, publishedNotes, withNote } from '../country-content/index.ts'
import { chromeFor, readerFor } from './chrome.ts'
import { type HelpPagesDeps, numbersOf } from './deps.ts'
import { shownText } from './local-text.ts'
import { type LegalNoteView, legalPage } from './pages/legal-page.tsx'
import { longDate, type Reader, today } from './reader.ts'
import { nextMidnight } from './render-country.ts'

/** @throws {RequestFault} where the country has no notes. */
export async function renderLegal(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
): Promise<RenderedPage> {
  const notes = await deps.database.read((db) => publishedNotes(db, country.iso))
  if (notes.length === 0) throw notFound()
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country })
  const dependsOn = [legalNotesOf(country.iso), numbersOf(country.iso)]
  return { html: html(deps, reader, country, notes), status: 200, dependsOn, validUntil: nextMidnight(reader) }
}

/** The page as it would be with a draft in the place of what is published about its topic. */
export async function renderDraftedLegal(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  draft: LegalNote,
): Promise<string> {
  const notes = await deps.database.read((db) => publishedNotes(db, country.iso))
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country })
  return html(deps, reader, country, withNote(notes, draft), true)
}

function html(
  deps: HelpPagesDeps,
  reader: Reader,
  country: Country,
  notes: readonly LegalNote[],
  preview = false,
): string {
  const { translator } = reader
  const { language, tag } = translator
  return legalPage({
    preview,
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.legalNotes(lang, country.iso)),
    reader,
    name: countryName(country.iso, tag),
    countryHref: urls.country(language, country.iso),
    notes: notes.flatMap((note) => noteView(reader, note)),
  })
}

function noteView(reader: Reader, note: LegalNote): LegalNoteView[] {
  const { t } = reader.translator
  const text = shownText(note.words, reader.order)
  if (!text) return []
  const date = longDate(reader, note.checkedOn)
  return [
    {
      topic: note.topic,
      title: t(`legal.topic.${note.topic}`),
      text,
      source: { law: note.law, article: note.article, url: note.url, host: new URL(note.url).host },
      checked: t(isStale(note, today(reader)) ? 'legal.checkedLongAgo' : 'legal.checked', { date }),
    },
  ]
}
