/** The form of an original: what a resource is, and its words. Pure. */
import anyAscii from 'any-ascii'
import { type FormFields, fieldText, fieldTexts } from '../../platform/http/form.ts'
import { type OfferFault, type OfferField, type OfferReading, type OfferWords, textFaults } from './offer-form.ts'
import {
  ages,
  audiences,
  licences,
  type ResourceFacts,
  resourceFacts,
  resourceKinds,
  sections,
} from './resource-schema.ts'

/** As typed. */
export interface DraftFacts {
  readonly kind: string
  readonly audiences: readonly string[]
  readonly ages: readonly string[]
  readonly sections: readonly string[]
  readonly articles: string
  readonly licence: string
  readonly language: string
  readonly safeguarding: boolean
}

export const emptyFacts = (language: string): DraftFacts => ({
  ...{ kind: '', audiences: [], ages: [], sections: [], articles: '', licence: 'CC-BY-4.0', language },
  safeguarding: false,
})

export const factsTyped = ({ articles, ...facts }: ResourceFacts): DraftFacts => ({
  ...facts,
  articles: articles.join(' '),
})

const known = <One extends string>(all: readonly One[], given: readonly string[]) =>
  given.filter((one): one is One => all.some((each) => each === one))

export const factsIn = (fields: FormFields): DraftFacts => ({
  kind: known(resourceKinds, [fieldText(fields, 'kind')])[0] ?? '',
  audiences: known(audiences, fieldTexts(fields, 'audiences')),
  ages: known(ages, fieldTexts(fields, 'ages')),
  sections: known(sections, fieldTexts(fields, 'parts')),
  articles: fieldText(fields, 'articles').slice(0, 200),
  licence: known(licences, [fieldText(fields, 'licence')])[0] ?? '',
  language: fieldText(fields, 'language').slice(0, 20),
  safeguarding: fieldText(fields, 'safeguarding') === 'yes',
})

export type FactField = 'kind' | 'audiences' | 'ages' | 'sections' | 'articles' | 'licence' | 'language'
export type DraftFault =
  | OfferFault
  | { readonly field: FactField | 'sources'; readonly code: 'choose' | 'articles' | 'link' }

const articleNumbers = (text: string) =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)

/** @param revision the one that it will be. */
export function factsOf(typed: DraftFacts, revision: number): ResourceFacts | undefined {
  const read = resourceFacts.safeParse({ ...typed, articles: articleNumbers(typed.articles), revision })
  return read.success ? read.data : undefined
}

function factFaults(facts: DraftFacts, languages: ReadonlySet<string>, articleCount: number): DraftFault[] {
  const chosen = ['kind', 'audiences', 'ages', 'sections', 'licence'] as const
  const numbers = articleNumbers(facts.articles)
  const isArticle = (one: number) => Number.isInteger(one) && one >= 1 && one <= articleCount
  return [
    ...chosen.filter((field) => facts[field].length === 0).map((field) => ({ field, code: 'choose' as const })),
    ...(languages.has(facts.language) ? [] : [{ field: 'language' as const, code: 'choose' as const }]),
    ...(numbers.every(isArticle) ? [] : [{ field: 'articles' as const, code: 'articles' as const }]),
  ]
}

const longest: Readonly<Record<OfferField, number>> = { title: 200, summary: 600, body: 40_000, link: 2_000 }
const mostSources = 30

/** One a line. */
export const sourcesIn = (text: string): string[] => text.split(/\s+/).filter(Boolean)

export interface DraftTyped {
  readonly words: OfferWords
  readonly facts: DraftFacts
  readonly sources: string
}

export interface DraftReading extends Omit<OfferReading, 'isLink'> {
  readonly languages: ReadonlySet<string>
  readonly articleCount: number
}

/** What keeps an original from being sent. A draft may lack anything, but holds nothing that is too long. */
export function draftFaults(
  { words, facts, sources }: DraftTyped,
  reading: DraftReading,
  sends: boolean,
): DraftFault[] {
  const long = (['title', 'summary', 'body', 'link'] as const).filter((field) => words[field].length > longest[field])
  if (long.length > 0 || !sends) return long.map((field) => ({ field, code: 'long' }))
  const isLink = facts.kind === 'link'
  const holds: readonly OfferField[] = isLink ? ['link'] : reading.hasFile ? [] : ['body']
  const missing = (['title', 'summary', ...holds] as const).filter((field) => words[field] === '')
  const isPage = (link: string) => link.startsWith('https://') && link.length <= 2_000 && URL.canParse(link)
  const urls = sourcesIn(sources)
  return [
    ...factFaults(facts, reading.languages, reading.articleCount),
    ...missing.map((field) => ({ field, code: 'missing' as const })),
    ...(isLink && words.link !== '' && !isPage(words.link) ? [{ field: 'link' as const, code: 'link' as const }] : []),
    ...textFaults(words, reading),
    ...(urls.every(isPage) && urls.length <= mostSources ? [] : [{ field: 'sources' as const, code: 'link' as const }]),
  ]
}

/** A name for the address, from a title in any script. @param taken whether there is one of this name. */
export function resourceName(title: string, taken: (id: string) => boolean): string {
  const words = anyAscii(title.normalize('NFKD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const stem = words.length < 3 ? `resource${words === '' ? '' : `-${words}`}` : words
  const names = [stem, ...Array.from({ length: 500 }, (_, index) => `${stem}-${index + 2}`)]
  return names.find((name) => !taken(name)) ?? `${stem}-more`
}
