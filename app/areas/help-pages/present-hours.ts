/** Opening hours in words: the week, the days that differ, and whether somebody is there now. */
import { weekdayName } from '../../ui/dates.ts'
import { apart, withCommas } from '../../ui/lists.ts'
import {
  fortnightLines,
  type OpeningHours,
  type OpenState,
  openState,
  type Service,
  upcomingExceptions,
  weekLines,
} from '../checklist/index.ts'
import { type ShownText, shownText } from './local-text.ts'
import { longDate, midnight, type Reader, today } from './reader.ts'

export interface HoursLine {
  /** `Mon–Fri`, or the date of an exception. */
  readonly days: string
  /** `09:00–17:00, 19:00–21:00`, or the word for closed. */
  readonly times: string
}

export interface HoursView {
  readonly state: { readonly text: string; readonly tone: 'open' | 'closed' | 'unsure' } | undefined
  readonly week: readonly HoursLine[]
  readonly exceptions: readonly (HoursLine & { readonly note: ShownText | undefined })[]
  /** Holidays, appointments: a sentence each. */
  readonly rules: readonly string[]
  readonly note: ShownText | undefined
  readonly whenClosed: ShownText | undefined
  /** Until then `state` is true, and what is told of the day. */
  readonly validUntil: Temporal.Instant
}

type Interval = { readonly opens: string; readonly closes: string }

/** Digits of the clock stay Latin and left to right in every language: they are what stands on the door. */
function timesText(intervals: readonly Interval[], closed: string): string {
  if (intervals.length === 0) return closed
  return intervals.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')
}

function daysText(reader: Reader, days: readonly number[]): string {
  const names = days.map((day) => weekdayName(reader.translator, day, 'short'))
  const consecutive = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1)
  return consecutive && names.length > 2 ? `${names[0]}–${names.at(-1)}` : withCommas(reader.translator.tag, names)
}

function stateText(reader: Reader, hours: OpeningHours, state: OpenState): HoursView['state'] {
  const { t } = reader.translator
  if (state.state === 'unknown') return undefined
  if (state.state === 'temporarily-closed') return { text: t('service.closedTemporarily'), tone: 'closed' }
  if (state.state === 'holiday-unknown') {
    return { text: t(state.reason === 'school-holiday' ? 'service.schoolHoliday' : 'service.holiday'), tone: 'unsure' }
  }
  if (state.state === 'open') {
    if (hours.always) return { text: t('service.openAlways'), tone: 'open' }
    return {
      text: state.until ? t('service.openUntil', { time: clockTime(state.until) }) : t('service.openNow'),
      tone: 'open',
    }
  }
  if (!state.opensAt) return { text: t('service.closed'), tone: 'closed' }
  return { text: t('service.closedOpens', { when: whenText(reader, state.opensAt) }), tone: 'closed' }
}

/** A closure is dated by itself; of old hours nothing is said about now. */
function staleState(reader: Reader, state: OpenState): HoursView['state'] {
  const { t } = reader.translator
  if (state.state === 'unknown') return undefined
  if (state.state === 'temporarily-closed') return { text: t('service.closedTemporarily'), tone: 'closed' }
  return { text: t('service.openUnknown'), tone: 'unsure' }
}

function clockTime(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' })
}

function whenText(reader: Reader, at: Temporal.ZonedDateTime): string {
  const { t } = reader.translator
  const date = at.toPlainDate()
  const days = today(reader).until(date).days
  if (days === 0) return t('service.todayAt', { time: clockTime(at) })
  const day = days < 7 ? weekdayName(reader.translator, date.dayOfWeek, 'long') : longDate(reader, date)
  return t('service.atTime', { day, time: clockTime(at) })
}

const holidayRule = { closed: 'service.hours.holidaysClosed', 'as-usual': 'service.hours.holidaysAsUsual' } as const
const appointmentRule = {
  required: 'service.hours.appointmentRequired',
  possible: 'service.hours.appointmentPossible',
  'not-needed': 'service.hours.appointmentNotNeeded',
} as const

/** Days and times alone; empty where nothing is stated. */
export function presentWeek(
  reader: Reader,
  { always, weekly }: { readonly always: boolean; readonly weekly: readonly (Interval & { readonly day: number })[] },
): HoursLine[] {
  const { t } = reader.translator
  if (always) return [{ days: '', times: t('service.hours.always') }]
  return weekLines({ always, weekly: [...weekly] })
    .filter(({ intervals }) => intervals.length > 0)
    .map(({ days, intervals }) => ({
      days: daysText(reader, days),
      times: timesText(intervals, t('service.hours.closedDay')),
    }))
}

function schoolRule(reader: Reader, { schoolHolidays }: OpeningHours): string[] {
  const { t } = reader.translator
  if (!schoolHolidays) return []
  if (schoolHolidays.rule === 'closed') return [t('service.hours.schoolHolidaysClosed')]
  if (schoolHolidays.rule === 'as-usual') return [t('service.hours.schoolHolidaysAsUsual')]
  const week = presentWeek(reader, { always: false, weekly: schoolHolidays.weekly })
  const times = week.map((line) => `${line.days} ${apart(line.times)}`)
  return [t('service.hours.schoolHolidaysOther', { times: withCommas(reader.translator.tag, times) })]
}

/**
 * @param everywhere the service is the country's: holidays of a region are not its own.
 * @param stale nobody has confirmed these hours within their clock: whether it is open now is then not known.
 */
export function presentHours(
  reader: Reader,
  { hours, closure }: Pick<Service, 'hours' | 'closure'>,
  { everywhere, stale }: { readonly everywhere: boolean; readonly stale: boolean },
): HoursView {
  const { t } = reader.translator
  const closed = t('service.hours.closedDay')
  const place = {
    timeZone: reader.timeZone,
    isPublicHoliday: (date: string) => reader.isPublicHoliday(date, everywhere),
    schoolHoliday: (date: string) => reader.schoolHoliday(date, everywhere),
  }
  const state = reader.lasting ? undefined : openState(hours, closure, place, reader.now)
  const stated = hours.always || hours.weekly.length > 0 || hours.fortnightly.length > 0
  return {
    state: state && (stale ? staleState(reader, state) : stateText(reader, hours, state)),
    week: [
      ...presentWeek(reader, hours),
      ...fortnightLines(hours, today(reader)).map(({ day, next, intervals }) => ({
        days: t('service.hours.fortnight', {
          day: weekdayName(reader.translator, day, 'long'),
          date: longDate(reader, next),
        }),
        times: timesText(intervals, closed),
      })),
    ],
    exceptions: upcomingExceptions(hours, today(reader)).map(({ from, to, intervals, notes }) => ({
      days: from === to ? longDate(reader, from) : `${longDate(reader, from)} – ${longDate(reader, to)}`,
      times: timesText(intervals, closed),
      note: notes.map((note) => shownText(note, reader.order)).find((note) => note !== undefined),
    })),
    rules: [
      ...(stated && hours.publicHolidays ? [t(holidayRule[hours.publicHolidays])] : []),
      ...(stated ? schoolRule(reader, hours) : []),
      ...(hours.appointment ? [t(appointmentRule[hours.appointment])] : []),
    ],
    note: shownText(hours.note, reader.order),
    whenClosed: shownText(hours.whenClosed, reader.order),
    validUntil: state?.validUntil ?? midnight(reader),
  }
}
