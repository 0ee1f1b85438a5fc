/** Schedules of HSDS (iCal rules) as weekly hours with exceptions; what these cannot hold is reported, not guessed. */
import type { HsdsSchedule } from './hsds-shape.ts'
import { wordsIn } from './record.ts'

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `09:00:00+01:00` → `09:00`: the hours of a door are those of its own clock. */
function timeOf(text: string | null | undefined): string | undefined {
  const [, hour, minute] =
    /^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text?.trim() ?? '') ?? []
  return hour && minute ? `${hour}:${minute}` : undefined
}

const daysOf = (byday: string): number[] => byday.split(',').map((day) => days.indexOf(day.trim().toUpperCase()) + 1)

type Weekly = { day: number; opens: string; closes: string }
type Exception = { from: string; to: string; opens: string | null; closes: string | null; note: object }

function weeklyOf(schedule: HsdsSchedule): Weekly[] | undefined {
  const { byday, freq, interval, valid_to, until } = schedule
  const [opens, closes] = [timeOf(schedule.opens_at), timeOf(schedule.closes_at)]
  const everyWeek = (freq ?? 'WEEKLY') === 'WEEKLY' && (interval ?? 1) === 1
  // Hours of one season only would be shown all year.
  if (!byday || !everyWeek || valid_to || until || !opens || !closes) return undefined
  const found = daysOf(byday)
  return found.includes(0) ? undefined : found.map((day) => ({ day, opens, closes }))
}

function exceptionOf(schedule: HsdsSchedule, language: string): Exception | undefined {
  const { byday, freq, valid_from, valid_to, opens_at, closes_at } = schedule
  if (byday || freq || !valid_from || !valid_to) return undefined
  const [opens, closes] = [timeOf(opens_at), timeOf(closes_at)]
  if (Boolean(opens_at) !== Boolean(opens) || Boolean(closes_at) !== Boolean(closes)) return undefined
  const note = wordsIn(language, schedule.description ?? undefined)
  return { from: valid_from, to: valid_to, opens: opens ?? null, closes: closes ?? null, note }
}

/** @param skip is told the position of each schedule that has no place in these hours. */
export function hoursOf(schedules: readonly HsdsSchedule[], language: string, skip: (index: number) => void): object {
  const weekly = new Map<string, Weekly>()
  const exceptions: Exception[] = []
  const notes: string[] = []
  schedules.forEach((schedule, index) => {
    const week = weeklyOf(schedule)
    const exception = week ? undefined : exceptionOf(schedule, language)
    for (const each of week ?? []) weekly.set(`${each.day} ${each.opens} ${each.closes}`, each)
    if (exception) exceptions.push(exception)
    else notes.push(...[schedule.description, schedule.notes].flatMap((text) => text?.trim() || []))
    const said = Boolean(schedule.opens_at || schedule.closes_at || schedule.byday || schedule.freq)
    if (!week && !exception && said) skip(index)
  })
  const inOrder = [...weekly.values()].sort((a, b) => a.day - b.day || a.opens.localeCompare(b.opens))
  return { weekly: inOrder, exceptions, note: wordsIn(language, [...new Set(notes)].join('\n')) }
}
