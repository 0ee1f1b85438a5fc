/** How the measures of a plan are put together for readers. Pure. */
import { type Measure, type Section, sections } from '../schema.ts'

/** A measure stands under each article that it serves, by number. Those that name none come last, under undefined. */
export function byArticle<M extends Pick<Measure, 'articles'>>(
  measures: readonly M[],
): { readonly article: number | undefined; readonly measures: readonly M[] }[] {
  const numbers = [...new Set(measures.flatMap(({ articles }) => articles))].toSorted((a, b) => a - b)
  const rest = measures.filter(({ articles }) => articles.length === 0)
  return [
    ...numbers.map((article) => ({ article, measures: measures.filter((one) => one.articles.includes(article)) })),
    ...(rest.length > 0 ? [{ article: undefined, measures: rest }] : []),
  ]
}

/** A measure stands in each year in which it runs. Those without days come last, under undefined. */
export function byYear<M extends Pick<Measure, 'starts' | 'ends'>>(
  measures: readonly M[],
): { readonly year: number | undefined; readonly measures: readonly M[] }[] {
  const yearsOf = ({ starts, ends }: M): number[] => {
    const [from, to] = [Number((starts ?? ends)?.slice(0, 4)), Number((ends ?? starts)?.slice(0, 4))]
    return Number.isNaN(from) ? [] : Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index)
  }
  const all = measures.map((one) => ({ one, years: yearsOf(one) }))
  const years = [...new Set(all.flatMap((each) => each.years))].toSorted((a, b) => a - b)
  const rest = all.filter((each) => each.years.length === 0).map(({ one }) => one)
  return [
    ...years.map((year) => ({ year, measures: all.filter((each) => each.years.includes(year)).map(({ one }) => one) })),
    ...(rest.length > 0 ? [{ year: undefined, measures: rest }] : []),
  ]
}

/** In the order of the sections; one without measures is left out. */
export function bySection<M extends Pick<Measure, 'section'>>(
  measures: readonly M[],
): { readonly section: Section; readonly measures: readonly M[] }[] {
  return sections
    .map((section) => ({ section, measures: measures.filter((one) => one.section === section) }))
    .filter((group) => group.measures.length > 0)
}
