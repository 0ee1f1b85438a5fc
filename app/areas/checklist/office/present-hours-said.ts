/** The hours of a service said back in plain sentences, so that whoever typed them hears a mistake. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { inSentence } from '../../../ui/lists.ts'
import { fortnightLines } from '../hours/fortnight.ts'
import type { WallInterval } from '../hours/wall-clock.ts'
import { upcomingExceptions, weekLines } from '../hours/week-lines.ts'
import { type OpeningHours, openingHours } from '../schema.ts'
import { longDate, weekdayName } from './wording.ts'

/** `from 09:00 to 12:00 and from 13:30 to 17:00`. Digits of the clock stay Latin, as on the door. */
function timesWords({ t, tag }: Translator, intervals: readonly WallInterval[]): string {
  const spans = intervals.map(({ opens, closes }) =>
    opens === '00:00' && closes === '24:00'
      ? t('checklist.office.said.allDay')
      : t('checklist.office.said.span', { opens, closes }),
  )
  return new Intl.ListFormat(tag, { type: 'conjunction' }).format(spans)
}

function daysWords(translator: Translator, days: readonly number[]): string {
  if (days.length === 7) return translator.t('checklist.office.said.everyDay')
  const [first = 1, ...rest] = days
  const [from, last] = [weekdayName(translator, first), rest.at(-1)]
  if (last === undefined) return from
  const to = weekdayName(translator, last)
  return rest.length === 1
    ? inSentence(translator.tag, [from, to])
    : translator.t('checklist.office.hours.days', { from, to })
}

function weekSentences(translator: Translator, hours: OpeningHours): string[] {
  const { t, tag } = translator
  const lines = weekLines({ always: false, weekly: hours.weekly })
  const open = lines
    .filter(({ intervals }) => intervals.length > 0)
    .map(({ days, intervals }) =>
      t('checklist.office.said.days', { days: daysWords(translator, days), times: timesWords(translator, intervals) }),
    )
  const closed = lines.filter(({ intervals }) => intervals.length === 0).map(({ days }) => daysWords(translator, days))
  return [
    ...(open.length > 0 ? [t('checklist.office.said.open', { when: inSentence(tag, open) })] : []),
    // With hours of every second week a day may be neither open nor closed.
    ...(open.length > 0 && closed.length > 0 && hours.fortnightly.length === 0
      ? [t('checklist.office.said.closed', { when: inSentence(tag, closed) })]
      : []),
  ]
}

const holidayWords = {
  closed: 'checklist.office.said.holidaysClosed',
  'as-usual': 'checklist.office.said.holidaysAsUsual',
} as const

function schoolSentence(translator: Translator, { schoolHolidays }: OpeningHours): string[] {
  const { t } = translator
  if (!schoolHolidays) return []
  if (schoolHolidays.rule === 'closed') return [t('checklist.office.said.schoolHolidaysClosed')]
  if (schoolHolidays.rule === 'as-usual') return [t('checklist.office.said.schoolHolidaysAsUsual')]
  const week = openingHours.parse({ weekly: schoolHolidays.weekly })
  return [t('checklist.office.said.schoolHolidaysOther', { hours: weekSentences(translator, week).join(' ') })]
}

/** Days: whoever has typed an exception reads it back, however far it is. */
const wholeList = 4000

/** @returns nothing where nothing is stated. @param today at the place. */
export function hoursSaid(translator: Translator, hours: OpeningHours, today: Temporal.PlainDate): string {
  const { t } = translator
  const fortnights = fortnightLines(hours, today).map(({ day, next, intervals }) =>
    t('checklist.office.said.fortnight', {
      day: weekdayName(translator, day),
      times: timesWords(translator, intervals),
      next: longDate(translator, next),
    }),
  )
  const exceptions = upcomingExceptions(hours, today, wholeList).map(({ from, to, intervals }) => {
    const first = longDate(translator, from)
    const days = from === to ? first : t('checklist.office.hours.days', { from: first, to: longDate(translator, to) })
    if (intervals.length === 0) return t('checklist.office.said.closed', { when: days })
    return t('checklist.office.said.open', {
      when: t('checklist.office.said.days', { days, times: timesWords(translator, intervals) }),
    })
  })
  const regular = hours.always
    ? [t('checklist.office.said.always')]
    : [...weekSentences(translator, hours), ...fortnights]
  return [
    ...regular,
    ...(regular.length > 0 && hours.publicHolidays ? [t(holidayWords[hours.publicHolidays])] : []),
    ...(regular.length > 0 ? schoolSentence(translator, hours) : []),
    ...(hours.appointment === 'required' ? [t('checklist.office.said.appointment')] : []),
    ...(hours.appointment === 'possible' ? [t('checklist.office.said.appointmentPossible')] : []),
    ...exceptions,
  ].join(' ')
}
