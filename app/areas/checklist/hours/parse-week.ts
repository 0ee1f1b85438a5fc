/**
 * A week in one spreadsheet cell, in the style of OpenStreetMap's `opening_hours`:
 * `Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00; PH off`, or `24/7`. As there, a later rule after `;` replaces what
 * was said before for its days, one after `,` adds to it; `SH Mo-Fr 09:00-12:00` are hours in school holidays. Our own
 * additions: `PH as-usual`, `SH as-usual`, days as several languages name them. Months, dates and comments are refused,
 * never dropped.
 */
import type { OpeningHours } from '../schema.ts'
import { withDayCodes } from './day-words.ts'
import { parseDay, plainText, type TextFault } from './parse-hours.ts'
import { inOrder, type WallInterval } from './wall-clock.ts'

export type WeekHours = Pick<OpeningHours, 'always' | 'weekly' | 'publicHolidays' | 'schoolHolidays'>
export type WeekFault =
  | TextFault
  /** `missing-times`: days without hours. `not-supported`: a rule that these hours cannot hold. */
  | { fault: 'missing-times' | 'not-supported' | 'always-with-days'; at: string }

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const name = dayNames.join('|').toLowerCase()
const selector = new RegExp(`^((?:${name})(?:\\s*[-,]\\s*(?:${name}))*)\\b\\s*:?\\s*(.*)$`)
// A comma between a time and a day's name begins another rule; one between two days or two times does not.
const ruleEnds = new RegExp(`\\s*(;)\\s*|(?<=[\\ddf])\\s*(,)\\s*(?=(?:${name}|ph|sh)\\b)`)

const dayOf = (text: string): number => dayNames.findIndex((each) => each.toLowerCase() === text) + 1

/** `mo-we,fr` → 1, 2, 3, 5; `sa-mo` goes round the end of the week. */
const daysOf = (text: string): number[] | null => {
  const days = new Set<number>()
  for (const part of text.split(/\s*,\s*/)) {
    const [first = '', last = first, ...rest] = part.split(/\s*-\s*/)
    if (rest.length > 0) return null
    const start = dayOf(first)
    const length = (dayOf(last) - start + 7) % 7
    for (let step = 0; step <= length; step += 1) days.add(((start + step - 1) % 7) + 1)
  }
  return [...days]
}

const holidayRule = (rule: string): WeekHours['publicHolidays'] => {
  if (/^ph\s+(?:off|closed)$/.test(rule)) return 'closed'
  return /^ph\s+as[- ]usual$/.test(rule) ? 'as-usual' : null
}

const schoolRule = (rule: string): WeekHours['schoolHolidays'] => {
  if (/^sh\s+(?:off|closed)$/.test(rule)) return { rule: 'closed' }
  return /^sh\s+as[- ]usual$/.test(rule) ? { rule: 'as-usual' } : undefined
}

const readRule = (rule: string): { days: number[]; intervals: WallInterval[] } | WeekFault => {
  const match = selector.exec(rule)
  const days = match ? daysOf(match[1] ?? '') : everyDay
  const times = match ? (match[2] ?? '') : rule
  if (!days || times.startsWith(',') || (!match && !/^\d/.test(rule))) return { fault: 'not-supported', at: rule }
  if (times === '') return { fault: 'missing-times', at: rule }
  const read = parseDay(times)
  return 'fault' in read ? read : { days, intervals: read.intervals }
}

/** The rules in order, each with whether it adds to what was said before or replaces it. */
const rulesOf = (text: string, language: string | undefined): { rule: string; adds: boolean }[] => {
  const parts = withDayCodes(plainText(text), language)
    .split(ruleEnds)
    .filter((part) => part !== undefined)
  return parts.flatMap((rule, index) =>
    rule === ';' || rule === ',' || rule === '' ? [] : [{ rule, adds: parts[index - 1] === ',' }],
  )
}

