/**
 * Wall-clock intervals of one local day, without date or zone. Everything about hours counts in minutes from the
 * day's own midnight: 0 to 1440 is that day, 1440 to 2880 the day after.
 */
export type WallInterval = {
  /** `00:00` to `24:00`. */
  opens: string
  /** A time not after `opens` means the next day: 22:00 to 06:00, and 09:00 to 09:00 is 24 hours. */
  closes: string
}

export const minutesPerDay = 24 * 60

export const allDay: WallInterval = { opens: '00:00', closes: '24:00' }

/** `09:30` → 570. Expects a time that the schema accepts. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Start and end of an interval in minutes; the end is always after the start. */
export const spanOf = ({ opens, closes }: WallInterval): { start: number; end: number } => {
  const start = minutesOf(opens)
  const end = minutesOf(closes)
  return { start, end: end <= start ? end + minutesPerDay : end }
}

const timeOf = (minutes: number): string => {
  const withinDay = minutes > minutesPerDay ? minutes - minutesPerDay : minutes
  return `${String(Math.floor(withinDay / 60)).padStart(2, '0')}:${String(withinDay % 60).padStart(2, '0')}`
}

/** Earliest opening first, then earliest closing. */
export const inOrder = (one: WallInterval, other: WallInterval): number => {
  const first = spanOf(one)
  const second = spanOf(other)
  return first.start - second.start || first.end - second.end
}

/** In order, overlapping and touching intervals joined where the result still fits `WallInterval` (24 hours). */
export const merged = (intervals: readonly WallInterval[]): WallInterval[] => {
  const result: WallInterval[] = []
  for (const next of [...intervals].sort(inOrder)) {
    const previous = result.at(-1)
    const span = previous && spanOf(previous)
    const { start, end } = spanOf(next)
    const joinedEnd = span ? Math.max(span.end, end) : end
    if (previous && span && start <= span.end && joinedEnd - span.start <= minutesPerDay) {
      result[result.length - 1] = { opens: previous.opens, closes: timeOf(joinedEnd) }
    } else {
      result.push({ opens: next.opens, closes: next.closes })
    }
  }
  return result
}

/** Whether two intervals of the same day share a minute. */
export const overlap = (one: WallInterval, other: WallInterval): boolean => {
  const first = spanOf(one)
  const second = spanOf(other)
  return first.start < second.end && second.start < first.end
}
