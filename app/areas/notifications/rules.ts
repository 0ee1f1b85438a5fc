/** When a person is told of what. */
import type { NoticeKind } from '../../platform/mail/notice.ts'

/** When a person wants the mails of one kind. */
export const timings = ['at-once', 'daily', 'weekly', 'never'] as const
export type Timing = (typeof timings)[number]

/** Kinds that a person may put off or turn off. The others protect somebody: they are told at once. */
export const choosableKinds = [
  'people',
  'approval',
  'helplines',
  'confirmations',
  'support',
  'reports',
  'care',
  'offers',
  'directories',
  'questions',
  'exchange',
  'signing',
  'practices',
  'progress',
  'meetings',
] as const satisfies readonly NoticeKind[]
export type ChoosableKind = (typeof choosableKinds)[number]

/** In the order in which they are shown. */
export const fixedKinds = ['security', 'contact'] as const satisfies readonly Exclude<NoticeKind, ChoosableKind>[]

export type Choices = Readonly<Partial<Record<ChoosableKind, Timing>>>

export function isChoosable(kind: string): kind is ChoosableKind {
  return choosableKinds.some((each) => each === kind)
}

export function timingOf(kind: NoticeKind, choices: Choices): Timing {
  return isChoosable(kind) ? (choices[kind] ?? 'at-once') : 'at-once'
}

/**
 * The hour of UTC at which mails go that are told together; the weekly ones on Mondays. An instance has no time zone of
 * its own, and a person may work for towns in several: at six it is early morning all over Europe.
 */
export const digestHour = 6

/** ISO number of Monday. */
const digestWeekday = 1

/** The next moment at which what is kept `now` may go: later than now. */
export function nextDigest(timing: 'daily' | 'weekly', now: Temporal.Instant): Temporal.Instant {
  const here = now.toZonedDateTimeISO('UTC')
  const today = here.toPlainDate().toZonedDateTime({ timeZone: 'UTC', plainTime: { hour: digestHour } })
  let next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 })
  if (timing === 'weekly') next = next.add({ days: (7 + digestWeekday - next.dayOfWeek) % 7 })
  return next.toInstant()
}

export type Delivery =
  | { readonly way: 'at-once' | 'drop' }
  | { readonly way: 'keep'; readonly digestAt: Temporal.Instant }

/** Time to act that must be left when the digest has come; what leaves less goes at once. */
const timeToAct = Temporal.Duration.from({ hours: 24 })

/** @param due until when it has to be done. */
export function deliveryOf(timing: Timing, now: Temporal.Instant, due?: Temporal.Instant): Delivery {
  if (timing === 'never') return { way: 'drop' }
  if (timing === 'at-once') return { way: 'at-once' }
  const digestAt = nextDigest(timing, now)
  const pressing = due !== undefined && Temporal.Instant.compare(due, digestAt.add(timeToAct)) < 0
  return pressing ? { way: 'at-once' } : { way: 'keep', digestAt }
}

/** When what waits already may go, once the person has chosen anew; undefined: it is thrown away. */
export function digestAfterChoice(timing: Timing, now: Temporal.Instant): Temporal.Instant | undefined {
  if (timing === 'never') return undefined
  return timing === 'at-once' ? now : nextDigest(timing, now)
}

interface Waiting {
  readonly kind: string
  readonly due: Temporal.Instant | undefined
  readonly keptAt: Temporal.Instant
}

/** What is due first comes first, then what has waited longest. */
function inOrder(one: Waiting, other: Waiting): number {
  if (one.due && other.due) return Temporal.Instant.compare(one.due, other.due)
  if (one.due || other.due) return one.due ? -1 : 1
  return Temporal.Instant.compare(one.keptAt, other.keptAt)
}

/** By kind; first the kind with what comes first of all. */
export function groupWaiting<W extends Waiting>(waiting: readonly W[]): { kind: W['kind']; entries: W[] }[] {
  const groups = new Map<W['kind'], W[]>()
  for (const entry of waiting.toSorted(inOrder)) groups.set(entry.kind, [...(groups.get(entry.kind) ?? []), entry])
  return [...groups].map(([kind, entries]) => ({ kind, entries }))
}
