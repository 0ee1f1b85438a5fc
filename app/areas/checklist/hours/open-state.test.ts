import { describe, expect, it } from 'vitest'
import { type OpeningHours, openingHours } from '../schema.ts'
import type { ClosureDays } from './day-plan.ts'
import { type HoursPlace, openState } from './open-state.ts'
import { schoolCalendar } from './school-holidays.ts'

const hoursOf = (facts: Partial<OpeningHours>): OpeningHours => openingHours.parse(facts)
const weekdays = (opens: string, closes: string, days = [1, 2, 3, 4, 5]) => days.map((day) => ({ day, opens, closes }))
const exception = (from: string, to: string, opens: string | null = null, closes: string | null = null) => ({
  from,
  to,
  opens,
  closes,
  note: {},
})

/** Asks at a wall-clock moment with offset and zone, `2026-03-02T10:00[Europe/Amsterdam]`. */
const ask = (
  hours: Partial<OpeningHours>,
  moment: string,
  closure: ClosureDays = null,
  holidays: string[] = [],
  schoolHoliday?: HoursPlace['schoolHoliday'],
) => {
  const now = Temporal.ZonedDateTime.from(moment)
  const place = {
    timeZone: now.timeZoneId,
    isPublicHoliday: (date: string) => holidays.includes(date),
    ...(schoolHoliday ? { schoolHoliday } : {}),
  }
  const { until, opensAt, validUntil, ...rest } = openState(hoursOf(hours), closure, place, now.toInstant())
  return {
    ...rest,
    until: until?.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    opensAt: opensAt?.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    validUntil: validUntil.toString(),
  }
}

describe('an ordinary week', () => {
  const hours = { weekly: weekdays('09:00', '17:00') }

  it('is open from the first minute and closed from the last', () => {
    expect(ask(hours, '2026-03-02T08:59:59.999[Europe/Amsterdam]').state).toBe('closed')
    expect(ask(hours, '2026-03-02T09:00[Europe/Amsterdam]')).toEqual({
      state: 'open',
      until: '2026-03-02T17:00',
      opensAt: undefined,
      validUntil: '2026-03-02T16:00:00Z',
    })
    expect(ask(hours, '2026-03-02T17:00[Europe/Amsterdam]').state).toBe('closed')
  })

  it('says when it opens again, over the weekend too', () => {
    expect(ask(hours, '2026-03-06T18:00[Europe/Amsterdam]')).toMatchObject({
      state: 'closed',
      until: '2026-03-09T09:00',
      opensAt: '2026-03-09T09:00',
      validUntil: '2026-03-06T23:00:00Z',
    })
  })

  it('asks the clock of the place', () => {
    const instant = '2026-03-02T06:30:00Z'
    const at = (zone: string) => ask(hours, Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toString()).state
    expect(['Asia/Tbilisi', 'Europe/Istanbul', 'Europe/Amsterdam'].map(at)).toEqual(['open', 'open', 'closed'])
  })

  it('joins overlapping and touching intervals', () => {
    const joined = {
      weekly: [...weekdays('09:00', '12:00'), ...weekdays('12:00', '15:00'), ...weekdays('14:00', '17:00')],
    }
    expect(ask(joined, '2026-03-02T10:00[Europe/Amsterdam]').until).toBe('2026-03-02T17:00')
  })

  it('stays the same with appointments, which the page puts into words', () => {
    expect(ask({ ...hours, appointment: 'required' }, '2026-03-02T10:00[Europe/Amsterdam]').state).toBe('open')
  })
})

