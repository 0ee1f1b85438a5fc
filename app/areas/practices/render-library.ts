/** The library: a part of it, or what somebody looks for. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import { wordsIn } from '../authorities/index.ts'
import { kindName } from '../checklist/index.ts'
import { type Asked, pagesOf, type Size, sizeBounds, sizes } from './asked-rules.ts'
import { readCollections } from './collection-store.ts'
import type { PracticePagesDeps } from './deps.ts'
import { findPractices, type ListedPractice, readChoices } from './library-store.ts'
import { type LibraryPageProps, libraryPage } from './pages/library-page.tsx'
import { costs, sections } from './practice-schema.ts'
import { presentListed } from './present-listed.ts'
import { beginPage } from './public-page.ts'
import { practicesTag } from './public-tag.ts'

/** More words than anybody types. */
const mostWords = 10

export async function renderLibrary(
  deps: PracticePagesDeps,
  translator: Translator,
  asked: Asked,
): Promise<RenderedPage> {
  const { t, language } = translator
  const find = (page: number) => deps.database.read((db) => findPractices(db, { ...asked, page }))
  const first = await find(asked.page)
  const pages = pagesOf(first.count)
  const page = Math.min(asked.page, pages)
  // Behind the last page is the last one.
  const { practices, count } = page === asked.page ? first : await find(page)
  const html = libraryPage({
    ...(await shared(deps, translator, asked, '')),
    heading: t('practices.library.count', { count }),
    practices: practices.map((one) => presentListed(deps, translator, one)),
    paging: { page, pages, href: (to) => urls.practices(language, { ...asked, page: to }) },
    more: false,
  })
  return { html, status: 200, dependsOn: dependenciesOf(practices), validUntil: undefined }
}

/** The library, and the towns that it names: they may be renamed. */
export const dependenciesOf = (practices: readonly ListedPractice[]): string[] => [
  practicesTag,
  ...practices.map(({ town }) => town.id),
]

/** Answered anew each time, and kept nowhere. */
export async function renderFound(
  deps: PracticePagesDeps,
  translator: Translator,
  query: string,
  asked: Asked,
): Promise<string> {
  const { t } = translator
  const words = wordsIn(query).slice(0, mostWords)
  const { practices, count } = await deps.database.read((db) => findPractices(db, { ...asked, page: 1 }, words))
  return libraryPage({
    ...(await shared(deps, translator, asked, query)),
    heading: t('practices.library.found', { query, count }),
    practices: practices.map((one) => presentListed(deps, translator, one)),
    paging: undefined,
    more: count > practices.length,
  })
}

async function shared(
  deps: PracticePagesDeps,
  translator: Translator,
  asked: Asked,
  query: string,
): Promise<Omit<LibraryPageProps, 'heading' | 'practices' | 'paging' | 'more'>> {
  const { t, tag, language } = translator
  const { checklist, languages } = deps
  const choices = await deps.database.read(readChoices)
  const collections = await deps.database.read(readCollections)
  const { compare } = new Intl.Collator(tag)
  const named = (items: readonly { readonly value: string; readonly text: string }[]) =>
    items.toSorted((a, b) => compare(a.text, b.text))
  return {
    ...beginPage(deps, translator, (lang) => urls.practices(lang, query === '' ? asked : {})),
    form: {
      ...{ translator, asked, query },
      options: {
        p: sections.map((value) => ({ value, text: t(`practices.section.${value}`) })),
        article: choices.articles.map((number) => ({
          value: `${number}`,
          text: t('lanzarote.article.metaTitle', { number }),
        })),
        kind: named(choices.kinds.map((value) => ({ value, text: kindName(translator, checklist, value) }))),
        size: sizes.map((value) => ({ value, text: sizeText(translator, value) })),
        language: named(choices.languages.map((value) => ({ value, text: languageName(tag, languages, value) }))),
        cost: costs.map((value) => ({ value, text: t(`practices.cost.${value}`) })),
      },
    },
    collections: collections.map((one) => ({
      ...{ title: one.title, sentence: one.sentence, href: urls.practiceCollection(language, one.id) },
      words: writtenIn(languages, one.language),
    })),
  }
}

function sizeText({ t }: Translator, size: Size): string {
  const { village, small, middle, large } = sizeBounds
  if (size === 'village') return t('practices.size.village', { to: village.below })
  if (size === 'large') return t('practices.size.large', { from: large.from })
  const { from, below: to } = size === 'small' ? small : middle
  return t(`practices.size.${size}`, { from, to })
}
