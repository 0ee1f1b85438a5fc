/** Schedules of HSDS (iCal rules) as hours of every week and of every second one, with exceptions; what these cannot hold is reported, not guessed. */
import { z } from 'zod'
import type { HsdsSchedule } from './hsds-shape.ts'
import { wordsIn } from './record.ts'

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `09:00:00+01:00` → `09:00`: the hours of a door are those of its own clock. `9:30pm` → `21:30`. */
function timeOf(text: string | null | undefined): string | undefined {
  const [, hour, minute, half] =
    /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}| ?([ap])\.?m\.?)?$/i.exec(text?.trim() ?? '') ?? []
  if (!hour || !minute) return undefined
  if (!half) return `${hour.padStart(2, '0')}:${minute}`
  if (Number(hour) < 1 || Number(hour) > 12) return undefined
  const ofDay = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return `${`${ofDay}`.padStart(2, '0')}:${minute}`
}

const date = z.iso.date()
const isDate = (text: string): boolean => date.safeParse(text).success

const daysOf = (byday: string): number[] => byday.split(',').map((day) => days.indexOf(day.trim().toUpperCase()) + 1)

type Weekly = { day: number; opens: string; closes: string }
type Fortnightly = { from: string; opens: string; closes: string }
type Exception = { from: string; to: string; opens: string | null; closes: string | null; note: object }

/** Days of the week that come round every `interval` weeks, all year. */
function repeatedOf(schedule: HsdsSchedule, interval: number): Weekly[] | undefined {
  const { byday, freq, valid_to, until } = schedule
  const [opens, closes] = [timeOf(schedule.opens_at), timeOf(schedule.closes_at)]
  const repeats = (freq ?? 'WEEKLY') === 'WEEKLY' && (schedule.interval ?? 1) === interval
  // Hours of one season only would be shown all year.
  if (!byday || !repeats || valid_to || until || !opens || !closes) return undefined
  const found = daysOf(byday)
  return found.includes(0) ? undefined : found.map((day) => ({ day, opens, closes }))
}

const isoDate = /^\d{4}-\d{2}-\d{2}/

/** Weeks are counted from that of the first day, and begin on Monday (RFC 5545, 3.3.10). */
function fortnightlyOf(schedule: HsdsSchedule): Fortnightly[] | undefined {
  const [start] = isoDate.exec(schedule.dtstart ?? schedule.valid_from ?? '') ?? []
  const begins = schedule.wkst?.trim().toUpperCase() || 'MO'
  if (!start || begins !== 'MO' || !isDate(start)) return undefined
  const first = Temporal.PlainDate.from(start)
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  return repeatedOf(schedule, 2)?.map(({ day, opens, closes }) => ({
    from: monday.add({ days: day - 1 }).toString(),
    opens,
    closes,
  }))
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
  const fortnightly = new Map<string, Fortnightly>()
  const exceptions: Exception[] = []
  const notes: string[] = []
  schedules.forEach((schedule, index) => {
    const week = repeatedOf(schedule, 1)
    const fortnight = week ? undefined : fortnightlyOf(schedule)
    const exception = week ? undefined : exceptionOf(schedule, language)
    for (const each of week ?? []) weekly.set(`${each.day} ${each.opens} ${each.closes}`, each)
    for (const each of fortnight ?? []) fortnightly.set(`${each.from} ${each.opens} ${each.closes}`, each)
    if (exception) exceptions.push(exception)
    else notes.push(...[schedule.description, schedule.notes].flatMap((text) => text?.trim() || []))
    const said = Boolean(schedule.opens_at || schedule.closes_at || schedule.byday || schedule.freq)
    if (!week && !fortnight && !exception && said) skip(index)
  })
  const inOrder = [...weekly.values()].sort((a, b) => a.day - b.day || a.opens.localeCompare(b.opens))
  return {
    weekly: inOrder,
    fortnightly: [...fortnightly.values()],
    exceptions,
    note: wordsIn(language, [...new Set(notes)].join('\n')),
  }
}
