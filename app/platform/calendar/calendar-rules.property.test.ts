import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarEntry, utcStamp } from './calendar-rules.ts'
import { escaped, folded } from './line-rules.ts'

test('a moment is stamped to the second, in any order of days', () => {
  const moment = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moment, (at) => {
      expect(utcStamp(at.getTime())).toBe(`${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`)
    }),
    { numRuns: 2_000 },
  )
})

test('a line is folded at 75 octets, within no character, and says the same unfolded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = escaped(text)
      const written = folded(line)
      expect(written.endsWith('\r\n')).toBe(true)
      const rows = written.slice(0, -2).split('\r\n')
      for (const row of rows) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
      expect(rows.map((row, at) => (at === 0 ? row : row.slice(1))).join('')).toBe(line)
      expect(rows.join('')).not.toContain('\ufffd')
    }),
  )
})

test('what is cancelled says so, and what nobody may know has no line', () => {
  const event = {
    ...{
      id: 'e1',
      sequence: 2,
      cancelled: true,
      publishedAt: Date.parse('2026-11-18T09:08:07Z'),
      zone: 'Europe/Paris',
    },
    ...{ starts: '2026-11-18T10:00', ends: null, title: 'Talk, and more', text: 'One\nTwo', place: '', kind: '' },
    url: 'https://towns.example/e1',
  }
  const lines = calendarEntry('towns.example', event).split('\r\n')
  expect(lines).toEqual(expect.arrayContaining(['DTSTAMP:20261118T090807Z', 'STATUS:CANCELLED', 'SEQUENCE:2']))
  expect(lines).toEqual(expect.arrayContaining(['SUMMARY:Talk\\, and more', 'DESCRIPTION:One\\nTwo']))
  expect(lines.filter((line) => /^(?:LOCATION|DTEND|CATEGORIES)/.test(line))).toEqual([])
})
