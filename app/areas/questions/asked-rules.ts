/** What the towns of an association ask, told as counts. Pure. */
import { type QuestionState, waitsFor } from './question-rules.ts'

/** Questions that began on the same page, and stand alike. */
export interface AskedGroup {
  /** Path within the office of a town; null where nobody knows. */
  readonly page: string | null
  readonly state: QuestionState
  readonly questions: number
}

export interface Asked<Part extends string> {
  readonly questions: number
  /** Of these, those that wait for the association. */
  readonly open: number
  /** On which part of their office towns were when they asked; most asked first. */
  readonly parts: readonly { readonly part: Part; readonly questions: number }[]
}

/** @param partOf of a page of a town's office. */
export function askedOf<Part extends string>(
  groups: readonly AskedGroup[],
  partOf: (page: string) => Part,
): Asked<Part> {
  const parts = new Map<Part, number>()
  for (const { page, questions } of groups) {
    if (page !== null) parts.set(partOf(page), (parts.get(partOf(page)) ?? 0) + questions)
  }
  const sum = (some: readonly AskedGroup[]) => some.reduce((all, { questions }) => all + questions, 0)
  return {
    questions: sum(groups),
    open: sum(groups.filter(({ state }) => waitsFor(state) === 'association')),
    parts: [...parts]
      .map(([part, questions]) => ({ part, questions }))
      .sort((a, b) => b.questions - a.questions || (a.part < b.part ? -1 : 1)),
  }
}
