/** Sessions in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { dateFormat } from '../../ui/dates.ts'
import type { Change } from './release-rules.ts'
import type { Room, Session } from './schema.ts'

/** `Wednesday 14 October 2026`. */
export const dayText = ({ tag }: Pick<Translator, 'tag'>, day: string): string =>
  dateFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${day}T12:00:00Z`),
  )

/** `10:00–11:30`, which runs from left to right everywhere. */
export const timesText = ({ starts, ends }: Pick<Session, 'starts' | 'ends'>): string => `${starts}–${ends}`

export const roomName = (rooms: readonly Room[], id: string | null): string =>
  rooms.find((one) => one.id === id)?.name ?? ''

/** Day, times and room. */
export const whereText = (translator: Translator, rooms: readonly Room[], one: Session): string =>
  [dayText(translator, one.day), timesText(one), roomName(rooms, one.room)].filter((text) => text !== '').join(', ')

/** A change as a sentence. */
export function changeText(
  translator: Translator,
  rooms: readonly Room[],
  roomsBefore: readonly Room[],
  change: Change,
) {
  const { t } = translator
  const { kind, session, before } = change
  const words = { title: `\u2068${session.title}\u2069`, where: whereText(translator, rooms, session) }
  return kind === 'moved' && before
    ? t('programme.change.moved', { ...words, before: whereText(translator, roomsBefore, before) })
    : t(`programme.change.${kind}`, words)
}
