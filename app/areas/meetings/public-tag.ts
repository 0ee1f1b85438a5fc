/** What public pages depend on that show meetings. */

/** The list of all meetings. */
export const meetingsTag = 'meetings'

/** One meeting, with everything that is told of it. */
export const meetingTag = (year: number): string => `meeting:${year}`
