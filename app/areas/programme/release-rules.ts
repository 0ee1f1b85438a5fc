/** What is released, and what is different from the release before. Pure. */
import type { ProgrammeDocument, Release, ReleasedSession, Room, Session } from './schema.ts'

/** In the order in which they take place. */
export const inOrder = <One extends Pick<Session, 'day' | 'starts' | 'ends' | 'id'>>(sessions: readonly One[]): One[] =>
  sessions.toSorted(
    (a, b) => compare(a.day, b.day) || compare(a.starts, b.starts) || compare(a.ends, b.ends) || compare(a.id, b.id),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What everybody is told of one, without who speaks: calendars keep copies for years. */
function told(session: Session | ReleasedSession) {
  const { id, title, what, language, day, starts, ends, room, interpreted, materials, cancelled } = session
  return { id, title, what, language, day, starts, ends, room, interpreted, materials, cancelled }
}

/** Of values that are put together in the same order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const nameOf = (rooms: readonly Room[], id: string | null): string => rooms.find((one) => one.id === id)?.name ?? ''

/**
 * The next release. One that was released stays in every later one: calendars have to hear that it does not take place.
 * Its number grows where something about it is different, so that they take it over.
 */
export function nextDocument(
  draft: { readonly rooms: readonly Room[]; readonly sessions: readonly Session[] },
  before: Release | undefined,
): ProgrammeDocument {
  const sessions = inOrder(draft.sessions).flatMap((session) => {
    const last = before?.sessions.find(({ id }) => id === session.id)
    if (!last && session.cancelled) return []
    const same =
      last !== undefined &&
      isSame(told(last), told(session)) &&
      nameOf(before?.rooms ?? [], last.room) === nameOf(draft.rooms, session.room)
    return [{ ...told(session), sequence: last ? last.sequence + (same ? 0 : 1) : 0 }]
  })
  return { format: 'safe-towns-programme/1', rooms: [...draft.rooms], sessions }
}

export const changeKinds = ['added', 'moved', 'changed', 'cancelled', 'restored'] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  readonly kind: ChangeKind
  readonly session: ReleasedSession
  /** As it was, where it has moved. */
  readonly before: ReleasedSession | undefined
}

type Told = Pick<Release, 'rooms' | 'sessions'>

function kindOf(before: Told, after: Told, last: ReleasedSession, session: ReleasedSession): ChangeKind | undefined {
  if (last.cancelled !== session.cancelled) return session.cancelled ? 'cancelled' : 'restored'
  if (session.cancelled) return undefined
  const place = ({ rooms }: Told, { day, starts, ends, room }: ReleasedSession) => [
    ...[day, starts, ends],
    nameOf(rooms, room),
  ]
  if (!isSame(place(before, last), place(after, session))) return 'moved'
  const words = ({ title, what, language, interpreted, materials, speakers }: ReleasedSession) => [
    ...[title, what, language, interpreted, materials, speakers],
  ]
  return isSame(words(last), words(session)) ? undefined : 'changed'
}

/** What everybody may know of what is different; in the order of the newer one. */
export function changesBetween(before: Told | undefined, after: Told): Change[] {
  return inOrder(after.sessions).flatMap((session): Change[] => {
    const last = before?.sessions.find(({ id }) => id === session.id)
    if (!last) return session.cancelled ? [] : [{ kind: 'added', session, before: undefined }]
    const kind = before && kindOf(before, after, last, session)
    return kind ? [{ kind, session, before: kind === 'moved' ? last : undefined }] : []
  })
}
