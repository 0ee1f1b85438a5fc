/** What has to be said before a report is handed in, and what had better be. Pure. */
import type { Measure, MeasureState } from '../plans/index.ts'
import { questionsOf, unanswered } from './question-rules.ts'
import type { Answers, Question, ReportForm } from './schema.ts'
import { saysWhy } from './update-rules.ts'
import { type WordChecks, wordFault } from './word-rules.ts'

type MeasureCode = 'reason' | 'words' | 'over' | 'begun' | 'future'

export type ReportCheck =
  | { readonly of: 'question'; readonly code: 'unanswered' | 'words'; readonly question: Question }
  | {
      readonly of: 'measure'
      readonly code: MeasureCode
      readonly measure: string
      readonly title: string
    }
  | { readonly of: 'measures'; readonly code: 'notLooked'; readonly count: number }

interface Report {
  readonly form: ReportForm
  readonly answers: Answers
  /** Ids of measures that somebody has looked at. */
  readonly looked: readonly string[]
}

const of = (code: MeasureCode, { id, title }: Measure): ReportCheck => ({
  ...{ of: 'measure', code, title },
  measure: id,
})

const hasFuture = ({ indicators }: Measure, today: string): boolean =>
  indicators.some(({ values }) => values.some(({ on }) => on > today))

/** Without these nothing is handed in, in the order in which it is mended. */
export function reportMusts(
  report: Report,
  measures: readonly Measure[],
  { today, ...checks }: WordChecks & { readonly today: string },
): ReportCheck[] {
  const tells = (text: string) => wordFault(text, checks) !== undefined
  return [
    ...measures.flatMap((one) => [
      ...(saysWhy(one.state) && one.reason === '' ? [of('reason', one)] : []),
      ...(saysWhy(one.state) && tells(one.reason) ? [of('words', one)] : []),
      ...(hasFuture(one, today) ? [of('future', one)] : []),
    ]),
    ...unanswered(report.form, report.answers).map(
      (question) => ({ of: 'question', code: 'unanswered', question }) as const,
    ),
    // Written before anybody looked: it becomes public only now.
    ...questionsOf(report.form)
      .filter((one) => tells(report.answers[one]?.text ?? ''))
      .map((question) => ({ of: 'question', code: 'words', question }) as const),
  ]
}

const open: ReadonlySet<MeasureState> = new Set(['not-started', 'under-way'])

/** Nothing keeps a report from being handed in. */
export function reportShoulds({ looked }: Report, measures: readonly Measure[], today: string): ReportCheck[] {
  const count = measures.filter(({ id }) => !looked.includes(id)).length
  const over = ({ state, ends }: Measure) => open.has(state) && ends !== null && ends < today
  const begun = ({ state, starts, ends }: Measure) =>
    state === 'not-started' && starts !== null && starts < today && (ends === null || ends >= today)
  return [
    ...(count > 0 ? [{ of: 'measures', code: 'notLooked', count } as const] : []),
    ...measures.filter(over).map((one) => of('over', one)),
    ...measures.filter(begun).map((one) => of('begun', one)),
  ]
}
