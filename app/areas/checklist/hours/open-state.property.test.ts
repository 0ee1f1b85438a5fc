/**
 * The rule against a walk over every minute that knows nothing of it: opening times become moments by trying offsets,
 * not by Temporal's disambiguation, and every minute of a window is marked one by one.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type OpeningHours, openingHours } from '../schema.ts'
import type { ClosureDays } from './day-plan.ts'
import { type OpenState, openState } from './open-state.ts'

const minute = 60_000
const day = 24 * 60 * minute

const zones = [
  'Europe/Amsterdam',
  'Europe/Istanbul',
  'Atlantic/Azores',
  'Asia/Tbilisi',
  'Europe/London',
  'Europe/Dublin',
  'Asia/Baku',
  'Europe/Kyiv',
  'Atlantic/Reykjavik',
  'Atlantic/Canary',
]

const offsetAt = (moment: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6

/** The moment of a wall-clock time given as if it were UTC. */
const momentOf = (wall: number, zone: string): number => {
  const before = offsetAt(wall - day, zone)
  const after = offsetAt(wall + day, zone)
  const fits = [wall - before, wall - after].filter((moment) => moment + offsetAt(moment, zone) === wall)
  return fits.length > 0 ? Math.min(...fits) : wall - before
}

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const wallMinutes = (time: string): number => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1])

type World = { hours: OpeningHours; closure: ClosureDays; holidays: string[]; zone: string }

type Marked = { rest: OpenState['state']; intervals: { start: number; end: number; sure: boolean }[] }

/** `utc` is midnight of the date as if the place kept UTC. */
const mark = ({ hours, closure, holidays, zone }: World, utc: number): Marked => {
  const date = dateOf(utc)
  const weekday = new Date(utc).getUTCDay() || 7
  const isClosure = closure !== null && closure.from <= date && (closure.to === null || date <= closure.to)
  if (isClosure) return { rest: 'temporarily-closed', intervals: [] }
  const special = hours.exceptions.filter((each) => each.from <= date && date <= each.to)
  const daily = [{ opens: '00:00', closes: '24:00' }]
  const fortnights = hours.fortnightly.filter((each) => Math.abs(Date.parse(each.from) - utc) % (14 * day) === 0)
  const weekly = hours.weekly.filter((each) => each.day === weekday)
  const regular = hours.always ? daily : [...weekly, ...fortnights]
  const onHoliday = holidays.includes(date) && special.length === 0 ? hours.publicHolidays : 'as-usual'
  if (onHoliday === 'closed') return { rest: 'closed', intervals: [] }
  const question = onHoliday === null && !hours.always && regular.length > 0
  const silent = !hours.always && hours.weekly.length + hours.fortnightly.length === 0 && special.length === 0
  const intervals = (special.length > 0 ? special : regular).flatMap(({ opens, closes }) => {
    if (opens === null || closes === null) return []
    const start = wallMinutes(opens)
    const end = wallMinutes(closes) + (wallMinutes(closes) > start ? 0 : 1440)
    return [{ start: momentOf(utc + start * minute, zone), end: momentOf(utc + end * minute, zone), sure: !question }]
  })
  return { rest: question ? 'holiday-unknown' : silent ? 'unknown' : 'closed', intervals }
}

/** Every minute of the window with its state: an interval outdoes what else holds, a closure outdoes an interval. */
const walk = (world: World, from: number, to: number): Map<number, OpenState['state']> => {
  const dates = new Map<string, Marked>()
  for (let utc = Date.parse(dateOf(from)) - 3 * day; utc < to + 3 * day; utc += day) {
    dates.set(dateOf(utc), mark(world, utc))
  }
  const intervals = [...dates.values()].flatMap((marked) => marked.intervals)
  const states = new Map<number, OpenState['state']>()
  for (let moment = from; moment < to; moment += minute) {
    const rest = dates.get(dateOf(moment + offsetAt(moment, world.zone)))?.rest ?? 'unknown'
    const within = intervals.filter(({ start, end }) => start <= moment && moment < end)
    const asked = within.some(({ sure }) => sure) ? 'open' : 'holiday-unknown'
    states.set(moment, rest === 'temporarily-closed' || within.length === 0 ? rest : asked)
  }
  return states
}

const wallTime = fc
  .oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 1380, 1410, 1440))
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)

// Around both changes of the clock in 2026, and around an ordinary day.
const anchors = ['2026-03-29', '2026-10-25', '2026-06-17']

