/** Which questions a report asks, and what is typed in answer. Pure. */
import {
  type Answer,
  type Answers,
  lightQuestions,
  longestAnswer,
  type Question,
  questions,
  type ReportForm,
} from './schema.ts'
import { type WordChecks, wordFault, wordFaults } from './word-rules.ts'

/** Nobody has to say what it cost. */
const optional: ReadonlySet<Question> = new Set(['budget'])

export const questionsOf = (form: ReportForm): readonly Question[] => (form === 'light' ? lightQuestions : questions)

/** A page is short enough for a phone. */
const questionsPerPage = 4

export function questionPages(form: ReportForm): Question[][] {
  const all = questionsOf(form)
  return Array.from({ length: Math.ceil(all.length / questionsPerPage) }, (_, page) =>
    all.slice(page * questionsPerPage, (page + 1) * questionsPerPage),
  )
}

export const answerFaults = ['long', 'both', ...wordFaults] as const
export type AnswerFaultCode = (typeof answerFaults)[number]
export interface AnswerFault {
  readonly question: Question
  readonly code: AnswerFaultCode
}

/** What somebody typed in answer to one question. */
export interface Typed {
  readonly question: Question
  readonly text: string
  /** "Still true" was ticked. */
  readonly same: boolean
}

interface Reading extends WordChecks {
  /** What the last report said. */
  readonly last: Answers
}

export function readAnswer(typed: Typed, { last, ...checks }: Reading): Answer | AnswerFault {
  const { question, text, same } = typed
  const before = last[question]?.text ?? ''
  const stays = same && before !== ''
  if (stays && text !== '' && text !== before) return { question, code: 'both' }
  const said = stays ? before : text
  if (said.length > longestAnswer) return { question, code: 'long' }
  // What an older report was allowed to say is looked at, too.
  const code = wordFault(said, checks)
  return code ? { question, code } : { text: said, same: stays }
}

/** All of a page. Empty answers are left out. */
export function readAnswers(
  typed: readonly Typed[],
  reading: Reading,
): { readonly answers: Answers } | { readonly faults: readonly AnswerFault[] } {
  const read = typed.map((one) => ({ question: one.question, said: readAnswer(one, reading) }))
  const faults = read.flatMap(({ said }) => ('code' in said ? [said] : []))
  if (faults.length > 0) return { faults }
  return {
    answers: Object.fromEntries(
      read.flatMap(({ question, said }) => ('code' in said || said.text === '' ? [] : [[question, said]])),
    ),
  }
}

/** Those of some questions anew, the others as they were. */
export function withAnswers(before: Answers, asked: readonly Question[], given: Answers): Answers {
  const kept = questions.flatMap((one) => {
    const said = asked.includes(one) ? given[one] : before[one]
    return said ? [[one, said] as const] : []
  })
  return Object.fromEntries(kept)
}

/** Whether everything that has to be said of some questions is said. */
export const isEnough = (asked: readonly Question[], given: Answers): boolean =>
  asked.every((one) => given[one] !== undefined || optional.has(one))

export const unanswered = (form: ReportForm, given: Answers): Question[] =>
  questionsOf(form).filter((one) => given[one] === undefined && !optional.has(one))

export interface AnswerChange {
  readonly question: Question
  /** Empty: nothing was said. */
  readonly before: string
  readonly after: string
}

/** What another report says differently, in the order in which it is asked. */
export function answerDifference(before: Answers, after: Answers): AnswerChange[] {
  return questions.flatMap((question) => {
    const [old, now] = [before[question]?.text ?? '', after[question]?.text ?? '']
    return old === now ? [] : [{ question, before: old, after: now }]
  })
}
