/** What cannot be at once. Pure; times of one day sort as they follow. */
import type { Session } from './schema.ts'

export type Clash =
  /** Two sessions in one room, or with one speaker. @property who the room's id, or the name. */
  | { readonly kind: 'room' | 'speaker'; readonly who: string; readonly sessions: readonly [string, string] }
  /** On a day on which nobody meets. */
  | { readonly kind: 'outside'; readonly sessions: readonly [string] }

type Timed = Pick<Session, 'day' | 'starts' | 'ends'>

const overlap = (one: Timed, other: Timed): boolean =>
  one.day === other.day && one.starts < other.ends && other.starts < one.ends

/** As somebody would call them the same: however it is written. */
const folded = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

function between(one: Session, other: Session): Clash[] {
  const sessions = [one.id, other.id] as const
  const names = new Set(other.speakers.map(folded))
  const both = one.speakers.filter((name) => names.has(folded(name)))
  return [
    ...(one.room !== null && one.room === other.room ? [{ kind: 'room' as const, who: one.room, sessions }] : []),
    ...both.map((who) => ({ kind: 'speaker' as const, who, sessions })),
  ]
}

/** @param days of the meeting; null while nobody has set them: then none lies outside. */
export function clashesOf(
  all: readonly Session[],
  days: { readonly starts: string | null; readonly ends: string | null },
): Clash[] {
  const held = all.filter(({ cancelled }) => !cancelled)
  const { starts, ends } = days
  const outside = held.filter(({ day }) => starts !== null && ends !== null && (day < starts || day > ends))
  return [
    ...outside.map(({ id }): Clash => ({ kind: 'outside', sessions: [id] })),
    ...held.flatMap((one, index) =>
      held.slice(index + 1).flatMap((other) => (overlap(one, other) ? between(one, other) : [])),
    ),
  ]
}
