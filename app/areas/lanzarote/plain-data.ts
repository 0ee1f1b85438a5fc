/**
 * The Convention in plain words, article by article: `data/lanzarote-plain.json`. Our own reading; why it stands beside
 * the data of the Convention itself: docs/decisions/0064-the-convention-in-plain-words.md.
 */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { telephoneLike } from '../guides/index.ts'

/** The languages in which there is a reading, the original first. */
export const readingLanguages = ['en', 'fr'] as const
export type ReadingLanguage = (typeof readingLanguages)[number]

/** Terms of 2007 that are no longer used, in either language. */
const oldTerms = /pornograph|prostitution (?:enfantine|des enfants)|child prostitut/i

const plain = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/[<>*`]|\]\(|https?:/.test(text), 'a reading holds plain text, no markup and no address')
    .refine((text) => telephoneLike(text).length === 0, 'a reading holds no telephone number')
    .refine((text) => !oldTerms.test(text), 'a reading uses today’s terms, see termToUseInInterface in lanzarote.json')

const reading = z.strictObject({
  /** Our own: several articles have the same title, or one that says little. */
  title: plain(90),
  says: z.array(plain(360)).min(2).max(5),
  /** What that means in a town. */
  town: z.array(plain(240)).min(1).max(2).optional(),
})
export type Reading = Frozen<z.infer<typeof reading>>

const status = z.strictObject({
  /** `person`: the original wording. `machine`: a translation that is labelled above the text until reviewed. */
  origin: z.enum(['person', 'machine']),
  /** Who knows the law and has checked this language, and when; null: nobody yet, and the page says so. */
  reviewed: z.strictObject({ by: z.string().trim().min(1), on: z.iso.date() }).nullable(),
})
export type ReadingStatus = Frozen<z.infer<typeof status>>

const plainShape = z.strictObject({
  about: about.extend({ licence: z.literal('CC BY 4.0') }),
  status: z.strictObject({ en: status, fr: status }),
  articles: z.array(z.strictObject({ number: z.int(), en: reading, fr: reading })),
})

/** @param articles numbers of the Convention; undefined: which ones are there is not checked. */
export function plainFile(articles: ReadonlySet<number> | undefined) {
  return plainShape.superRefine(({ articles: found }, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['articles', ...path], message })
    found.forEach(({ number, en, fr }, index) => {
      if (number !== index + 1) refuse([index, 'number'], `articles stand in order: ${index + 1} is expected here`)
      if (articles && !articles.has(number)) {
        refuse([index, 'number'], `there is no article ${number} in data/lanzarote.json`)
      }
      if (en.says.length !== fr.says.length) refuse([index, 'fr', 'says'], 'the languages differ in what they say')
      if (en.town?.length !== fr.town?.length) refuse([index, 'fr'], 'the languages differ in what they say of towns')
    })
    if (articles && found.length < articles.size)
      refuse([], `there are ${articles.size} articles, here ${found.length}`)
  })
}

export interface PlainLanzarote {
  readonly status: Readonly<Record<ReadingLanguage, ReadingStatus>>
  readonly reading: (number: number, language: ReadingLanguage) => Reading | undefined
}

/**
 * @param known the Convention's article numbers to check against; left out, that check is not made.
 * @throws DataFault if the file is faulty.
 */
export function loadPlainLanzarote(known: { articles?: ReadonlySet<number> } = {}, root?: string): PlainLanzarote {
  const { status: ofLanguages, articles } = readDataFile('lanzarote-plain.json', plainFile(known.articles), root)
  return Object.freeze({
    status: ofLanguages,
    reading: (number: number, language: ReadingLanguage) => articles[number - 1]?.[language],
  })
}
