/** When a feed is fetched, and when what it says is asked about before it is followed. Pure. */

export const feedRhythms = ['day', 'week'] as const
export type FeedRhythm = (typeof feedRhythms)[number]

/** Who wins where both have changed a service; ask: nothing is taken over before somebody has looked. */
export const feedConflicts = ['own', 'feed', 'ask'] as const
export type FeedConflict = (typeof feedConflicts)[number]

/** At the place: when hosts have little to do and officers do not work on drafts. */
export const feedHours = [22, 23, 0, 1, 2, 3, 4, 5] as const

/** Failures in a row after which the office is told. */
export const failuresToTell = 3

/** Results that are kept. */
export const resultsKept = 10

/**
 * The next night's hour, at the place; of a weekly feed that was fetched, that of a week later.
 *
 * @param again a weekly feed that failed is tried again in the next night.
 */
export function nextPull(
  { every, hour }: { readonly every: FeedRhythm; readonly hour: number },
  now: Temporal.Instant,
  timeZone: string,
  again: boolean,
): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timeZone)
  const today = local.toPlainDate().toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) })
  const tonight = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })
  return (every === 'week' && !again ? tonight.add({ days: 6 }) : tonight).toInstant()
}

/** What a feed would do, in services of the draft. */
export interface FeedStep {
  /** Services that came from the feed and are in the draft, before. */
  readonly known: number
  readonly changed: number
  /** Missing now, but not when the feed was followed last. */
  readonly newlyGone: number
}

/** More than a third changed or lost: a mistake of the feed is more likely than so much news. */
export function isSudden({ known, changed, newlyGone }: FeedStep): boolean {
  return changed * 3 > known || newlyGone * 3 > known
}

/** Words of an address that only a secret has: feeds are public, and an address is no place for a secret. */
const secretWord = /^(?:api[-_]?key|key|token|access[-_]?token|auth|password|passwd|secret|signature|sig)$/i

/** An address that may be a feed's: of the open net, without a login or a key in it. */
export function isFeedAddress(text: string): boolean {
  if (text.length > 2000) return false
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return false
  return ![...url.searchParams.keys()].some((name) => secretWord.test(name))
}
