import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from './parse-hours.ts'

const read = (text: string): string => {
  const day = parseDay(text)
  if ('fault' in day) return `${day.fault}: ${day.at}`
  return day.intervals.map(({ opens, closes }) => `${opens}-${closes}`).join(' ') || 'none'
}

describe('one day', () => {
  it.each([
    ['9-12, 13:30-17:00', '09:00-12:00 13:30-17:00'],
    ['09.00–17.00', '09:00-17:00'],
    ['9h-17h', '09:00-17:00'],
    ['9h30 à 17h', '09:30-17:00'],
    ['de 9h à 12h et 14h à 17h', '09:00-12:00 14:00-17:00'],
    ['von 9 bis 17 Uhr', '09:00-17:00'],
    ['van 9u tot 12u30 en 13u-17u', '09:00-12:30 13:00-17:00'],
    ['09:00 - 12:00 / 13:00 - 17:00', '09:00-12:00 13:00-17:00'],
    ['dalle 9 alle 13 e 15-18', '09:00-13:00 15:00-18:00'],
    ['de 9 a 14 y de 16 a 19', '09:00-14:00 16:00-19:00'],
    ['das 9h às 12h30', '09:00-12:30'],
    ['od 8 do 12 i 13-16', '08:00-12:00 13:00-16:00'],
    ['kl. 8-12 og 13-15', '08:00-12:00 13:00-15:00'],
    ['09:00 έως 17:00', '09:00-17:00'],
    ['от 9 до 17', '09:00-17:00'],
    ['9:00 Uhr – 12:30 Uhr und 14-16 Uhr', '09:00-12:30 14:00-16:00'],
    ['9 to 17', '09:00-17:00'],
    ['0900-1700', '09:00-17:00'],
    ['9 a.m. - 5:30 p.m.', '09:00-17:30'],
    ['12am-12pm', '00:00-12:00'],
    ['٩:٠٠ - ١٧:٣٠', '09:00-17:30'],
    ['۹–۱۷', '09:00-17:00'],
    ['من ٩ص إلى ٥م', '09:00-17:00'],
    ['٩-١٢، ١٤-١٧', '09:00-12:00 14:00-17:00'],
    ['\u200f9:00\u200e\u00a0—\u00a012:00', '09:00-12:00'],
    ['14-17, 9-12', '09:00-12:00 14:00-17:00'],
    ['22-6', '22:00-06:00'],
    ['18-24', '18:00-24:00'],
    ['0-24', '00:00-24:00'],
    ['24h', '00:00-24:00'],
    ['24 Stunden', '00:00-24:00'],
    ['closed', 'none'],
    ['Fermé', 'none'],
    ['GESCHLOSSEN', 'none'],
    ['مغلق', 'none'],
    ['–', 'none'],
    ['', 'none'],
    ['  ', 'none'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['9', 'not-an-interval: 9'],
    ['24', 'not-an-interval: 24'],
    ['9-12-15', 'not-an-interval: 9-12-15'],
    ['9-12,', 'not-an-interval: ,'],
    ['9-25', 'not-a-time: 25'],
    ['9:60-10', 'not-a-time: 9:60'],
    ['9-24:01', 'not-a-time: 24:01'],
    ['13pm-14pm', 'not-a-time: 13pm'],
    ['1-5pm', 'half-am-pm: 1-5pm'],
    ['9,30-12', 'not-an-interval: 9'],
    ['mornings', 'not-an-interval: mornings'],
    ['9-17 by appointment', 'not-a-time: 17 by appointment'],
  ])('refuses %j with the piece at fault', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

const two = (value: number) => String(value).padStart(2, '0')

it('reads every pair of times in every way of writing it', () => {
  const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  const separator = fc.constantFrom('-', '–', '—', ' - ', ' to ', ' bis ', ' à ', ' إلى ')
  const digits = fc.constantFrom(0x30, 0x660, 0x6f0)
  fc.assert(
    fc.property(time, time, separator, fc.constantFrom(':', '.', 'h'), digits, (from, to, dash, colon, zero) => {
      const write = ({ hour, minute }: typeof from) =>
        `${hour}${colon}${two(minute)}`.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
      const exact = ({ hour, minute }: typeof from) => `${two(hour)}:${two(minute)}`
      expect(read(`${write(from)}${dash}${write(to)}`)).toBe(`${exact(from)}-${exact(to)}`)
    }),
  )
})

it('answers any text with times of the clock or with a fault that quotes a piece', () => {
  const pieces = fc.array(fc.constantFrom('9', '24', '17', ':', '30', '-', ' ', ',', 'h', 'pm', 'to', '٩', 'x'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((each) => each.join('')),
      ),
      (text) => {
        const day = parseDay(text)
        if ('fault' in day) expect(day.at).not.toBe('')
        else
          for (const { opens, closes } of day.intervals)
            expect(`${opens} ${closes}`).toMatch(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)( |$)/)
      },
    ),
    { numRuns: 500 },
  )
})