describe('what nobody has said', () => {
  it('is unknown without any hours, and no longer than a day ahead', () => {
    expect(ask({}, '2026-03-02T10:00[Europe/London]')).toEqual({
      state: 'unknown',
      until: undefined,
      opensAt: undefined,
      validUntil: '2026-03-03T00:00:00Z',
    })
  })

  it('is known on the days of which an exception speaks', () => {
    const hours = { exceptions: [exception('2026-03-03', '2026-03-03', '10:00', '12:00')] }
    expect(ask(hours, '2026-03-02T10:00[Europe/London]')).toMatchObject({
      state: 'unknown',
      until: '2026-03-03T00:00',
      opensAt: '2026-03-03T10:00',
    })
    expect(ask(hours, '2026-03-03T11:00[Europe/London]')).toMatchObject({ state: 'open', reason: 'exception' })
    expect(ask(hours, '2026-03-03T13:00[Europe/London]')).toMatchObject({ state: 'closed', reason: 'exception' })
  })
})

describe('day and night', () => {
  it('has no end', () => {
    expect(ask({ always: true }, '2026-03-02T03:00[Europe/London]')).toMatchObject({ state: 'open', until: undefined })
  })

  it('means public holidays too unless the service says otherwise', () => {
    const christmas = '2026-12-25T12:00[Europe/London]'
    expect(ask({ always: true }, christmas, null, ['2026-12-25']).state).toBe('open')
    expect(ask({ always: true, publicHolidays: 'closed' }, christmas, null, ['2026-12-25'])).toMatchObject({
      state: 'closed',
      reason: 'public-holiday',
      opensAt: '2026-12-26T00:00',
    })
  })
})

describe('nights', () => {
  const hours = { weekly: [{ day: 5, opens: '22:00', closes: '06:00' }] }

  it('belong to the day on which they start, also when the next day is closed', () => {
    const closed = { ...hours, exceptions: [exception('2026-03-07', '2026-03-07')] }
    expect(ask(closed, '2026-03-07T05:59[Europe/London]')).toMatchObject({ state: 'open', until: '2026-03-07T06:00' })
    expect(ask(closed, '2026-03-07T06:00[Europe/London]')).toMatchObject({ state: 'closed', reason: 'exception' })
  })

  it('do not happen when the day on which they start is closed', () => {
    const closed = { ...hours, exceptions: [exception('2026-03-06', '2026-03-06')] }
    expect(ask(closed, '2026-03-06T23:00[Europe/London]').state).toBe('closed')
    expect(ask(closed, '2026-03-07T05:00[Europe/London]').state).toBe('closed')
  })

  it('are cut short by a closure', () => {
    const closure = { from: '2026-03-07', to: null }
    expect(ask(hours, '2026-03-06T23:00[Europe/London]', closure).until).toBe('2026-03-07T00:00')
    expect(ask(hours, '2026-03-07T01:00[Europe/London]', closure).state).toBe('temporarily-closed')
  })

  it('end at 24:00 when they say so', () => {
    const evening = { weekly: [{ day: 5, opens: '18:00', closes: '24:00' }] }
    expect(ask(evening, '2026-03-06T23:59[Europe/London]').until).toBe('2026-03-07T00:00')
  })
})

describe('exceptions', () => {
  const weekly = weekdays('09:00', '17:00')

  it('win over the week and over holidays', () => {
    const hours = {
      weekly,
      publicHolidays: 'closed' as const,
      exceptions: [exception('2026-12-25', '2026-12-25', '10:00', '11:00')],
    }
    expect(ask(hours, '2026-12-25T10:30[Europe/London]', null, ['2026-12-25'])).toMatchObject({
      state: 'open',
      reason: 'exception',
      until: '2026-12-25T11:00',
    })
  })

  it('add up their intervals on one day; closed all day wins only alone', () => {
    const hours = {
      weekly,
      exceptions: [
        exception('2026-03-02', '2026-03-04'),
        exception('2026-03-03', '2026-03-03', '10:00', '11:00'),
        exception('2026-03-03', '2026-03-03', '14:00', '15:00'),
      ],
    }
    const at = (time: string) => ask(hours, `${time}[Europe/London]`).state
    expect(at('2026-03-02T10:30')).toBe('closed')
    expect(at('2026-03-03T10:30')).toBe('open')
    expect(at('2026-03-03T14:30')).toBe('open')
    expect(at('2026-03-03T12:30')).toBe('closed')
    expect(at('2026-03-05T12:30')).toBe('open')
  })

  it('with only one of two times never say open', () => {
    const hours = { weekly, exceptions: [exception('2026-03-02', '2026-03-02', '08:00', null)] }
    expect(ask(hours, '2026-03-02T10:00[Europe/London]').state).toBe('closed')
  })
})

