/** All resources, or what somebody looks for; and which of them is there in which language. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { byName, withCommas } from '../../ui/lists.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import { wordsIn } from '../authorities/index.ts'
import type { Asked } from './asked-rules.ts'
import type { ToolkitPagesDeps } from './deps.ts'
import { findResources, type ListedResource, readMatrix, readPackages } from './library-store.ts'
import { type MatrixPageProps, matrixPage } from './pages/matrix-page.tsx'
import { type ToolkitPageProps, toolkitPage } from './pages/toolkit-page.tsx'
import { chromeOf } from './public-page.ts'
import { toolkitTag } from './public-tag.ts'
import { audiences, isUnchecked, resourceKinds, sections, stateOf } from './resource-schema.ts'

/** More words than anybody types. */
const mostWords = 10
const nothingAsked: Asked = {
  kind: undefined,
  audience: undefined,
  p: undefined,
  article: undefined,
  language: undefined,
}

export async function renderToolkit(
  deps: ToolkitPagesDeps,
  translator: Translator,
  asked: Asked,
): Promise<RenderedPage> {
  const found = await deps.database.read((db) => findResources(db, translator.language, asked))
  const heading = translator.t('toolkit.count', { count: found.length })
  const html = toolkitPage(await propsOf(deps, translator, { asked, query: '', heading, found }))
  return { html, status: 200, dependsOn: [toolkitTag], validUntil: undefined }
}

/** Answered anew each time, and kept nowhere. */
export async function renderFound(
  deps: ToolkitPagesDeps,
  translator: Translator,
  query: string,
  asked: Asked,
): Promise<string> {
  const words = wordsIn(query).slice(0, mostWords)
  const found = await deps.database.read((db) => findResources(db, translator.language, asked, words))
  const heading = translator.t('toolkit.found', { query, count: found.length })
  return toolkitPage(await propsOf(deps, translator, { asked, query, heading, found }))
}

interface Found {
  readonly asked: Asked
  readonly query: string
  readonly heading: string
  readonly found: readonly ListedResource[]
}

async function propsOf(
  deps: ToolkitPagesDeps,
  translator: Translator,
  { asked, query, heading, found }: Found,
): Promise<ToolkitPageProps> {
  const { t, tag, language } = translator
  const { languages } = deps
  const all = await deps.database.read((db) => findResources(db, language, nothingAsked))
  const packages = await deps.database.read(readPackages)
  const { compare } = new Intl.Collator(tag)
  const read = [...new Set(all.flatMap((one) => one.languages))]
  const said = (words: Readonly<Record<string, string>>) => words[language] ?? words['en'] ?? ''
  return {
    chrome: chromeOf(deps, translator, (lang) => urls.toolkit(lang, query === '' ? asked : {})),
    form: {
      ...{ translator, asked, query },
      options: {
        kind: resourceKinds.map((value) => ({ value, text: t(`toolkit.kind.${value}`) })),
        audience: audiences.map((value) => ({ value, text: t(`toolkit.audience.${value}`) })),
        p: sections.map((value) => ({ value, text: t(`practices.section.${value}`) })),
        article: [...new Set(all.flatMap(({ facts }) => facts.articles))]
          .toSorted((a, b) => a - b)
          .map((number) => ({ value: `${number}`, text: t('lanzarote.article.metaTitle', { number }) })),
        language: read
          .map((value) => ({ value, text: languageName(translator.tag, languages, value) }))
          .toSorted((a, b) => compare(a.text, b.text)),
      },
    },
    heading,
    resources: found.map((one) => ({
      ...{ href: urls.resource(language, one.id), title: one.text.title, summary: one.text.summary },
      words: writtenIn(languages, one.text.language),
      facts: [
        t(`toolkit.kind.${one.facts.kind}`),
        withCommas(
          tag,
          one.facts.audiences.map((each) => t(`toolkit.audience.${each}`)),
        ),
        t('toolkit.readIn', { count: one.languages.length }),
        ...(isUnchecked(one.text) ? [t('toolkit.notChecked.short')] : []),
      ],
    })),
    packages: packages.map(({ id, titles, about, resources }) => ({
      ...{ href: urls.toolkitPackage(language, id), title: said(titles), about: said(about) },
      parts: resources.flatMap((one) => all.find(({ id: other }) => other === one)?.text.title ?? []),
    })),
    languagesHref: urls.toolkitLanguages(language),
    pactHref: urls.pact(language),
  }
}

export async function renderMatrix(deps: ToolkitPagesDeps, translator: Translator): Promise<RenderedPage> {
  const { language } = translator
  const { languages } = deps
  const resources = await deps.database.read((db) => findResources(db, language, nothingAsked))
  const matrix = await deps.database.read(readMatrix)
  // The 37 of the Pact, and any other in which something can be read.
  const shown = languages.list.filter(
    ({ use, code }) => use === 'interface' || resources.some((one) => one.languages.includes(code)),
  )
  const rows: MatrixPageProps['rows'] = shown.map((one) => {
    const cells = resources.map(({ id, facts }) => {
      const state = stateOf(facts, one.code, matrix.get(id)?.get(one.code))
      return { state, href: state === 'missing' ? undefined : urls.resource(language, id, one.code) }
    })
    const there = cells.filter(({ state }) => state !== 'missing').length
    return { name: languageName(translator.tag, languages, one.code), there, cells }
  })
  const html = matrixPage({
    chrome: chromeOf(deps, translator, (lang) => urls.toolkitLanguages(lang)),
    resources: resources.map(({ id, text }) => ({
      ...{ href: urls.resource(language, id), title: text.title, words: writtenIn(languages, text.language) },
    })),
    rows: rows.toSorted(byName(translator.tag)),
    toolkitHref: urls.toolkit(language),
  })
  return { html, status: 200, dependsOn: [toolkitTag], validUntil: undefined }
}
