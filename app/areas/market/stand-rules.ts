/** What is shown at the market of a meeting, where and when. Pure; days are `YYYY-MM-DD`, times `HH:MM`. */

export interface Stand {
  readonly practice: string
  /** Id of the town that shows it. */
  readonly authority: string
  /** As the host calls it; empty until it has said. */
  readonly stand: string
  readonly day: string | null
  readonly starts: string | null
  readonly ends: string | null
  readonly revision: number
}

export type Placed = Pick<Stand, 'stand' | 'day' | 'starts' | 'ends'>

export type StandFault = 'time' | 'order' | 'outside'

/** `9.30`, `09:30`; null for nothing, undefined for anything else. */
export function timeFrom(text: string): string | null | undefined {
  if (text.trim() === '') return null
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/** What speaks against it. @param meeting its first and last day. */
export function placedFault(
  { day, starts, ends }: Placed,
  meeting: { readonly starts: string | null; readonly ends: string | null },
): { readonly field: 'day' | 'ends'; readonly code: StandFault } | undefined {
  const isOutside =
    day !== null && meeting.starts !== null && meeting.ends !== null && (day < meeting.starts || day > meeting.ends)
  if (isOutside) return { field: 'day', code: 'outside' }
  return starts !== null && ends !== null && ends <= starts ? { field: 'ends', code: 'order' } : undefined
}

/** By day, hour and stand; what has none comes last. */
export const inOrder = (one: Stand, other: Stand): number => keyOf(one).localeCompare(keyOf(other))
const keyOf = ({ day, starts, stand, practice }: Stand): string =>
  [day ?? '9999', starts ?? '99:99', stand === '' ? '\uffff' : stand, practice].join(' ')
