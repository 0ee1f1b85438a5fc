/** What readers may say is wrong with a service, by when somebody looks at it, and what can come of it. */

/** In the order in which they are offered. */
export const reportReasons = ['number', 'no-answer', 'moved', 'closed', 'not-for', 'web', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** `repaired`: it was wrong and is corrected in public; `right`: somebody checked; `passed-on`: the provider has to say. */
export const reportOutcomes = ['repaired', 'right', 'passed-on'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

/** Beyond this nobody counts: a flood makes one thing to look at, not a table that grows. */
export const mostForms = 50

/** How long the public page says what became of it. */
export const answerDays = 90

export const isReason = (text: string): text is ReportReason => reportReasons.some((reason) => reason === text)

interface Facts {
  readonly phones: readonly unknown[]
  readonly web: string | null
  readonly chat: string | null
  readonly place: { readonly type: string }
}

/** Reasons that make sense for this service: what it does not have cannot be wrong. */
export function reasonsFor({ phones, web, chat, place }: Facts): readonly ReportReason[] {
  const absent: Partial<Record<ReportReason, boolean>> = {
    number: phones.length === 0,
    'no-answer': phones.length === 0,
    moved: place.type !== 'addresses',
    web: web === null && chat === null,
  }
  return reportReasons.filter((reason) => !absent[reason])
}

/** Days on which offices work: services that protect are looked at sooner. @param months the clocks of its kinds. */
export function workingDaysFor(months: readonly (number | undefined)[]): 3 | 10 {
  return months.includes(3) ? 3 : 10
}

/** The last of so many working days after the day. @param isHoliday of an ISO date. */
export function dueAfter(
  day: Temporal.PlainDate,
  workingDays: number,
  isHoliday: (date: string) => boolean,
): Temporal.PlainDate {
  let due = day
  for (let left = workingDays; left > 0; ) {
    due = due.add({ days: 1 })
    if (due.dayOfWeek < 6 && !isHoliday(due.toString())) left -= 1
  }
  return due
}

interface Waiting {
  readonly service: string
  readonly due: Temporal.PlainDate
}

/** By service; first the service with what is due first. */
export function byService<W extends Waiting>(waiting: readonly W[]): { service: string; reports: W[] }[] {
  const groups = new Map<string, W[]>()
  const inOrder = waiting.toSorted((a, b) => Temporal.PlainDate.compare(a.due, b.due))
  for (const one of inOrder) groups.set(one.service, [...(groups.get(one.service) ?? []), one])
  return [...groups].map(([service, reports]) => ({ service, reports }))
}