describe('school holidays', () => {
  const week = { weekly: weekdays('09:00', '17:00') }
  const closed = { ...week, schoolHolidays: { rule: 'closed' as const } }
  const other = { ...week, schoolHolidays: { rule: 'other' as const, weekly: weekdays('10:00', '12:00', [1, 6]) } }
  // Monday 2 to Sunday 8 March.
  const known = schoolCalendar([
    { from: '2026-01-01', to: '2026-01-05' },
    { from: '2026-03-02', to: '2026-03-08' },
    { from: '2026-04-20', to: '2026-05-03' },
  ])
  const at = (
    hours: Partial<OpeningHours>,
    moment: string,
    calendar?: HoursPlace['schoolHoliday'],
    holidays: string[] = [],
  ) => ask(hours, `${moment}[Europe/Amsterdam]`, null, holidays, calendar)

  it('close it, and it says when it opens after them', () => {
    expect(at(closed, '2026-03-03T10:00', known)).toMatchObject({
      state: 'closed',
      reason: 'school-holiday',
      opensAt: '2026-03-09T09:00',
    })
    expect(at(closed, '2026-03-10T10:00', known)).toMatchObject({ state: 'open', until: '2026-03-10T17:00' })
  })

  it('give it other hours, on other days too', () => {
    expect(at(other, '2026-03-02T10:30', known)).toMatchObject({ state: 'open', until: '2026-03-02T12:00' })
    expect(at(other, '2026-03-02T15:00', known)).toMatchObject({ state: 'closed', opensAt: '2026-03-07T10:00' })
    expect(at(other, '2026-03-14T10:30', known).state).toBe('closed')
  })

  it('whose dates nobody has entered leave open what would be open, and nothing else', () => {
    expect(at(closed, '2026-03-03T10:00')).toMatchObject({ state: 'holiday-unknown', reason: 'school-holiday' })
    expect(at(closed, '2026-03-03T20:00').state).toBe('closed')
    expect(at(closed, '2026-06-02T10:00', known).state).toBe('holiday-unknown')
    // Saturday: open only if it is one.
    expect(at(other, '2026-06-06T10:30', known).state).toBe('holiday-unknown')
    expect(at(week, '2026-03-03T10:00').state).toBe('open')
    expect(at({ ...week, schoolHolidays: { rule: 'as-usual' } }, '2026-03-03T10:00').state).toBe('open')
  })

  it('come after exceptions and public holidays', () => {
    const exceptions = [exception('2026-03-03', '2026-03-03', '14:00', '16:00')]
    expect(at({ ...closed, exceptions }, '2026-03-03T14:30', known).state).toBe('open')
    const holiday = at({ ...other, publicHolidays: 'closed' }, '2026-03-02T10:30', known, ['2026-03-02'])
    expect(holiday).toMatchObject({ state: 'closed', reason: 'public-holiday' })
  })

  it('say of day and night what they say of every day', () => {
    const always = { always: true, schoolHolidays: { rule: 'closed' as const } }
    expect(at(always, '2026-03-03T10:00', known)).toMatchObject({ state: 'closed', opensAt: '2026-03-09T00:00' })
    expect(at(always, '2026-03-03T10:00').state).toBe('holiday-unknown')
  })
})

