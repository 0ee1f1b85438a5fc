/** What the secretariat promises, in working days: Monday to Friday. It serves 46 countries and knows no holidays of one. */

/** From handing in to the decision. */
const decisionDays = 10
/** What may be promised when an application is returned, from the office's answer on. */
export const promises = [3, 5, 10] as const
export type Promised = (typeof promises)[number]
/** A reaffirmation is entered. */
export const reaffirmationDays = 10
/** Before the day, the secretariat is reminded. */
const reminderDays = 3
/** An office that has not answered what was returned is reminded after so many days. */
export const nudgeAfterDays = [30, 90] as const

/** The last of so many working days after the day. */
export function workingDaysAfter(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let due = day
  for (let left = count; left > 0; ) {
    due = due.add({ days: 1 })
    if (due.dayOfWeek < 6) left -= 1
  }
  return due
}

/** By when it is decided. @param promised days that were promised when it was returned. */
export function decisionDue(handedIn: Temporal.PlainDate, promised: number | undefined): Temporal.PlainDate {
  return workingDaysAfter(handedIn, promised ?? decisionDays)
}

/** Whether somebody has to be reminded: soon due, or late. */
export function urgencyOf(today: Temporal.PlainDate, due: Temporal.PlainDate): 'soon' | 'late' | undefined {
  if (Temporal.PlainDate.compare(today, due) > 0) return 'late'
  const from = due.subtract({ days: reminderDays })
  return Temporal.PlainDate.compare(today, from) >= 0 ? 'soon' : undefined
}

/** Councils are invited to reaffirm once the new one has had time to meet. */
export const inviteAfterDays = 30
/** An invitation stands in the office's list for so long. */
export const invitationDays = 365
