import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { absolute, urls } from '../../urls.ts'
import { registerTag } from '../register/index.ts'
import { type Asked, entriesOfPage, type Part, pagesOf, partsByCountry } from './asked-rules.ts'
import { type CountedCell, countOf, countsByCountry } from './counts-rules.ts'
import type { RegisterPagesDeps } from './deps.ts'
import { type ListedSignatory, listSignatories, searchSignatories } from './listing-store.ts'
import { readCells } from './memory.ts'
import { type ListPageProps, listPage } from './pages/list-page.tsx'
import { presentListed } from './present-list.ts'
import { allInvented, beginPage, byName, standingSentence } from './site-words.ts'

const everybody = { country: undefined, kind: undefined, status: undefined, joint: false } as const

/** A part of the list, filtered and sorted as it was asked for. */
export async function renderList(deps: RegisterPagesDeps, translator: Translator, asked: Asked): Promise<RenderedPage> {
  const { t, language } = translator
  const cells = await readCells(deps)
  const entries = countOf(cells, asked)
  const pages = pagesOf(entries)
  const page = Math.min(asked.page, pages)
  const found = await readPart(deps, translator, cells, asked, {
    from: (page - 1) * entriesOfPage,
    most: entriesOfPage,
  })
  const html = listPage({
    ...shared(deps, translator, cells, { ...asked, page }, ''),
    heading: t('register.list.count', { count: entries }),
    entries: found.map((one) => presentListed(translator, one)),
    order: { sort: asked.sort, href: (sort) => urls.register(language, { ...asked, sort, page: 1 }) },
    paging: { page, pages, href: (to) => urls.register(language, { ...asked, page: to }) },
    more: undefined,
  })
  return { html, status: 200, dependsOn: dependenciesOf(found), validUntil: undefined }
}

/** What somebody looks for: answered anew each time, and kept nowhere. */
export async function renderFound(
  deps: RegisterPagesDeps,
  translator: Translator,
  query: string,
  asked: Asked,
): Promise<string> {
  const { t } = translator
  const cells = await readCells(deps)
  const from = (asked.page - 1) * entriesOfPage
  const part = { from, most: entriesOfPage + 1 }
  const found = await deps.database.read((db) => searchSignatories(db, query, asked, part))
  return listPage({
    ...shared(deps, translator, cells, asked, query),
    heading: t('register.search.found', { query }),
    entries: found.slice(0, entriesOfPage).map((one) => presentListed(translator, one)),
    order: undefined,
    paging: undefined,
    more: found.length > entriesOfPage ? hiddenFields(query, { ...asked, page: asked.page + 1 }) : undefined,
  })
}

function hiddenFields(query: string, { country, kind, status, joint, page }: Asked): [string, string][] {
  const fields = { q: query, country: country?.toLowerCase(), kind, status, joint: joint ? '1' : undefined, page }
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
}

function shared(
  deps: RegisterPagesDeps,
  translator: Translator,
  cells: readonly CountedCell[],
  asked: Asked,
  query: string,
): Omit<ListPageProps, 'heading' | 'entries' | 'order' | 'paging' | 'more'> {
  const { language } = translator
  const countries = byName(translator, countsByCountry(cells, everybody))
  return {
    ...beginPage(deps, translator, (lang) => urls.register(lang, query === '' ? asked : {})),
    demonstration: allInvented(cells),
    picture: absolute(deps.site.baseUrl, urls.registerShare(language)),
    counts: standingSentence(translator, cells),
    form: {
      ...{ translator, asked, query },
      countries: countries.map(({ country, name }) => ({ value: country.toLowerCase(), text: name })),
    },
    pressLinks: countries.map(({ country, name }) => ({ href: urls.registerPress(language, country), name })),
  }
}

/** A list by country stands in the order of the reader's alphabet, which no database knows. */
async function readPart(
  { database }: RegisterPagesDeps,
  translator: Translator,
  cells: readonly CountedCell[],
  asked: Asked,
  part: Part,
): Promise<ListedSignatory[]> {
  if (asked.sort !== 'country') return database.read((db) => listSignatories(db, asked, part))
  const counts = byName(translator, countsByCountry(cells, asked))
  const found: ListedSignatory[] = []
  for (const { country, ...within } of partsByCountry(counts, part)) {
    found.push(...(await database.read((db) => listSignatories(db, { ...asked, country }, within))))
  }
  return found
}

/** The register, and the towns that it names: they may be renamed. */
const dependenciesOf = (found: readonly ListedSignatory[]): string[] => [
  registerTag,
  ...found.flatMap(({ authority }) => authority ?? []),
]
