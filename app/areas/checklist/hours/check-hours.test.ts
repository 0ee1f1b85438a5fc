import { describe, expect, it } from 'vitest'
import { openingHours } from '../schema.ts'
import { hoursFaults } from './check-hours.ts'

const today = Temporal.PlainDate.from('2026-11-18')
const monday = (opens: string, closes: string) => ({ day: 1, opens, closes })
const exception = (from: string, to: string, opens: string | null = null, closes: string | null = null) => ({
  from,
  to,
  opens,
  closes,
})
const check = (facts: object) =>
  hoursFaults(openingHours.parse(facts), today).map(
    ({ code, path, severity }) => `${severity} ${code} ${path.join('.')}`,
  )

it('finds nothing in hours that make sense', () => {
  expect(
    check({
      weekly: [
        monday('09:00', '12:00'),
        monday('12:00', '17:00'),
        monday('22:00', '06:00'),
        { day: 2, opens: '00:00', closes: '24:00' },
      ],
      exceptions: [exception('2026-12-24', '2026-12-26'), exception('2026-12-27', '2026-12-27', '10:00', '12:00')],
      publicHolidays: 'closed',
    }),
  ).toEqual([])
  expect(check({ always: true })).toEqual([])
})

describe('every second week', () => {
  // 6 January 2031 is a Monday.
  const fortnight = (from: string, opens: string, closes: string) => ({ from, opens, closes })

  it('may take turns with another week at the same hours', () => {
    const turns = [fortnight('2031-01-06', '09:00', '12:00'), fortnight('2031-01-13', '09:00', '12:00')]
    expect(check({ fortnightly: turns })).toEqual([])
  })

  it('overlaps neither with itself, months apart, nor with the same weekday of every week', () => {
    const same = [fortnight('2031-01-06', '09:00', '12:00'), fortnight('2031-03-03', '11:00', '13:00')]
    expect(check({ fortnightly: same })).toEqual(['fault overlapping fortnightly.1'])
    const everyWeek = { weekly: [monday('09:00', '12:00')], fortnightly: [fortnight('2031-01-06', '11:00', '13:00')] }
    expect(check(everyWeek)).toEqual(['fault overlapping fortnightly.0'])
  })

  it('cannot stand beside day and night, and has a length', () => {
    expect(check({ always: true, fortnightly: [fortnight('2031-01-06', '09:00', '09:00')] })).toEqual([
      'fault always-with-weekly fortnightly',
      'fault zero-length fortnightly.0.closes',
    ])
  })
})

describe('the week', () => {
  it('cannot stand beside day and night', () => {
    expect(check({ always: true, weekly: [monday('09:00', '12:00')] })).toEqual(['fault always-with-weekly weekly'])
    expect(check({ always: true, publicHolidays: 'closed' })).toEqual([
      'notice always-but-closed-on-holidays publicHolidays',
    ])
  })

  it('cannot overlap on one day, over midnight either', () => {
    expect(check({ weekly: [monday('09:00', '12:00'), { day: 2, opens: '11:00', closes: '13:00' }] })).toEqual([])
    expect(check({ weekly: [monday('09:00', '12:00'), monday('11:59', '13:00')] })).toEqual([
      'fault overlapping weekly.1',
    ])
    expect(check({ weekly: [monday('22:00', '06:00'), monday('20:00', '23:00')] })).toEqual([
      'fault overlapping weekly.1',
    ])
  })

  it('needs intervals with a length', () => {
    expect(check({ weekly: [monday('09:00', '09:00')] })).toEqual(['fault zero-length weekly.0.closes'])
    expect(check({ weekly: [monday('24:00', '06:00')] })).toEqual(['fault opens-at-24 weekly.0.opens'])
  })

  it('is asked about nights that look like a slip', () => {
    expect(check({ weekly: [monday('09:00', '05:00')] })).toEqual(['notice long-overnight weekly.0.closes'])
  })
})

describe('exceptions', () => {
  const dec = (opens: string | null = null, closes: string | null = null) =>
    exception('2026-12-01', '2026-12-01', opens, closes)

  it('need an order and both times or none', () => {
    expect(check({ exceptions: [exception('2026-12-02', '2026-12-01')] })).toEqual([
      'fault exception-order exceptions.0.to',
    ])
    expect(check({ exceptions: [dec('09:00')] })).toEqual(['fault exception-half exceptions.0.closes'])
    expect(check({ exceptions: [dec(null, '09:00')] })).toEqual(['fault exception-half exceptions.0.opens'])
    expect(check({ exceptions: [dec('09:00', '09:00')] })).toEqual(['fault zero-length exceptions.0.closes'])
  })

  it('on the same day may add up, not overlap', () => {
    expect(check({ exceptions: [dec('09:00', '12:00'), dec('13:00', '15:00')] })).toEqual([])
    expect(check({ exceptions: [dec('09:00', '12:00'), dec('11:00', '15:00')] })).toEqual([
      'fault exception-overlapping exceptions.1',
    ])
    expect(check({ exceptions: [dec('09:00', '12:00'), exception('2026-11-30', '2026-12-02')] })).toEqual([
      'notice exception-open-and-closed exceptions.1',
    ])
  })

  it('that are over are noticed from the day after', () => {
    expect(check({ exceptions: [exception('2026-11-17', '2026-11-18')] })).toEqual([])
    expect(check({ exceptions: [exception('2026-11-16', '2026-11-17')] })).toEqual([
      'notice exception-expired exceptions.0',
    ])
  })
})
