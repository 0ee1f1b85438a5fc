/** When an event is, which year it belongs to, what may still be done with it. Pure. */
import { type EventFacts, type EventWords, theDay, years } from './schema.ts'

type Times = Pick<EventFacts, 'day' | 'starts' | 'ends' | 'zone'>

export const yearOf = ({ day }: Pick<EventFacts, 'day'>): number => Number(day.slice(0, 4))

/** `YYYY-MM-DDTHH:MM`, as the clocks of the place show it. */
export const startOf = ({ day, starts }: Pick<EventFacts, 'day' | 'starts'>): string => `${day}T${starts}`

/** The same for its end; null where nobody has said one. What ends earlier than it starts ends on the next day. */
export function endOf({ day, starts, ends }: Pick<EventFacts, 'day' | 'starts' | 'ends'>): string | null {
  if (ends === null) return null
  const on = ends > starts ? day : Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  return `${on}T${ends}`
}

/** An hour that clocks skip is the one after it; of an hour that they show twice it is the first. */
export const momentOf = ({ day, starts, zone }: Omit<Times, 'ends'>): Temporal.Instant =>
  Temporal.PlainDateTime.from(startOf({ day, starts }))
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()

/** Whether the day is over at the place, so that one can say what was done. */
export const isOver = ({ day, zone }: Pick<Times, 'day' | 'zone'>, now: Temporal.Instant): boolean =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString() > day

export const yearIsSound = (day: string): boolean => {
  const year = Number(day.slice(0, 4))
  return year >= years.first && year <= years.last
}

/** 18 November of a year, `YYYY-MM-DD`. */
export const dayOfYear = (year: number): string => Temporal.PlainDate.from({ year, ...theDay }).toString()

/** An event like it in another year: as far from the day as it was. */
export function repeatedDay(day: string, year: number): string {
  const before = Temporal.PlainDate.from(day)
  const away = Temporal.PlainDate.from(dayOfYear(before.year)).until(before, { largestUnit: 'days' })
  const moved = Temporal.PlainDate.from(dayOfYear(year)).add(away)
  return moved.year === year ? moved.toString() : dayOfYear(year)
}

/** All languages in which its words are written or which are spoken there. */
export const languagesOf = ({
  language,
  words,
  spoken,
}: Pick<EventFacts, 'language' | 'words' | 'spoken'>): string[] => [
  ...new Set([language, ...Object.keys(words), ...spoken]),
]

/** The edition that is next: this year's until the year is over. */
export const nextYear = (now: Temporal.Instant): number => now.toZonedDateTimeISO('UTC').year

const none: EventWords = { title: '', what: '' }

/** Its words, those that were written first before the others. */
export const wordsInOrder = ({ language, words }: Pick<EventFacts, 'language' | 'words'>): [string, EventWords][] => [
  [language, words[language] ?? none],
  ...Object.entries(words)
    .filter(([other]) => other !== language)
    .toSorted(([one], [other]) => (one < other ? -1 : 1)),
]
