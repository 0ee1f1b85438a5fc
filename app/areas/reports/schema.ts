/** What a progress report consists of, in the office and in public alike. Days are `YYYY-MM-DD`. */
import { z } from 'zod'

export const reportForms = ['light', 'full'] as const
export type ReportForm = (typeof reportForms)[number]

/** Of the light form, in the order in which they are asked. */
export const lightQuestions = [
  ...(['steering', 'children', 'heard', 'progress', 'obstacle'] as const),
  ...(['help', 'partners', 'training', 'budget', 'next'] as const),
] as const
/** That the full form asks beside. */
const moreQuestions = ['prevention', 'protection', 'prosecution', 'participation', 'reach', 'learned'] as const

export const questions = [...lightQuestions, ...moreQuestions] as const
export type Question = (typeof questions)[number]

export const longestAnswer = 4_000

const answer = z.strictObject({
  text: z.string(),
  /** It is what the last report said, and still true. */
  same: z.boolean().default(false),
})
export type Answer = z.infer<typeof answer>

export const answers = z.partialRecord(z.enum(questions), answer)
export type Answers = z.infer<typeof answers>

/** What the town's checklist said on the day of the report. */
const checklistCounts = z.strictObject({
  /** Kinds of service that the checklist asks about, and those that the town has answered. */
  kinds: z.number().int(),
  answered: z.number().int(),
  available: z.number().int(),
  services: z.number().int(),
})
export type ChecklistCounts = z.infer<typeof checklistCounts>

/** A published version as a whole. What measures are like stands in the version of the plan. */
export const reportDocument = z.strictObject({
  format: z.literal('safe-towns-report/1'),
  authority: z.uuid(),
  cycle: z.number().int(),
  form: z.enum(reportForms),
  /** Code of the language of the answers. */
  language: z.string(),
  plan: z.uuid(),
  planVersion: z.number().int(),
  answers,
  /** Null where the town has published no help page. */
  checklist: checklistCounts.nullable(),
})
export type ReportDocument = z.infer<typeof reportDocument>

/** What was read from a spreadsheet and waits for somebody to decide about it. */
export const readSheet = z.strictObject({
  updates: z.array(
    z.strictObject({
      id: z.uuid(),
      state: z.enum(['not-started', 'under-way', 'done', 'delayed', 'dropped']),
      reason: z.string(),
      values: z.array(z.strictObject({ indicator: z.uuid(), on: z.iso.date(), value: z.number() })),
      seen: z.number().int(),
    }),
  ),
  answers,
  /** Questions that stand in it. */
  asked: z.array(z.enum(questions)),
  /** The revision of the report that it was read for. */
  revision: z.number().int(),
})
export type ReadSheet = z.infer<typeof readSheet>
