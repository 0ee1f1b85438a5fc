/** What stands beside an article: kinds of service, neighbours, the language it is read in. */
import type { Article, ServiceKind } from '../checklist/index.ts'

/** The kinds that name the article, in the order of the checklist: never by how many towns have them. */
export function kindsUnder(kinds: readonly ServiceKind[], article: number): readonly ServiceKind[] {
  return kinds.filter(({ lanzarote }) => lanzarote.includes(article))
}

/** The numbers of the articles of each P, in their order; those of none stand in the list of all alone. */
export function numbersOfP(articles: readonly Article[], p: Article['ps'][number]): number[] {
  return articles.filter(({ ps }) => ps.includes(p)).map(({ number }) => number)
}

/** Undefined before the first and after the last. */
export function neighboursOf(
  number: number,
  articles: number,
): { readonly before: number | undefined; readonly after: number | undefined } {
  return { before: number > 1 ? number - 1 : undefined, after: number < articles ? number + 1 : undefined }
}

/** The reader's own language where there is a reading in it, else the original. */
export function languageRead<Language extends string>(
  language: string,
  there: readonly [Language, ...Language[]],
): { readonly read: Language; readonly own: boolean } {
  const own = there.find((each) => each === language)
  return { read: own ?? there[0], own: own !== undefined }
}
