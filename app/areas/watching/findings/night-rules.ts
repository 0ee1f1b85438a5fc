/** When the network is asked and pages are looked over, so that a night's work is spread over the night. */

/** Minutes between two runs. */
const everyMinutes = 10
/** Links are asked from 22:00 to 04:00 UTC. */
const [firstHour, lastHour] = [22, 4]

/** What one run asks at most. */
const mostLinks = 2_000
export const runMinutes = 8

/** The night that a moment belongs to: the same from noon to noon, UTC. */
export function nightOf(now: Temporal.Instant): Temporal.PlainDate {
  return now.subtract({ hours: 12 }).toZonedDateTimeISO('UTC').toPlainDate()
}

/** How many runs of this night are left, this one among them; one where somebody starts it by day. */
export function runsLeft(now: Temporal.Instant): number {
  const { hour, minute } = now.toZonedDateTimeISO('UTC')
  const hours = hour >= firstHour ? 24 + lastHour - hour : lastHour - hour
  if (hours <= 0) return 1
  return Math.max(1, Math.ceil((hours * 60 - minute) / everyMinutes))
}

/** An even share of what is left. @returns how many links this run asks. */
export function shareOf(waiting: number, now: Temporal.Instant): number {
  return Math.min(mostLinks, Math.ceil(waiting / runsLeft(now)))
}

export const linkSchedule = `*/${everyMinutes} ${firstHour}-23,0-${lastHour - 1} * * *`
/** After the last link. */
export const lookOverSchedule = `*/${everyMinutes} ${lastHour}-5 * * *`
