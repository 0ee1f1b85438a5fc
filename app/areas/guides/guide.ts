/**
 * The two short guides of `data/guides/`: what helps in the first 24 hours, and how pictures of a child are removed.
 * Why they are shipped in machine-made languages at all: docs/decisions/0004-short-guides-and-machine-translation.md.
 */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'

export const guideIds = ['first-24-hours', 'pictures-removed'] as const
export type GuideId = (typeof guideIds)[number]

/** The language that every guide is written in; all others are translations of it. */
const originalLanguage = 'en'
export const guideLanguages = ['en', 'fr', 'de', 'ar'] as const
export type GuideLanguage = (typeof guideLanguages)[number]

/** Digits of any script, alone or joined as in a telephone number; years may stand, and so may 18, 24 and 72. */
const digitRun = /\p{Nd}(?:[\s()./+-]*\p{Nd})*/gu

/** The runs of three digits and more that are no year: what a reader could take for a number to call. */
export function telephoneLike(text: string): string[] {
  const runs = text.match(digitRun) ?? []
  return runs.filter((run) => run.replace(/\P{Nd}/gu, '').length >= 3 && !/^(19|20)[0-9]{2}$/.test(run))
}

/** Plain text without markup and without any number to call: numbers come from the country's own helplines alone. */
const plain = z
  .string()
  .trim()
  .min(1)
  .max(1200)
  .refine((text) => !/[<>*`]|\]\(/.test(text), 'a guide holds plain text, no HTML and no Markdown')
  .refine((text) => telephoneLike(text).length === 0, 'a guide holds no telephone number; the page shows them above')

const items = z.array(plain).min(1).max(12)
/** `say`: sentences that an adult can say to the child, without quotation marks. */
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text: plain }),
  z.strictObject({ type: z.literal('steps'), items }),
  z.strictObject({ type: z.literal('list'), items }),
  z.strictObject({ type: z.literal('do-not'), items }),
  z.strictObject({ type: z.literal('say'), items }),
])

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const section = z.strictObject({ id: slug, heading: plain, blocks: z.array(block).min(1) })
const furtherReading = z.strictObject({ text: plain, href: z.url({ protocol: /^https$/ }) })

const text = z.strictObject({
  status: z.strictObject({
    /** `person`: the original wording. `machine`: a translation that is labelled above the text until reviewed. */
    origin: z.enum(['person', 'machine']),
    /** Who has checked this language, by office, and when; null: nobody yet, so nothing may call it checked. */
    reviewed: z.strictObject({ by: z.string().trim().min(1), on: z.iso.date() }).nullable(),
  }),
  title: plain,
  /** One or two sentences. */
  summary: plain,
  sections: z.array(section).min(1),
  more: z.array(furtherReading),
})

/** The skeleton that all languages share: sections, kinds and lengths of blocks, addresses. One line a part. */
function skeleton({ sections, more }: z.infer<typeof text>): string[] {
  const blockShape = (one: z.infer<typeof block>) => ('items' in one ? `${one.type} ${one.items.length}` : one.type)
  return [
    ...sections.map((one) => `section ${one.id}: ${one.blocks.map(blockShape).join(', ')}`),
    ...more.map((one) => `link ${one.href}`),
  ]
}

export const guideSchema = z
  .strictObject({
    about,
    id: z.enum(guideIds),
    audience: z.array(z.enum(['parents', 'carers', 'everyone'])).min(1),
    texts: z.strictObject({ en: text, fr: text, de: text, ar: text }),
  })
  .superRefine(({ texts }, context) => {
    const original = skeleton(texts[originalLanguage])
    for (const language of guideLanguages) {
      const translated = skeleton(texts[language])
      const length = Math.max(original.length, translated.length)
      const at = Array.from({ length }, (_, index) => index).find((index) => original[index] !== translated[index])
      if (at === undefined) continue
      const [found, wanted] = [translated[at] ?? 'nothing', original[at] ?? 'nothing']
      const message = `differs from ${originalLanguage}: "${found}", not "${wanted}"`
      context.addIssue({ code: 'custom', path: ['texts', language], message })
    }
  })

export type Guide = Frozen<z.infer<typeof guideSchema>>
export type GuideText = Guide['texts'][GuideLanguage]
export type GuideBlock = GuideText['sections'][number]['blocks'][number]
export type Guides = { readonly [Id in GuideId]: Guide }

/**
 * Reads and checks both guides; meant to be called once, at start.
 * @throws DataFault that names file and line.
 */
export function loadGuides(): Guides {
  return { 'first-24-hours': loadGuide('first-24-hours'), 'pictures-removed': loadGuide('pictures-removed') }
}

function loadGuide(id: GuideId): Guide {
  const ownId = guideSchema.refine((guide) => guide.id === id, { path: ['id'], message: `must be ${id}, as the file` })
  return readDataFile(`guides/${id}.json`, ownId)
}

/** The languages that a person has checked, for the link beside a machine-made text; none until somebody has. */
export function reviewedLanguages(guide: Guide): GuideLanguage[] {
  return guideLanguages.filter((language) => guide.texts[language].status.reviewed !== null)
}