describe('public holidays', () => {
  const weekly = weekdays('09:00', '17:00')
  const asked = (publicHolidays: OpeningHours['publicHolidays'], moment: string) =>
    ask({ weekly, publicHolidays }, moment, null, ['2026-04-06', '2026-04-05'])

  it('are closed, as usual or a question', () => {
    const monday = '2026-04-06T10:00[Europe/Amsterdam]'
    expect(asked('closed', monday)).toMatchObject({
      state: 'closed',
      reason: 'public-holiday',
      opensAt: '2026-04-07T09:00',
    })
    expect(asked('as-usual', monday)).toMatchObject({ state: 'open', until: '2026-04-06T17:00' })
    expect(asked(null, monday)).toMatchObject({
      state: 'holiday-unknown',
      until: '2026-04-07T00:00',
      opensAt: '2026-04-07T09:00',
    })
  })

  it('are no question on a day without hours', () => {
    expect(asked(null, '2026-04-05T10:00[Europe/Amsterdam]').state).toBe('closed')
  })

  it('leave the night that began on them a question', () => {
    const night = { weekly: [{ day: 1, opens: '22:00', closes: '06:00' }] }
    const state = (moment: string, holiday: string) => ask(night, `${moment}[Europe/Amsterdam]`, null, [holiday])
    expect(state('2026-04-07T05:00', '2026-04-06')).toMatchObject({
      state: 'holiday-unknown',
      until: '2026-04-07T06:00',
    })
    expect(state('2026-04-07T05:00', '2026-04-07').state).toBe('open')
  })
})

describe('closures', () => {
  it('win over everything, last day included, and say when it opens again', () => {
    const hours = {
      weekly: weekdays('09:00', '17:00'),
      exceptions: [exception('2026-03-04', '2026-03-04', '09:00', '12:00')],
    }
    const closure = { from: '2026-03-03', to: '2026-03-04' }
    expect(ask(hours, '2026-03-04T10:00[Europe/Tirane]', closure)).toMatchObject({
      state: 'temporarily-closed',
      reason: 'closure',
      until: '2026-03-05T00:00',
      opensAt: '2026-03-05T09:00',
    })
    expect(ask({ always: true }, '2026-03-04T10:00[Europe/Tirane]', { from: '2026-03-03', to: null })).toMatchObject({
      state: 'temporarily-closed',
      until: undefined,
      opensAt: undefined,
    })
  })
})

describe('the days on which the clock changes', () => {
  const sunday = (opens: string, closes: string) => ({ weekly: [{ day: 7, opens, closes }] })

  it('move times that the clock skips on by an hour', () => {
    const hours = sunday('02:30', '05:00')
    expect(ask(hours, '2026-03-29T03:29[Europe/Amsterdam]')).toMatchObject({
      state: 'closed',
      opensAt: '2026-03-29T03:30',
    })
    expect(ask(hours, '2026-03-29T03:30[Europe/Amsterdam]').state).toBe('open')
    // 02:30 has moved behind 03:00: nothing is left of it.
    expect(ask(sunday('02:30', '03:00'), '2026-03-29T03:15[Europe/Amsterdam]').state).toBe('closed')
  })

  it('close at the first of two equal times', () => {
    const hours = sunday('01:00', '02:30')
    expect(ask(hours, '2026-10-25T02:29+02:00[Europe/Amsterdam]').state).toBe('open')
    expect(ask(hours, '2026-10-25T02:15+01:00[Europe/Amsterdam]').state).toBe('closed')
  })

  it('keep a day of 25 hours within 24 hours', () => {
    const { validUntil } = ask({}, '2026-10-25T00:00[Europe/Amsterdam]')
    expect(validUntil).toBe('2026-10-25T22:00:00Z')
  })

  it('work where midnight itself is skipped', () => {
    expect(ask(sunday('00:00', '08:00'), '2026-03-29T01:00[Atlantic/Azores]').state).toBe('open')
    expect(
      ask({ weekly: [{ day: 6, opens: '20:00', closes: '24:00' }] }, '2026-03-28T23:59[Atlantic/Azores]').until,
    ).toBe('2026-03-29T01:00')
  })
})
