/** When the next meeting is due, and what is to be done by when. Pure; days are `YYYY-MM-DD`, which sort as they follow. */
import type { Meeting } from './meeting-rules.ts'

/** The next meeting comes at most so long after the last. */
const longestBetween = { months: 24 } as const

type Dated = Pick<Meeting, 'year' | 'kind' | 'starts' | 'ends'>

const plus = (day: string, duration: Temporal.DurationLike) => Temporal.PlainDate.from(day).add(duration).toString()

/** By which day the meeting after these has to begin; undefined before the first. */
export function dueAfter(meetings: readonly Dated[]): string | undefined {
  const last = meetings
    .flatMap(({ kind, ends }) => (kind === 'signatories' && ends !== null ? [ends] : []))
    .toSorted()
    .at(-1)
  return last === undefined ? undefined : plus(last, longestBetween)
}

export type MeetingFaultCode = 'year' | 'same' | 'period' | 'late' | 'zone' | 'notOfYear' | 'country'

/** What speaks against these dates, beside the other meetings of signatories. */
export function datesFault(given: Dated, others: readonly Dated[]): MeetingFaultCode | undefined {
  const { starts, ends, year } = given
  if ((starts === null) !== (ends === null) || (starts !== null && ends !== null && ends < starts)) return 'period'
  if (starts !== null && Number(starts.slice(0, 4)) !== year) return 'notOfYear'
  if (given.kind !== 'signatories' || starts === null || ends === null) return undefined
  const earlier = dueAfter(others.filter((one) => (one.starts ?? '9') < starts))
  const next = others
    .flatMap((one) => (one.kind === 'signatories' && one.starts !== null && one.starts > ends ? [one.starts] : []))
    .toSorted()[0]
  const late = (earlier !== undefined && starts > earlier) || (next !== undefined && next > plus(ends, longestBetween))
  return late ? 'late' : undefined
}

export const tasks = ['call', 'choice', 'dates', 'programme', 'registration', 'reports', 'conclusions'] as const
export type Task = (typeof tasks)[number]

/** Months before the first day; after it where negative. */
const monthsBefore: Readonly<Record<Task, number>> = {
  ...{ call: 18, choice: 12, dates: 12, programme: 4, registration: 4, reports: 3, conclusions: -1 },
}

export interface TaskDue {
  readonly task: Task
  readonly due: string
}

/**
 * @param day the first of the meeting, or the latest on which it can begin.
 * @param reports the day by which the towns are asked for their reports; undefined where no cycle belongs to the meeting.
 */
export const tasksFor = (day: string, reports?: string): TaskDue[] =>
  tasks
    .map((task) => ({
      task,
      due: task === 'reports' && reports !== undefined ? reports : plus(day, { months: -monthsBefore[task] }),
    }))
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))

/** `late`: not done, and its day has passed. */
export type TaskState = 'done' | 'open' | 'late'

/** Undefined for what is not the secretariat's to do: towns hand in reports. @param today `YYYY-MM-DD`. */
export function stateOfTask(
  { task, due }: TaskDue,
  { done, today }: { readonly done: ReadonlySet<Task>; readonly today: string },
): TaskState | undefined {
  if (task === 'reports') return undefined
  if (done.has(task)) return 'done'
  return due < today ? 'late' : 'open'
}

/** The meeting that is prepared or on; undefined where none is. */
export function nextMeeting<M extends Dated>(meetings: readonly M[], today: string): M | undefined {
  return meetings
    .filter(
      (one) =>
        one.kind === 'signatories' && (one.ends === null ? one.year >= Number(today.slice(0, 4)) : one.ends >= today),
    )
    .toSorted((one, other) => one.year - other.year)[0]
}
