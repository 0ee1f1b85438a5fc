/** A list and the office have both changed a service, and the list wins: where it says something. */
import { newerCheck } from '../check-rules.ts'
import type { OpeningHours, ServiceFacts } from '../schema.ts'

/** Nobody has said anything: most lists have no column for half of what is asked here. */
function isSilent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (typeof value !== 'object') return false
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0
}

const saidIn = <T extends object>(all: T): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => !isSilent(value))) as Partial<T>

type Checked = ServiceFacts['checked']
export const laterCheck = (ours: Checked, theirs: Checked): Checked => (theirs ? newerCheck(ours, theirs) : ours)

/** Regular hours come together: half of one's and half of the other's would be hours that nobody keeps. */
function hoursOf(ours: OpeningHours, theirs: OpeningHours): OpeningHours {
  const { always, weekly, fortnightly, ...rest } = theirs
  const regular = always || weekly.length + fortnightly.length > 0 ? { always, weekly, fortnightly } : {}
  return { ...ours, ...saidIn(rest), ...regular }
}

/**
 * What the list is silent about stays as the office wrote it, and so do the kinds: a list has words for them that were made to fit.
 *
 * @param ours the draft.
 * @param theirs what the list says now.
 */
export function withList(ours: ServiceFacts, theirs: ServiceFacts): ServiceFacts {
  return {
    ...ours,
    ...saidIn(theirs),
    place: theirs.place.type === 'none' ? ours.place : theirs.place,
    hours: hoursOf(ours.hours, theirs.hours),
    checked: laterCheck(ours.checked, theirs.checked),
    kinds: ours.kinds,
  }
}
