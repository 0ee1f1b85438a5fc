import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate, withSource, withTranslation } from '../checklist/index.ts'
import { namesNumber } from '../standards/index.ts'
import { isStale, type LegalNote, type NoteReading, noteFrom } from './note-rules.ts'

const today = Temporal.PlainDate.from('2026-11-29')
const reading = (given: Partial<NoteReading> = {}): NoteReading => ({
  ...{ language: 'nl', source: 'nl', revision: 2, today },
  ...{ parseDate, namesNumber, withSource, withTranslation },
  ...given,
})
const form = (fields: Record<string, string>) => new Map(Object.entries(fields).map(([name, text]) => [name, [text]]))

const whole = { text: 'Iedereen.', law: 'Wet', article: '', url: 'https://law.example/1', checkedOn: '2026-11-01' }
const known: LegalNote = {
  topic: 'who-must-report',
  language: 'nl',
  words: { nl: { text: 'Iedereen.', origin: 'person' } },
  ...{ law: 'Wet', article: '', url: 'https://law.example/1', checkedOn: '2026-11-01' },
}

test.each([
  ['text', '', 'missing'],
  ['law', ' ', 'missing'],
  ['url', '', 'missing'],
  ['checkedOn', '', 'missing'],
  ['url', 'law.example', 'url'],
  ['url', 'javascript:alert(1)', 'url'],
  ['url', 'https://me:word@law.example/', 'url'],
  ['checkedOn', '31.2.2026', 'date'],
  ['checkedOn', '2026-11-30', 'future'],
  ['text', 'Bel 030 123 45 67.', 'number'],
  ['law', 'x'.repeat(301), 'tooLong'],
] as const)('%s "%s" is refused: %s', (field, typed, code) => {
  expect(noteFrom(form({ ...whole, [field]: typed }), undefined, reading())).toEqual({ faults: [{ field, code }] })
})

test('no note is ever read without a law, a place to read it and a day that has been', () => {
  const text = fc.oneof(fc.constant(''), fc.string(), fc.constantFrom(...Object.values(whole)))
  const forms = fc.record({ text, law: text, article: text, url: text, checkedOn: text })
  fc.assert(
    fc.property(forms, (typed) => {
      const read = noteFrom(form(typed), undefined, reading())
      if (!('note' in read)) return
      const { law, url, checkedOn, words } = read.note
      expect(law).not.toBe('')
      expect(new URL(url).protocol).toMatch(/^https?:$/)
      expect(Temporal.PlainDate.compare(checkedOn, today)).toBeLessThanOrEqual(0)
      expect(words['nl']?.text).toBeTruthy()
    }),
  )
})

test('a translation keeps the source, says who made it, and is taken out by emptying it', () => {
  const into = reading({ language: 'ar' })
  const read = noteFrom(form({ text: 'الجميع.', machine: 'yes', law: 'Another' }), known, into)
  if (!('note' in read)) throw new Error('refused')
  expect(read.note).toMatchObject({ law: 'Wet', language: 'nl' })
  expect(read.note.words['ar']).toEqual({ text: 'الجميع.', origin: 'machine', from: 'nl', fromRevision: 2 })
  const gone = noteFrom(form({ text: '' }), { ...known, words: read.note.words }, into)
  expect('note' in gone && Object.keys(gone.note.words)).toEqual(['nl'])
})

test('a note is to be checked again a year after the day of the last look', () => {
  expect(isStale({ checkedOn: '2025-11-30' }, today)).toBe(false)
  expect(isStale({ checkedOn: '2025-11-29' }, today)).toBe(true)
})
