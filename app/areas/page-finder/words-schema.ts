/** Words by which websites are read, and how what is found is weighed: data/page-finder. */
import { z } from 'zod'
import type { Frozen } from '../../platform/data-file.ts'

/** A star at its beginning or end stands for any letters. */
const term = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\*?[^*]+\*?$/)
const terms = z.array(term).min(1)

export const wordListFields = {
  /** What is about harm to children by itself: "child protection". */
  topic: terms,
  child: terms,
  harm: terms,
  help: terms,
  /** What may lead to such a page: families, social affairs, health. */
  around: terms,
  /** What leads elsewhere: news, tenders, the login. */
  aside: terms,
  /** What a page says that is not there, whatever its status. */
  missing: terms,
  /** What stands before a person's name. */
  persons: terms,
  /** Names that services go by, by kind of the checklist. */
  kinds: z.record(z.string(), terms),
}

const points = z.number().int()
const count = z.number().int().positive()

export const weightFields = {
  points: z.strictObject({
    titleTopic: points,
    titleChildAndHarm: points,
    titleChildAndHelp: points,
    titleAside: points,
    headingTopic: points,
    headingChildAndHarm: points,
    /** For each different word. */
    textTopic: points,
    textHarm: points,
    textHelp: points,
    kind: points,
  }),
  mostCounted: z.strictObject({
    headings: count,
    textTopics: count,
    textHarms: count,
    textHelps: count,
    kinds: count,
  }),
  needs: z.strictObject({
    /** Points of a page for children's welfare, and different words of help on it. */
    page: count,
    pageHelps: count,
    /** Different kinds of services in the entries of lists, and points of the page around them. */
    checklistKinds: count,
    checklistPage: count,
    /** Points of a link that is followed. */
    follow: count,
  }),
}

/** Types alone: files are checked as strict objects with a head. */
const weightsShape = z.object(weightFields)
export type Weights = Frozen<z.infer<typeof weightsShape>>

const wordListShape = z.object(wordListFields)
export type WordList = Frozen<z.infer<typeof wordListShape>>
