/** What a plan and a measure consist of, in the office and in public alike. Days are `YYYY-MM-DD`. */
import { z } from 'zod'
import { keptFile } from '../../platform/files/file-types.ts'

/** The four Ps of the Pact, and what holds them together. */
export const sections = ['prevention', 'protection', 'prosecution', 'participation', 'steering'] as const
export type Section = (typeof sections)[number]

export const measureStates = ['not-started', 'under-way', 'done', 'delayed', 'dropped'] as const
export type MeasureState = (typeof measureStates)[number]

const day = z.iso.date()

const indicatorValue = z.strictObject({ on: day, value: z.number().finite(), note: z.string().default('') })
export type IndicatorValue = z.infer<typeof indicatorValue>

const indicator = z.strictObject({
  id: z.uuid(),
  /** Id of data/measure-indicators.json where it is one that is counted alike everywhere. */
  common: z.string().nullable().default(null),
  name: z.string(),
  unit: z.string().default(''),
  baseline: z.strictObject({ on: day, value: z.number().finite(), source: z.string().default('') }).nullable(),
  target: z.strictObject({ on: day, value: z.number().finite() }).nullable(),
  /** Oldest first. */
  values: z.array(indicatorValue).default([]),
})
export type Indicator = z.infer<typeof indicator>

export const mostEvidenceBytes = 10_000_000

/** A page of the web, or a document that is kept here: then it has no address. */
const evidence = z.strictObject({ title: z.string(), url: z.string(), file: keptFile.optional() })

export const measureFacts = z.strictObject({
  section: z.enum(sections),
  title: z.string(),
  what: z.string().default(''),
  /** Code of the language in which it is written, where that is not the plan's. */
  language: z.string().nullable().default(null),
  /** Id of data/measures.json of which it was begun. */
  catalogue: z.string().nullable().default(null),
  responsible: z.string().default(''),
  /** In civil society. */
  partner: z.string().default(''),
  /** Of the Lanzarote Convention. */
  articles: z.array(z.number().int()).default([]),
  /** Of the checklist, that it improves. */
  kinds: z.array(z.string()).default([]),
  /** In the town's own words, with the currency. */
  budget: z.string().default(''),
  starts: day.nullable().default(null),
  ends: day.nullable().default(null),
  state: z.enum(measureStates).default('not-started'),
  /** Of delay or dropping. */
  reason: z.string().default(''),
  indicators: z.array(indicator).default([]),
  evidence: z.array(evidence).default([]),
  /** Other towns may begin with it. */
  shared: z.boolean().default(false),
})
export type MeasureFacts = z.infer<typeof measureFacts>

/** What children said, and what was done about it. */
const heard = z.strictObject({ said: z.string(), done: z.string().default('') })
export type Heard = z.infer<typeof heard>

export const planFacts = z.strictObject({
  title: z.string(),
  /** Code of the language in which plan and measures are written. */
  language: z.string(),
  starts: day,
  ends: day,
  /** The body that steers the plan. */
  steering: z.string().default(''),
  /** The office that co-ordinates it. */
  office: z.string().default(''),
  /** How children took part in making it. */
  participation: z.string().default(''),
  heard: z.array(heard).default([]),
})
export type PlanFacts = z.infer<typeof planFacts>

export const measure = measureFacts.extend({ id: z.uuid() })
export type Measure = z.infer<typeof measure>

/** A published version as a whole. */
export const planDocument = z.strictObject({
  format: z.literal('safe-towns-plan/1'),
  plan: planFacts,
  /** Ids of those who carry it; the one that began it first. */
  authorities: z.array(z.uuid()).min(1),
  measures: z.array(measure),
})
export type PlanDocument = z.infer<typeof planDocument>
