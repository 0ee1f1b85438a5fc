/** What holds for every event, whatever somebody types. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded } from '../../platform/calendar/line-rules.ts'
import { zoneLines } from '../../platform/calendar/zone-rules.ts'
import { afterFrom, eventFields, eventFrom } from './event-form.ts'
import { dayOfYear, endOf, momentOf, repeatedDay } from './event-rules.ts'
import { documentWithoutPlace, repeats, tracesOf } from './place-rules.ts'
import { type EventDocument, eventDocument, eventFacts } from './schema.ts'

const reading = {
  ...{ tag: 'en', languages: new Set(['en', 'fr', 'nl']), zone: 'Europe/Amsterdam', givesPlaceAway: () => false },
  namesContact: (text: string) => text.includes('@'),
  readLanguages: (text: string) => text.split(', '),
  resources: new Set(['poster-set']),
}
const fieldsOf = (given: Record<string, string>) => new Map(Object.entries(given).map(([name, text]) => [name, [text]]))
const typed = {
  ...{ title: 'Talk', kind: 'talk', day: '18.11.2026', where: 'place', place: 'Town hall', what: 'We talk.' },
  language: 'en',
}

test.each([
  ['10', '10:00'],
  ['9.05', '09:05'],
  ['17h30', '17:30'],
  ['18 Uhr', '18:00'],
  ['١٠:٣٠', '10:30'],
  ['7 h', '07:00'],
])('a time is read as it is written: %s', (text, time) => {
  const read = eventFrom(fieldsOf({ ...typed, starts: text }), reading)
  expect('faults' in read ? read.faults : read.starts).toBe(time)
})

test.each(['24:00', '10:60', 'ten', '1000', '-1'])('no time: %s', (text) => {
  expect(eventFrom(fieldsOf({ ...typed, starts: text }), reading)).toEqual({
    faults: [{ field: 'starts', code: 'time' }],
  })
})

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '')

test('what the form shows is read again as it was', () => {
  const clock = fc.tuple(fc.nat(23), fc.nat(59)).map((pair) => pair.map((one) => `${one}`.padStart(2, '0')).join(':'))
  fc.assert(
    fc.property(
      day,
      clock,
      fc.option(clock),
      fc.constantFrom('place', 'online', 'invited'),
      (on, starts, ends, where) => {
        const [year, month, date] = on.split('-')
        const given = { ...typed, day: `${date}.${month}.${year}`, starts, ends: ends ?? '', where }
        const more = { 'more-0-language': 'fr', 'more-0-title': 'Débat', 'more-0-what': 'On parle.', spoken: 'en, nl' }
        const first = eventFrom(fieldsOf({ ...given, ...more }), reading)
        if ('faults' in first) throw new Error(JSON.stringify(first.faults))
        expect(eventFacts.parse(JSON.parse(JSON.stringify(first)))).toEqual(first)
        expect(
          eventFrom(
            eventFields(first, (codes) => codes.join(', ')),
            reading,
          ),
        ).toEqual(first)
        const end = endOf(first)
        if (end) expect(end > `${first.day}T${first.starts}`).toBe(true)
      },
    ),
  )
})

test('a number of people is whole and not below zero; none is none', () => {
  const read = (people: string) => afterFrom(fieldsOf({ done: 'Done', people, said: '' }), reading)
  expect(read('')).toMatchObject({ people: null })
  expect(read('1,234')).toMatchObject({ people: 1234 })
  for (const people of ['-1', '1.5', 'many']) expect(read(people)).toMatchObject({ faults: [{ field: 'people' }] })
})

test('an event of one year is as far from the day in another, and in it', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 2015, max: 2090 }), (on, year) => {
      const again = Temporal.PlainDate.from(repeatedDay(on, year))
      expect(again.year).toBe(year)
      const away = (one: Temporal.PlainDate) => Temporal.PlainDate.from(dayOfYear(one.year)).until(one).total('days')
      const before = away(Temporal.PlainDate.from(on))
      expect([before, 0]).toContain(away(again))
    }),
  )
})

test('no line of a calendar is longer than 75 octets, and unfolded it is what it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replace(/[\r\n]/g, ' ')),
      (text) => {
        const lines = folded(`SUMMARY:${text}`)
        for (const line of lines.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(lines.replaceAll('\r\n ', '')).toBe(`SUMMARY:${text}\r\n`)
        expect(lines.isWellFormed()).toBe(text.isWellFormed())
      },
    ),
  )
})

test('a calendar tells the clocks of a place as they go', () => {
  const zones = ['Europe/Berlin', 'Europe/Lisbon', 'Europe/Istanbul', 'Asia/Tbilisi', 'Atlantic/Reykjavik']
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, fc.nat(23), (zone, on, hour) => {
      const lines = zoneLines(zone, Number(on.slice(0, 4)))
      const values = (name: string) =>
        lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.split(':')[1] ?? '')
      const starts = values('DTSTART')
      const local = `${on.replaceAll('-', '')}T${`${hour}`.padStart(2, '0')}0000`
      // The last change before it, on the clocks before that change.
      const now = starts.findLastIndex((one) => one <= local)
      const [sign, hours, minutes] = [
        values('TZOFFSETTO')[now]?.[0],
        values('TZOFFSETTO')[now]?.slice(1, 3),
        values('TZOFFSETTO')[now]?.slice(3),
      ]
      const moment = momentOf({ day: on, starts: `${`${hour}`.padStart(2, '0')}:00`, zone })
      const offset = moment.toZonedDateTimeISO(zone).offset
      // Within the hour of a change both readings are right.
      if (!starts.some((one) => one.slice(0, 8) === local.slice(0, 8)))
        expect(`${sign}${hours}:${minutes}`).toBe(offset)
    }),
  )
})

test('whatever a place was called, an event for invited children keeps no trace of it', () => {
  fc.assert(
    fc.property(words, words, fc.constantFrom('. ', ', behind ', ' – '), (house, street, between) => {
      const place = `${house}, ${street} 12`
      const text = `We meet at ${street}${between}${house} today`
      const document: EventDocument = {
        ...{ format: 'safe-towns-event/1', authority: '00000000-0000-4000-8000-000000000000', status: 'planned' },
        event: {
          ...{ access: 'public', kind: 'children', day: '2026-11-18', starts: '10:00', ends: null, zone: 'UTC' },
          ...{ language: 'en', words: { en: { title: text, what: text } }, spoken: [], material: text, audience: text },
          resources: ['poster-set'],
          ...{ office: text, where: 'place', place, link: '', entry: text },
        },
        after: { done: text, people: null, said: text },
      }
      const traces = tracesOf([{ place, link: '', entry: '' }], ['Example Town'])
      const clean = documentWithoutPlace(document, (one) => repeats(one, traces))
      expect(eventDocument.parse(clean)).toEqual(clean)
      const said = JSON.stringify(clean)
      for (const word of [house, street].filter((one) => /^\p{L}{5,}$/u.test(one))) expect(said).not.toContain(word)
    }),
  )
  expect(tracesOf([{ place: 'Town hall, Example Town', link: '', entry: '' }], ['Example Town'])).toEqual([
    ' town hall ',
  ])
})
