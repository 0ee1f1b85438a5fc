/** What a town may say about one kind, and when it should look at it again. */
import type { FactChecks, FactFault } from './faults.ts'
import type { Clocks } from './review-clocks.ts'
import type { Answer, AnswerStatus, LocalText, ServiceFacts } from './schema.ts'

/** An answer as an officer gives it; the day is set when it is saved. */
export type AnswerInput = Omit<Answer, 'answeredOn'>

/** "Not here" is never a dead end: these answers say who does it. */
const statusesWithNote: ReadonlySet<AnswerStatus> = new Set(['not-available', 'not-our-task'])

export const languageFaults = (
  text: LocalText,
  path: readonly (string | number)[],
  checks: Pick<FactChecks, 'languages'>,
): FactFault[] =>
  Object.keys(text)
    .filter((language) => !checks.languages.has(language))
    .map((language) => ({ code: 'languageUnknown', path: [...path, language] }))

/** Everything that stops an answer from being saved or published. */
export function answerFaults(answer: AnswerInput, checks: Pick<FactChecks, 'kinds' | 'languages'>): FactFault[] {
  const faults: FactFault[] = []
  if (!checks.kinds.has(answer.kind)) faults.push({ code: 'kindUnknown', path: ['kind'] })
  if (answer.status === 'planned' && answer.plannedFor === null) {
    faults.push({ code: 'plannedDateMissing', path: ['plannedFor'] })
  }
  if (statusesWithNote.has(answer.status) && Object.keys(answer.note).length === 0) {
    faults.push({ code: 'noteMissing', path: ['note'] })
  }
  return [...faults, ...languageFaults(answer.note, ['note'], checks)]
}

/** A promise for a day that is over is no plan: refused when it is given, reminded of when it expires. */
export function newAnswerFaults(
  answer: AnswerInput,
  checks: Pick<FactChecks, 'kinds' | 'languages' | 'today'>,
): FactFault[] {
  const past = answer.status === 'planned' && answer.plannedFor !== null && answer.plannedFor < checks.today.toString()
  return [
    ...answerFaults(answer, checks),
    ...(past ? [{ code: 'plannedDatePast', path: ['plannedFor'] } as const] : []),
  ]
}

const monthsAfter = (date: string, months: number): string => Temporal.PlainDate.from(date).add({ months }).toString()

/** ISO date on which the answer should be confirmed; the day of the plan where that comes first. */
export function answerReviewDue(answer: Answer, clocks: Clocks): string | undefined {
  const kind = clocks.byId(answer.kind)
  if (!kind) return undefined
  const due = monthsAfter(answer.answeredOn, kind.reviewEveryMonths)
  return answer.status === 'planned' && answer.plannedFor !== null && answer.plannedFor < due ? answer.plannedFor : due
}

/** ISO date by the shortest clock of its kinds; undefined where nobody has checked the service yet. */
export function serviceReviewDue(facts: ServiceFacts, clocks: Clocks): string | undefined {
  const months = facts.kinds.flatMap((id) => clocks.byId(id)?.reviewEveryMonths ?? [])
  if (!facts.checked || months.length === 0) return undefined
  return monthsAfter(facts.checked.on, Math.min(...months))
}
