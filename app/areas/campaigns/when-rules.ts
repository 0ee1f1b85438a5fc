/** When a campaign starts, as somebody typed it. Pure. */

export interface TypedStart {
  readonly when: string
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface WhenFault {
  readonly field: 'when' | 'start-day'
  /** Message `campaigns.when.fault.<code>`. */
  readonly code: 'choose' | 'date' | 'past' | 'far'
}

/** On a day, letters go when offices open. */
const hour = 9
const mostDaysAhead = 366

/** @param timeZone IANA name of where the towns are. */
export function startFrom(
  { when, day, month, year }: TypedStart,
  now: Temporal.Instant,
  timeZone: string,
): { readonly startAt: Temporal.Instant } | { readonly fault: WhenFault } {
  if (when === 'now') return { startAt: now }
  if (when !== 'day') return { fault: { field: 'when', code: 'choose' } }
  const date = dateOf(day, month, year)
  if (!date) return { fault: { field: 'start-day', code: 'date' } }
  const startAt = date.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant()
  if (Temporal.Instant.compare(startAt, now) <= 0) return { fault: { field: 'start-day', code: 'past' } }
  const latest = now.add({ hours: 24 * mostDaysAhead })
  if (Temporal.Instant.compare(startAt, latest) > 0) return { fault: { field: 'start-day', code: 'far' } }
  return { startAt }
}

function dateOf(day: string, month: string, year: string): Temporal.PlainDate | undefined {
  const numbers = [year, month, day].map((text) =>
    /^\d{1,4}$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : undefined,
  )
  const [y, m, d] = numbers
  if (y === undefined || m === undefined || d === undefined || y < 2000) return undefined
  try {
    return Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