const world = fc.constantFrom(...anchors).chain((anchor) => {
  const near = fc.integer({ min: -2, max: 2 }).map((days) => dateOf(Date.parse(anchor) + days * day))
  const anyDay = fc.integer({ min: -40, max: 40 }).map((days) => dateOf(Date.parse(anchor) + days * day))
  const times = fc.option(fc.tuple(wallTime, wallTime), { nil: [null, null] as const, freq: 3 })
  const exception = fc
    .tuple(near, near, times)
    .map(([from, to, [opens, closes]]) => ({ from, to, opens, closes, note: {} }))
  return fc.record({
    anchor: fc.constant(anchor),
    zone: fc.constantFrom(...zones),
    holidays: fc.array(near, { maxLength: 2 }),
    closure: fc.option(fc.record({ from: near, to: fc.option(near) }), { freq: 2 }),
    hours: fc
      .record({
        always: fc.constantFrom(false, false, false, true),
        weekly: fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), opens: wallTime, closes: wallTime }), {
          maxLength: 8,
        }),
        fortnightly: fc.array(fc.record({ from: anyDay, opens: wallTime, closes: wallTime }), { maxLength: 3 }),
        exceptions: fc.array(exception, { maxLength: 3 }),
        publicHolidays: fc.constantFrom('closed' as const, 'as-usual' as const, null),
      })
      .map((facts) => openingHours.parse(facts)),
  })
})

it('says at every minute what a walk over the minutes says, and keeps its word until it said it would', () => {
  fc.assert(
    fc.property(world, ({ anchor, ...facts }) => {
      const from = Date.parse(anchor) - 1.25 * day
      const to = Date.parse(anchor) + 1.5 * day
      const expected = walk(facts, from, to)
      const place = { timeZone: facts.zone, isPublicHoliday: (date: string) => facts.holidays.includes(date) }
      const at = (moment: number) =>
        openState(facts.hours, facts.closure, place, Temporal.Instant.fromEpochMilliseconds(moment))
      let moment = from
      while (moment < to) {
        const answer = at(moment)
        const valid = answer.validUntil.epochMilliseconds
        expect(valid).toBeGreaterThan(moment)
        expect(valid - moment).toBeLessThanOrEqual(day)
        const within = Array.from(
          { length: (Math.min(valid, to) - moment) / minute },
          (_, index) => moment + index * minute,
        )
        expect(new Set(within.map((each) => expected.get(each)))).toEqual(new Set([answer.state]))
        expect(at(Math.min(valid, to) - 1).state).toBe(answer.state)
        const changes = [...expected].find(([each, state]) => each > moment && state !== answer.state)?.[0] ?? to
        if (changes < to || answer.until) expect(Math.min(answer.until?.epochMilliseconds ?? to, to)).toBe(changes)
        const opens = [...expected].find(([each, state]) => each > moment && state === 'open')?.[0]
        if (answer.state !== 'open' && opens !== undefined) expect(answer.opensAt?.epochMilliseconds).toBe(opens)
        moment = valid
      }
    }),
    { numRuns: 120 },
  )
})

it('gives the very same answer at every moment before validUntil', () => {
  fc.assert(
    fc.property(world, fc.double({ min: 0, max: 1, noNaN: true }), ({ anchor, ...facts }, share) => {
      const place = { timeZone: facts.zone, isPublicHoliday: (date: string) => facts.holidays.includes(date) }
      const ask = (moment: number) => {
        const now = Temporal.Instant.fromEpochMilliseconds(moment)
        const { validUntil, ...answer } = openState(facts.hours, facts.closure, place, now)
        return { valid: validUntil.epochMilliseconds, answer: JSON.stringify(answer) }
      }
      const now = Date.parse(anchor) + Math.floor(share * day)
      const { valid, answer } = ask(now)
      for (const later of [valid - 1, Math.floor(now + (valid - 1 - now) * share)]) {
        expect(ask(later).answer).toBe(answer)
      }
    }),
    { numRuns: 300 },
  )
})

it('follows exceptions alone on their dates, whatever the week and the holidays say', () => {
  fc.assert(
    fc.property(world, wallTime, ({ anchor, zone, hours, holidays }, time) => {
      const exceptions = [{ from: anchor, to: anchor, opens: null, closes: null, note: {} }]
      // No night of the day before that could reach into the date.
      const weekly = hours.weekly.filter(({ opens, closes }) => opens < closes)
      const fortnightly = hours.fortnightly.filter(({ opens, closes }) => opens < closes)
      const now = Temporal.PlainDate.from(anchor).toZonedDateTime({
        timeZone: zone,
        plainTime: time.replace('24', '23'),
      })
      const place = { timeZone: zone, isPublicHoliday: (date: string) => holidays.includes(date) }
      expect(openState({ ...hours, weekly, fortnightly, exceptions }, null, place, now.toInstant())).toMatchObject({
        state: 'closed',
        reason: 'exception',
      })
    }),
  )
})