/** Rules of one sort of weeks as they are read: a rule about all of it, or days with intervals. */
class ReadWeek<Whole> {
  whole: Whole | undefined
  readonly #byDay = new Map<number, WallInterval[]>()

  /** What was said before is replaced. */
  say(whole: Whole): void {
    this.whole = whole
    this.#byDay.clear()
  }

  /** @returns the fault where the rule cannot be read. */
  add(rule: string, adds: boolean): WeekFault | undefined {
    const read = readRule(rule)
    if ('fault' in read) return read
    for (const day of read.days) {
      this.#byDay.set(day, [...(adds ? (this.#byDay.get(day) ?? []) : []), ...read.intervals])
    }
    return undefined
  }

  get hasDays(): boolean {
    return this.#byDay.size > 0
  }

  /** In order. */
  get weekly(): WeekHours['weekly'] {
    return everyDay.flatMap((day) =>
      (this.#byDay.get(day) ?? []).sort(inOrder).map(({ opens, closes }) => ({ day, opens, closes })),
    )
  }
}

/** An empty cell states nothing. The result has its days and intervals in order. @param language in which days may be named. */
export const parseWeek = (text: string, language?: string): WeekHours | WeekFault => {
  const week = new ReadWeek<never>()
  const school = new ReadWeek<NonNullable<WeekHours['schoolHolidays']>>()
  let always = false
  let publicHolidays: WeekHours['publicHolidays'] = null
  for (const { rule, adds } of rulesOf(text, language)) {
    const [holidays, inSchoolHolidays] = [holidayRule(rule), schoolRule(rule)]
    publicHolidays = holidays ?? publicHolidays
    always ||= rule === '24/7'
    if (inSchoolHolidays) school.say(inSchoolHolidays)
    if (holidays || inSchoolHolidays || rule === '24/7') continue
    const fault = rule.startsWith('sh ') ? school.add(rule.slice(3).trim(), adds) : week.add(rule, adds)
    if (fault) return fault
  }
  if (always && week.hasDays) return { fault: 'always-with-days', at: text.trim() }
  const schoolHolidays = school.weekly.length > 0 ? { rule: 'other' as const, weekly: school.weekly } : school.whole
  return { always, weekly: week.weekly, publicHolidays, ...(schoolHolidays ? { schoolHolidays } : {}) }
}

const rangesOf = (days: readonly number[]): string => {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const named = (day: number | undefined) => dayNames[(day ?? 1) - 1]
  return runs.map((run) => (run.length > 1 ? `${named(run[0])}-${named(run.at(-1))}` : named(run[0]))).join(',')
}

/** The inverse of `parseWeek`; days with equal hours share a rule. `always` is `24/7` whatever `weekly` says. */
export const formatWeek = ({ always, weekly, publicHolidays, schoolHolidays }: WeekHours): string => {
  const holidays = publicHolidays === 'closed' ? 'off' : publicHolidays
  return [
    ...(always ? ['24/7'] : daysText(weekly)),
    ...(holidays ? [`PH ${holidays}`] : []),
    ...schoolText(schoolHolidays),
  ].join('; ')
}

function schoolText(schoolHolidays: WeekHours['schoolHolidays']): string[] {
  if (!schoolHolidays) return []
  if (schoolHolidays.rule === 'other') return daysText(schoolHolidays.weekly).map((rule) => `SH ${rule}`)
  return [`SH ${schoolHolidays.rule === 'closed' ? 'off' : schoolHolidays.rule}`]
}

function daysText(weekly: WeekHours['weekly']): string[] {
  const byTimes = new Map<string, number[]>()
  for (const day of everyDay) {
    const intervals = weekly.filter((opening) => opening.day === day).sort(inOrder)
    const times = intervals.map(({ opens, closes }) => `${opens}-${closes}`).join(',')
    if (times) byTimes.set(times, [...(byTimes.get(times) ?? []), day])
  }
  return [...byTimes].map(([times, days]) => `${rangesOf(days)} ${times}`)
}
