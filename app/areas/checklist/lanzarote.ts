/** The Lanzarote Convention (CETS 201), article by article: `data/lanzarote.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'

/** The four Ps of the Pact; the Convention's own fourth is another one. */
export const fourPs = ['prevention', 'protection', 'prosecution', 'participation'] as const

const article = z.strictObject({
  number: z.int().min(1),
  chapter: z.string().min(1),
  title: z.string().min(1),
  /** Our mapping; empty for monitoring and treaty mechanics. */
  ps: z.array(z.enum(fourPs)),
  explanation: z.string().optional(),
  role: z.enum(['monitoring', 'treaty mechanics']).optional(),
  /** What to write in the interface instead of the terms of 2007. */
  termToUseInInterface: z.string().optional(),
})
export type Article = Frozen<z.infer<typeof article>>

const chapter = z.strictObject({
  number: z.string().min(1),
  title: z.string().min(1),
  articlesFrom: z.int(),
  articlesTo: z.int(),
})

const party = z.strictObject({
  iso: z.string().regex(/^[A-Z]{2}$/),
  councilOfEuropeMember: z.boolean(),
  signed: z.boolean().optional(),
  ratified: z.boolean().optional(),
  acceded: z.boolean().optional(),
  ratifiedIn: z.string().optional(),
  inForceFrom: z.iso.date().optional(),
  note: z.string().optional(),
  sources: z.array(z.string()).min(1),
  confidence: z.enum(['high', 'medium', 'low']),
})

const convention = z.strictObject({
  name: z.string().min(1),
  shortName: z.string().min(1),
  treatyNumber: z.string().min(1),
  openedForSignature: z.iso.date(),
  inForceFrom: z.iso.date(),
  source: z.url(),
})

const keyFact = z.strictObject({
  fact: z.string().min(1),
  source: z.url().nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  note: z.string().optional(),
})

export const articleCount = 50
const partyCount = 48

const lanzaroteFile = z
  .strictObject({
    about,
    convention,
    psNote: z.string(),
    terminologyNote: z.string(),
    chapters: z.array(chapter),
    articles: z.array(article).length(articleCount),
    parties: z.array(party).length(partyCount),
    partiesNote: z.string(),
    keyFacts: z.array(keyFact),
  })
  .superRefine(({ chapters, articles }, ctx) => {
    articles.forEach((one, index) => {
      const refuse = (key: string, message: string) =>
        ctx.addIssue({ code: 'custom', path: ['articles', index, key], message })
      if (one.number !== index + 1) refuse('number', `articles stand in order: ${index + 1} is expected here`)
      const within = chapters.find((each) => each.number === one.chapter)
      if (!within) refuse('chapter', `there is no chapter ${one.chapter}`)
      else if (one.number < within.articlesFrom || one.number > within.articlesTo) {
        refuse('chapter', `chapter ${one.chapter} holds articles ${within.articlesFrom} to ${within.articlesTo}`)
      }
    })
  })

export type Lanzarote = Frozen<Omit<z.infer<typeof lanzaroteFile>, 'about'>> & {
  readonly article: (number: number) => Article | undefined
  readonly articleNumbers: ReadonlySet<number>
}

/** @throws DataFault if the file is faulty. */
export function loadLanzarote(root?: string): Lanzarote {
  const { about: _, ...facts } = readDataFile('lanzarote.json', lanzaroteFile, root)
  return Object.freeze({
    ...facts,
    article: (number: number) => facts.articles[number - 1],
    articleNumbers: new Set(facts.articles.map((one) => one.number)),
  })
}
