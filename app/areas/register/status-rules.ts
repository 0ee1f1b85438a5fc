/** How a signature comes about and what may become of it: the transitions of the register, as data. */

/** The first three are of an application; the others stand in the register. */
export const statuses = ['draft', 'submitted', 'returned', 'signed', 'merged', 'withdrawn'] as const
export type Status = (typeof statuses)[number]

export const steps = [
  /** The office hands the application in. */
  'submit',
  /** The office takes it back to change it. */
  'take-back',
  /** Its body is no more: its successor begins with it. */
  'move',
  /** The secretariat gives it back with reasons. */
  'return',
  /** The second of two people of the secretariat agrees. */
  'sign',
  /** The council says again, after local elections, that it stands by its signature. */
  'reaffirm',
  /** What was entered wrongly is put right. */
  'correct',
  /** The authority is no more; others have taken its place. */
  'merge',
  /** The signatory withdraws, with its own words. */
  'withdraw',
] as const
export type Step = (typeof steps)[number]

/** From, by, to. What is not here does not happen; a signature never lapses by itself. */
const transitions: Readonly<Record<Status, Partial<Readonly<Record<Step, Status>>>>> = {
  draft: { submit: 'submitted', move: 'draft' },
  submitted: { 'take-back': 'draft', move: 'draft', return: 'returned', sign: 'signed' },
  returned: { submit: 'submitted', move: 'draft' },
  signed: { reaffirm: 'signed', correct: 'signed', merge: 'merged', withdraw: 'withdrawn' },
  merged: {},
  withdrawn: {},
}

/** @returns the status afterwards; undefined where the step is not allowed. */
export function statusAfter(status: Status, step: Step): Status | undefined {
  return transitions[status][step]
}

/** What may happen next. */
export function stepsFrom(status: Status): Step[] {
  return steps.filter((step) => statusAfter(status, step) !== undefined)
}

export type PublicStatus = Extract<Status, 'signed' | 'merged' | 'withdrawn'>
const publicStatuses = ['signed', 'merged', 'withdrawn'] as const satisfies readonly PublicStatus[]

/** Whether a status stands in the register. */
export const isPublic = (status: Status): status is PublicStatus =>
  (publicStatuses as readonly Status[]).includes(status)
