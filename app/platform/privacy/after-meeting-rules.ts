/** How long names of people stay with a meeting. Pure. */

/** Days after the last day of a meeting: half a year. */
export const daysOfNames = 183

/** SQL over a table with a column of that name, which holds the id of a meeting: when its last day was over. */
export const endOfMeeting = (column: string): string =>
  `(select (held.ends + 1)::timestamptz from published.meeting held where held.id = ${column})`

/** When names go; undefined while nobody knows when the meeting ends. @param ends its last day. */
export function namesGo(ends: string | null): Temporal.Instant | undefined {
  return ends === null
    ? undefined
    : Temporal.PlainDate.from(ends)
        .add({ days: 1 + daysOfNames })
        .toZonedDateTime('UTC')
        .toInstant()
}
