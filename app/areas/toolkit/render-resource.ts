/** One resource, for everybody: as a page and on paper. */
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import type { PdfData } from '../../platform/pdf/pdf.ts'
import { longDate } from '../../ui/dates.ts'
import { fileWords } from '../../ui/file-words.ts'
import { byName } from '../../ui/lists.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { absolute, urls } from '../../urls.ts'
import type { PresentedPaper } from '../help-pages/index.ts'
import { languageRead } from './asked-rules.ts'
import type { ToolkitPagesDeps, TownArms } from './deps.ts'
import { type PublicResource, type PublicText, readResource, readText } from './library-store.ts'
import { type Block, blocksOf, type Inline } from './markdown.ts'
import { resourcePage } from './pages/resource-page.tsx'
import { factRows } from './present-facts.ts'
import { chromeOf } from './public-page.ts'
import { toolkitTag } from './public-tag.ts'
import { renderWithdrawn } from './render-withdrawn.ts'
import { licenceWords, stateOf } from './resource-schema.ts'
import { changesBetween } from './text-changes.ts'
import { originNotes } from './text-origin.ts'

interface Read {
  readonly resource: PublicResource
  readonly text: PublicText
}

/** @param read the language somebody wants to read it in. @throws {RequestFault} where there is no such resource. */
async function readIn(
  { database }: ToolkitPagesDeps,
  own: string,
  id: string,
  read: string | undefined,
): Promise<Read> {
  const resource = await database.read((db) => readResource(db, id))
  if (!resource) throw notFound()
  const language = languageRead(read, own, { language: resource.facts.language, languages: resource.languages })
  const text = await database.read((db) => readText(db, id, language))
  if (!text) throw notFound()
  return { resource, text }
}

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate()

/** @param asked for a language that it is not there in; said once, after asking. */
export async function renderResource(
  deps: ToolkitPagesDeps,
  translator: Translator,
  id: string,
  read: string | undefined,
  asked?: string,
): Promise<RenderedPage> {
  const { t, language, tag } = translator
  const { languages } = deps
  const gone = await renderWithdrawn(deps, translator, id, read ?? '')
  if (gone) return gone
  const found = await readIn(deps, language, id, read)
  const { resource, text } = found
  const { facts } = resource
  const day = facts.kind === 'poster' ? await deps.theDay() : undefined
  const missing = languages.offered
    .filter(({ code }) => !resource.languages.includes(code))
    .map(({ code }) => ({ value: code, name: languageName(translator.tag, languages, code) }))
    .toSorted(byName(tag))
  const html = resourcePage({
    chrome: chromeOf(deps, translator, (lang) => urls.resource(lang, id)),
    ...{ title: text.title, summary: text.summary, link: text.link, sources: text.sources },
    words: writtenIn(languages, text.language),
    blocks: blocksOf(text.body),
    ...(await originOf(deps, translator, found)),
    facts: factRows(translator, facts),
    articles: facts.articles.map((number) => ({ number, href: urls.lanzaroteArticle(language, number) })),
    languages: resource.languages.map((code) => ({
      ...{ name: languages.byCode(code)?.autonym ?? code, lang: writtenIn(languages, code).lang },
      ...{ href: urls.resource(language, id, code), current: code === text.language },
      original: code === facts.language,
    })),
    wanted: {
      action: urls.resourceWanted(language, id),
      languages: missing,
      chosen: missing.some(({ value }) => value === language) ? language : undefined,
      asked: asked === undefined ? undefined : languageName(translator.tag, languages, asked),
    },
    safeguarding: facts.safeguarding,
    file: text.file
      ? { href: urls.resourceFile(language, id, text.language, text.file), words: fileWords(translator, text.file) }
      : undefined,
    paperHref: text.body === '' ? undefined : urls.resourcePaper(language, id, text.language),
    posters: day && { dayHref: `${urls.eventsKit(language, day.year)}#posters`, year: day.year },
    toolkitHref: urls.toolkit(language),
    date: longDate(translator, dayOf(text.writtenAt)),
    noted: t('toolkit.adapt'),
  })
  return { html, status: 200, dependsOn: [toolkitTag, ...(day ? [day.dependsOn] : [])], validUntil: undefined }
}

/** What a text says of itself, and what has changed in the original since. */
async function originOf({ database, languages }: ToolkitPagesDeps, translator: Translator, { resource, text }: Read) {
  const { facts, id } = resource
  const state = stateOf(facts, text.language, text.revision)
  const isOriginal = state === 'original'
  const written = languageName(translator.tag, languages, facts.language)
  const origin = {
    machine: text.origin === 'machine' && text.checked === null,
    notes: originNotes(translator, text, isOriginal ? undefined : written),
    originalHref: isOriginal ? undefined : urls.resource(translator.language, id, facts.language),
    words: writtenIn(languages, facts.language),
  }
  if (isOriginal || state === 'current') return { origin, changes: [] }
  const [before, now] = await Promise.all(
    [text.revision, undefined].map((revision) => database.read((db) => readText(db, id, facts.language, revision))),
  )
  return { origin, changes: before && now ? changesBetween(before, now) : [] }
}

const inlineData = (one: Inline): PdfData =>
  one.type === 'text'
    ? { type: 'text', text: one.text }
    : { type: one.type, href: one.type === 'link' ? one.href : '', of: one.of.map(inlineData) }

function blockData(block: Block): PdfData {
  if (block.type === 'list') {
    return { type: 'list', ordered: block.ordered, items: block.items.map((item) => item.map(blockData)) }
  }
  return { type: block.type, depth: block.type === 'heading' ? block.depth : 0, of: block.of.map(inlineData) }
}

/** @throws {RequestFault} where it is not there in the language, or is a link. */
export async function renderResourcePaper(
  deps: ToolkitPagesDeps,
  translator: Translator,
  id: string,
  read: string,
  town?: TownArms,
): Promise<PresentedPaper> {
  const { resource, text } = await readIn(deps, translator.language, id, read)
  if (text.language !== read || text.body === '') throw notFound()
  const { t, tag, dir, language } = translator
  const words = writtenIn(deps.languages, text.language)
  const { origin, changes } = await originOf(deps, translator, { resource, text })
  const document = {
    template: 'toolkit.typ',
    ...{ tag, dir, title: text.title },
    data: {
      ...{ heading: text.title, lead: text.summary, words: { lang: words.lang.slice(0, 2), dir: words.dir } },
      notes: [
        ...origin.notes,
        ...(changes.length > 0 ? [t('toolkit.older')] : []),
        ...(resource.facts.safeguarding ? [t('toolkit.safeguarding')] : []),
      ],
      arms: town?.drawing ?? '',
      armsAlt: town ? t('prints.arms.alt', { town: town.names[language] ?? town.name }) : '',
      blocks: blocksOf(text.body).map(blockData),
      sourcesTitle: t('toolkit.sources'),
      sources: [...text.sources],
      footer: [
        t('toolkit.adapt'),
        t(`toolkit.licence.${licenceWords[resource.facts.licence]}`),
        t('toolkit.paper.as', { date: longDate(translator, dayOf(text.writtenAt)), revision: text.revision }),
      ].join(' '),
      address: absolute(deps.site.baseUrl, urls.resource(language, id, read)),
    },
  }
  return { document, dependsOn: [toolkitTag, ...(town ? [town.id] : [])] }
}
