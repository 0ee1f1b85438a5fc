/** One practice, for everybody: as a page and on paper. */
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { longDate } from '../../ui/dates.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { absolute, urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { PresentedPaper } from '../help-pages/index.ts'
import { languageRead } from './asked-rules.ts'
import type { PracticePagesDeps } from './deps.ts'
import { changedParts } from './form-rules.ts'
import {
  type ListedPractice,
  type PublicTranslation,
  readPublic,
  readPublicTranslation,
  readUses,
  readVersion,
} from './library-store.ts'
import { practicePage, withdrawnPage } from './pages/practice-page.tsx'
import { townName } from './present-listed.ts'
import { factRows, wordsShown } from './present-practice.ts'
import { beginPage } from './public-page.ts'
import { dependenciesOf } from './render-library.ts'

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate()

/** @param read the language somebody wants to read it in. @throws {RequestFault} where there is no such practice. */
export async function renderPractice(
  deps: PracticePagesDeps,
  translator: Translator,
  id: string,
  read: string | undefined,
): Promise<RenderedPage> {
  const practice = await deps.database.read((db) => readPublic(db, id))
  if (!practice) throw notFound()
  const beginning = beginPage(deps, translator, (lang) => urls.practice(lang, id))
  const page = { status: 200, dependsOn: dependenciesOf([practice]), validUntil: undefined } as const
  if (practice.withdrawnAt !== null) {
    const date = longDate(translator, dayOf(practice.withdrawnAt))
    return { ...page, html: withdrawnPage({ ...beginning, date, libraryHref: urls.practices(translator.language) }) }
  }
  const shown = await readShown(deps, translator, practice, read)
  const uses = await deps.database.read((db) => readUses(db, id))
  const { language } = translator
  const html = practicePage({
    ...beginning,
    ...shown,
    ...whoseIs(translator, practice),
    demonstration: practice.town.demonstration,
    version: practice.version,
    date: longDate(translator, dayOf(practice.publishedAt)),
    evidence: practice.facts.evidence,
    facts: rowsOf(deps, translator, practice),
    articles: practice.facts.articles.map((number) => ({ number, href: urls.lanzaroteArticle(language, number) })),
    languages: practice.languages.map((code) => ({
      ...{ name: deps.languages.byCode(code)?.autonym ?? code, lang: writtenIn(deps.languages, code).lang },
      ...{ href: urls.practice(language, id, code), current: code === shown.read },
      original: code === practice.facts.language,
    })),
    uses: uses.map(({ town, sentence, saidAt }) => ({
      name: town.names[language] ?? town.name,
      href: urls.town(language, town),
      ...{ sentence, date: longDate(translator, dayOf(saidAt)) },
    })),
    measureHref: await measureHref(deps, translator, practice),
    paperHref: urls.practicePaper(language, id, shown.read),
    officeHref: urls.practiceOffice(id),
    libraryHref: urls.practices(language),
  })
  return { ...page, html, dependsOn: [...page.dependsOn, ...uses.map(({ town }) => town.id)] }
}

const rowsOf = ({ checklist, languages }: PracticePagesDeps, translator: Translator, { facts }: ListedPractice) =>
  // The articles are links of their own.
  factRows({ translator, checklist, languages }, { ...facts, articles: [] })

/** Where the town says how far the measure is that the practice tells of; undefined: nobody reads it there. */
async function measureHref(deps: PracticePagesDeps, { language }: Translator, { measure, town }: ListedPractice) {
  if (!measure) return undefined
  const of = { ...measure, authority: town.id }
  const shown = await deps.database.read((db) => deps.measureIsPublic(db, of))
  return shown ? `${urls.planOne(language, town, measure.plan)}#m-${measure.measure}` : undefined
}

const whoseIs = (translator: Translator, practice: ListedPractice) => ({
  town: townName(translator, practice),
  country: countryName(practice.town.country, translator.tag),
  townHref: urls.town(translator.language, practice.town),
})

/** The words in the language that is read, where they come from, and what has changed in the original since. */
async function readShown(
  deps: PracticePagesDeps,
  translator: Translator,
  practice: ListedPractice,
  asked: string | undefined,
) {
  const read = languageRead(asked, translator.language, { ...practice, language: practice.facts.language })
  const translation =
    read === practice.facts.language
      ? undefined
      : await deps.database.read((db) => readPublicTranslation(db, practice.id, read))
  const said = translation?.parts ?? practice.facts
  return {
    read,
    title: said.title,
    words: writtenIn(deps.languages, read),
    original: writtenIn(deps.languages, practice.facts.language),
    said: wordsShown(said),
    translation: translation && (await presentTranslation(deps, translator, practice, translation)),
  }
}

async function presentTranslation(
  deps: PracticePagesDeps,
  translator: Translator,
  practice: ListedPractice,
  translation: PublicTranslation,
) {
  const { t, tag, language } = translator
  const { by, origin, version, translatedAt } = translation
  const madeFrom =
    version < practice.version ? await deps.database.read((db) => readVersion(db, practice.id, version)) : undefined
  return {
    machine: origin === 'machine',
    sentence: t('practices.translation.by', {
      name: by ? (by.names[language] ?? by.name) : t('practices.secretariat'),
      date: longDate(translator, dayOf(translatedAt)),
      language: languageName(tag, deps.languages, practice.facts.language),
    }),
    originalHref: urls.practice(language, practice.id, practice.facts.language),
    changes: madeFrom
      ? changedParts(madeFrom, practice.facts).map((part) => ({
          ...{ part, before: madeFrom[part], now: practice.facts[part] },
        }))
      : [],
  }
}

/** The same on paper. @throws {RequestFault} where it is not to be read in the language, or not any longer. */
export async function renderPracticePaper(
  deps: PracticePagesDeps,
  translator: Translator,
  id: string,
  read: string,
): Promise<PresentedPaper> {
  const practice = await deps.database.read((db) => readPublic(db, id))
  if (practice?.status !== 'published' || !practice.languages.includes(read)) throw notFound()
  const { t, tag, dir, language } = translator
  const { title, words, said, translation } = await readShown(deps, translator, practice, read)
  const { town, country } = whoseIs(translator, practice)
  const rows = factRows({ translator, checklist: deps.checklist, languages: deps.languages }, practice.facts)
  const document = {
    template: 'practice.typ',
    ...{ tag, dir, title },
    data: {
      ...{ heading: title, lead: `${town} (${country})`, words: { lang: words.lang.slice(0, 2), dir: words.dir } },
      notes: [
        ...(practice.town.demonstration ? [t('practices.demonstration')] : []),
        ...(translation ? [translation.sentence] : []),
        ...(translation?.machine ? [t('library.translation.machine')] : []),
        ...(translation && translation.changes.length > 0 ? [t('practices.translation.changed')] : []),
      ],
      parts: said.map(({ part, text }) => ({ title: t(`practices.part.${part}`), paragraphs: text.split(/\n{2,}/) })),
      factsTitle: t('library.facts'),
      facts: rows.map((row) => ({ ...row })),
      evidenceTitle: t('practices.fact.evidence'),
      evidence: [...practice.facts.evidence],
      footer: t('practices.paper.footer', { date: longDate(translator, dayOf(practice.publishedAt)) }),
      address: absolute(deps.site.baseUrl, urls.practice(language, id, read)),
    },
  }
  return { document, dependsOn: dependenciesOf([practice]) }
}
