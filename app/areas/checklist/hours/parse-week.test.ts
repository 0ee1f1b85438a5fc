import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatWeek, parseWeek, type WeekHours } from './parse-week.ts'

/** Parsed and written again: the shortest way to say what was understood. */
const read = (text: string): string => {
  const week = parseWeek(text)
  return 'fault' in week ? `${week.fault}: ${week.at}` : formatWeek(week)
}

it('gives days, intervals and holidays', () => {
  expect(parseWeek('Sa 10:00-12:00; Mo-Tu 22:00-06:00; PH off')).toEqual({
    always: false,
    weekly: [
      { day: 1, opens: '22:00', closes: '06:00' },
      { day: 2, opens: '22:00', closes: '06:00' },
      { day: 6, opens: '10:00', closes: '12:00' },
    ],
    publicHolidays: 'closed',
  })
  expect(parseWeek('24/7')).toEqual({ always: true, weekly: [], publicHolidays: null })
  expect(parseWeek('')).toEqual({ always: false, weekly: [], publicHolidays: null })
})

it.each([
  ['Mo-Fr 09:00-17:00; Sa 10:00-12:00', 'Mo-Fr 09:00-17:00; Sa 10:00-12:00'],
  ['mo–fr: 9-12, 13.30–17', 'Mo-Fr 09:00-12:00,13:30-17:00'],
  ['Mo,We,Fr 09:00-12:00', 'Mo,We,Fr 09:00-12:00'],
  ['Mo-We, Fr 09:00-12:00', 'Mo-We,Fr 09:00-12:00'],
  ['Sa-Mo 09:00-12:00', 'Mo,Sa-Su 09:00-12:00'],
  ['09:00-17:00', 'Mo-Su 09:00-17:00'],
  ['Mo-Fr 09:00-17:00; We off', 'Mo-Tu,Th-Fr 09:00-17:00'],
  ['Mo-Fr 09:00-17:00; We 09:00-12:00', 'Mo-Tu,Th-Fr 09:00-17:00; We 09:00-12:00'],
  ['Mo-Fr 09:00-12:00, We 14:00-16:00', 'Mo-Tu,Th-Fr 09:00-12:00; We 09:00-12:00,14:00-16:00'],
  ['Mo-Fr 09:00-12:00, PH off;', 'Mo-Fr 09:00-12:00; PH off'],
  ['24/7; PH closed', '24/7; PH off'],
  ['Mo 9-12; PH as usual', 'Mo 09:00-12:00; PH as-usual'],
  ['Mo-Fr 9-17; PH off; SH closed', 'Mo-Fr 09:00-17:00; PH off; SH off'],
  ['Mo-Fr 9-17, SH Mo-We 9-12, SH We 13-15', 'Mo-Fr 09:00-17:00; SH Mo-Tu 09:00-12:00; SH We 09:00-12:00,13:00-15:00'],
  ['SH as usual', 'SH as-usual'],
  ['SH 24/7', 'SH Mo-Su 00:00-24:00'],
  ['SH Mo 9-12; SH off', 'SH off'],
  ['Monday 9-12', 'Mo 09:00-12:00'],
  ['Monday to Friday 9am-5pm', 'Mo-Fr 09:00-17:00'],
  ['ma-vr 9u-17u30', 'Mo-Fr 09:00-17:30'],
  ['maandag t/m vrijdag 9-17; zaterdag gesloten', 'Mo-Fr 09:00-17:00'],
  ['ma: 9-12\ndi: 13-17\nwo: gesloten\nvr: 9-12, 13-16', 'Mo 09:00-12:00; Tu 13:00-17:00; Fr 09:00-12:00,13:00-16:00'],
  ['Montag bis Freitag 9-17 Uhr, Sa 10-12', 'Mo-Fr 09:00-17:00; Sa 10:00-12:00'],
  ['Mo., Mi. und Fr. 9–12 Uhr', 'Mo,We,Fr 09:00-12:00'],
  ['Di-Do 9-17', 'Tu-Th 09:00-17:00'],
  ['Du lundi au vendredi de 9h à 17h', 'Mo-Fr 09:00-17:00'],
  ['lundi et jeudi : 9h-12h, 14h-17h', 'Mo,Th 09:00-12:00,14:00-17:00'],
  ['de lunes a viernes de 9 a 14', 'Mo-Fr 09:00-14:00'],
  ['dal lunedì al venerdì 9-13', 'Mo-Fr 09:00-13:00'],
  ['segunda-feira a sexta-feira 9h-17h', 'Mo-Fr 09:00-17:00'],
  ['السبت 9-12', 'Sa 09:00-12:00'],
  ['9 do 17', 'Mo-Su 09:00-17:00'],
])('understands %j', (text, expected) => {
  expect(read(text)).toBe(expected)
})

it.each([
  ['Mo-Fr', 'missing-times: mo-fr'],
  ['24/7; Su off', 'always-with-days: 24/7; Su off'],
  ['Mo-We-Fr 09:00-12:00', 'not-supported: mo-we-fr 09:00-12:00'],
  ['Mo-Fr,PH 09:00-12:00', 'not-supported: mo-fr,ph 09:00-12:00'],
  ['PH 10:00-12:00', 'not-supported: ph 10:00-12:00'],
  ['SH,PH off', 'not-supported: sh,ph off'],
  ['Dec 25 off', 'not-supported: dec 25 off'],
  ['Mo-Fr 09:00-12:00 "ring first"', 'not-a-time: 12:00 "ring first"'],
  ['Mo-Fr 09:00-26:00', 'not-a-time: 26:00'],
  ['Mo-Fr 09:00+', 'not-an-interval: 09:00'],
  ['Mo 9-12 Di 13-17', 'not-an-interval: 9-12 di 13-17'],
  ['poniedziałek 9-12', 'not-supported: poniedziałek 9-12'],
])('refuses %j rather than dropping a part of it', (text, expected) => {
  expect(read(text)).toBe(expected)
})

it('takes a day that is another one in another language as the list is written, and guesses nothing', () => {
  const inList = (language: string | undefined) => {
    const week = parseWeek('ma 9-12', language)
    return 'fault' in week ? week.fault : formatWeek(week)
  }
  expect(['nl', 'fr', 'pl', undefined].map(inList)).toEqual([
    ...['Mo 09:00-12:00', 'Tu 09:00-12:00', 'not-supported', 'not-supported'],
  ])
  // The days of the cell tell: no list in Dutch names a Wednesday "mercredi".
  expect(parseWeek('ma, mercredi 9-12', 'nl')).toMatchObject({ weekly: [{ day: 2 }, { day: 3 }] })
})

it('reads back whatever it writes', () => {
  const hour = fc
    .integer({ min: 0, max: 1440 })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
  const opening = fc.record({ day: fc.integer({ min: 1, max: 7 }), opens: hour, closes: hour })
  const span = ({ opens, closes }: { opens: string; closes: string }) => `${opens}${closes > opens ? 0 : 1}${closes}`
  const week = fc.record({
    weekly: fc.array(opening, { maxLength: 12 }),
    publicHolidays: fc.constantFrom('closed' as const, 'as-usual' as const, null),
  })
  fc.assert(
    fc.property(week, fc.boolean(), ({ weekly, publicHolidays }, always) => {
      const hours: WeekHours = { always, weekly: always ? [] : weekly, publicHolidays }
      const sorted = [...hours.weekly].sort((one, other) => one.day - other.day || (span(one) < span(other) ? -1 : 1))
      expect(parseWeek(formatWeek(hours))).toEqual({ ...hours, weekly: sorted })
    }),
  )
})
