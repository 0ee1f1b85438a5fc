import { z } from 'zod'

/** Counts how often a page was saved: whoever saves an older one is told. */
const revision = z.number().int().min(1)
const text = z.string()
/** `YYYY-MM-DD`. */
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** What an office has answered, by page. Whom to ask stands apart: it goes sooner. */
export const answersSchema = z.strictObject({
  /** Of a representative or an organisation. */
  who: z.strictObject({ revision, name: text, mandate: text, domain: text }).optional(),
  /** In which body a representative sits; `authority` is null where the directory does not know it. */
  body: z.strictObject({ revision, name: text, authority: z.uuid().nullable() }).optional(),
  decision: z.strictObject({ revision, body: text, on: day, reference: text }).optional(),
  /** `person` may be empty: the office is enough. */
  office: z.strictObject({ revision, office: text, person: text }).optional(),
  /** Which text was accepted, and on which day. */
  text: z.strictObject({ revision, version: text, language: text, on: day }).optional(),
  /** `on` is null where there is none. */
  ceremony: z.strictObject({ revision, on: day.nullable(), place: text, witness: text }).optional(),
})

export type Answers = z.infer<typeof answersSchema>
export type AnsweredPage = keyof Answers
export type Answer<Page extends AnsweredPage> = Omit<NonNullable<Answers[Page]>, 'revision'>
