/** What the progress review of the whole network needs from other areas. */
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { presentReadings } from './areas/lanzarote/index.ts'
import { createKeptReview, type ReviewDeps } from './areas/review/index.ts'
import type { Services } from './services.ts'

export function reviewDepsOf({ reference }: Services, helpPages: HelpPagesDeps): ReviewDeps {
  const { site, pageCache, clock, papers, checklist, database } = helpPages
  const { measures } = reference
  return {
    ...{ site, pageCache, clock, papers, checklist },
    indicators: measures.indicators,
    review: createKeptReview({ database, clock, indicators: measures.indicators }),
    indicatorWords: (reader, indicator) => {
      const words = measures.indicatorWords(reader.translator.language, indicator)
      if (!words) return undefined
      const { name, definition, language } = words
      const own = language === reader.translator.language
      const { tag, dir } = reader.languageOf(language)
      return { name, definition, lang: own ? undefined : tag, dir: own ? undefined : dir }
    },
    articleTitle: (reader, article) => {
      const { tag, dir, instead, of } = presentReadings(reference.plainLanzarote, reader)
      return { title: of(article).title, lang: instead && tag, dir: instead && dir }
    },
  }
}
