/** When a town is told what it should look at, though nobody waits for it. Pure. */
import type { Care } from '../../../platform/session/care.ts'

/** What a town was told before. */
export interface Told {
  /** Keys of things. */
  readonly things: ReadonlySet<string>
  /** Undefined: never. */
  readonly lastAt: Temporal.Instant | undefined
}

const oneMonth = { months: 1 }

/**
 * The lines in which something is new: once a month, and at once where it may harm families. What was told is never told
 * again.
 */
export function careToTell(care: readonly Care[], { things, lastAt }: Told, now: Temporal.Instant): readonly Care[] {
  const isNew = ({ key }: { readonly key: string }) => !things.has(key)
  const fresh = care.filter((one) => one.things.some(isNew))
  const isUrgent = fresh.some((one) => one.things.some((thing) => thing.urgent && isNew(thing)))
  return isUrgent || isMonthOver(lastAt, now) ? fresh : []
}

function isMonthOver(lastAt: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  if (!lastAt) return true
  const next = lastAt.toZonedDateTimeISO('UTC').add(oneMonth).toInstant()
  return Temporal.Instant.compare(now, next) >= 0
}

/** Whether families may be harmed by one of these: the mail says so. */
export const presses = (care: readonly Care[]): boolean => care.some(({ rank }) => rank === 'safety')
