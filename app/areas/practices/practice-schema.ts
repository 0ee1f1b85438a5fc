/** What a practice says, as it is kept. */
import { z } from 'zod'
import type { Frozen } from '../../platform/data-file.ts'

/** The four Ps, and steering, in the order of the checklist. */
export const sections = ['prevention', 'protection', 'prosecution', 'participation', 'steering'] as const
export type Section = (typeof sections)[number]

export const costs = ['none', 'low', 'medium', 'high'] as const
export type Cost = (typeof costs)[number]

/** For whom, as the Congress asked on its pages of actions: target public, category, type of action. */
export const targets = [
  'young-children',
  'children',
  'teenagers',
  'parents',
  'professionals',
  'volunteers',
  'decision-makers',
  'everybody',
] as const
export const categories = [
  'awareness',
  'education',
  'training',
  'support',
  'procedure',
  'co-operation',
  'research',
  'rules',
] as const
export const actions = ['campaign', 'programme', 'service', 'tool', 'event', 'network', 'regulation'] as const

/** What is written in words and can be translated, in the order in which it is read. */
export const parts = ['title', 'summary', 'problem', 'done', 'results', 'costNote', 'needs'] as const
export type Part = (typeof parts)[number]

const text = z.string()

/** Everything may be empty in a draft. */
export const practiceFacts = z.strictObject({
  ...{ title: text, summary: text, problem: text, done: text, results: text, costNote: text, needs: text },
  /** Code of the language that it is written in. */
  language: text,
  /** Addresses of pages that show the results. */
  evidence: z.array(text),
  section: z.enum(sections).nullable(),
  /** Numbers, of the Lanzarote Convention. */
  articles: z.array(z.int()),
  /** Ids, of the checklist. */
  kinds: z.array(text),
  cost: z.enum(costs).nullable(),
  targets: z.array(z.enum(targets)),
  category: z.enum(categories).nullable(),
  action: z.enum(actions).nullable(),
  yearFrom: z.int().nullable(),
  /** Null: it goes on. */
  yearTo: z.int().nullable(),
  /** An office, never a person. */
  contactOffice: text,
  contactMail: text,
  /** Codes. */
  contactLanguages: z.array(text),
  /** The office has confirmed that no child can be recognised in it. */
  nobody: z.boolean(),
})
export type PracticeFacts = Frozen<z.infer<typeof practiceFacts>>

export const translatedParts = z.strictObject(
  Object.fromEntries(parts.map((part) => [part, text])) as Record<Part, typeof text>,
)
export type TranslatedParts = Readonly<z.infer<typeof translatedParts>>

export const emptyFacts: PracticeFacts = {
  ...{ title: '', summary: '', problem: '', done: '', results: '', costNote: '', needs: '' },
  ...{ language: '', evidence: [], section: null, articles: [], kinds: [], cost: null, targets: [] },
  ...{ category: null, action: null, yearFrom: null, yearTo: null },
  ...{ contactOffice: '', contactMail: '', contactLanguages: [], nobody: false },
}
