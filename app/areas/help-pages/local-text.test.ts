import { expect, test } from 'vitest'
import { readingOrder, shownText } from './local-text.ts'

const words = (origin: 'person' | 'machine', ...languages: string[]) =>
  Object.fromEntries(languages.map((code) => [code, { text: `in ${code}`, origin }]))

test('a reader gets the own language, then its fallbacks, then what the town speaks, then English', () => {
  expect(readingOrder('ar', ['fr', 'en'], ['nl'])).toEqual(['ar', 'fr', 'en', 'nl'])
  expect(readingOrder('tr', [], ['nl', 'fy'])).toEqual(['tr', 'nl', 'fy', 'en'])
})

test('the language shown is told, and so is who translated', () => {
  const order = readingOrder('ar', [], ['nl'])
  expect(shownText(words('machine', 'ar', 'nl'), order)).toEqual({ text: 'in ar', language: 'ar', machine: true })
  expect(shownText(words('person', 'en', 'nl'), order)).toEqual({ text: 'in nl', language: 'nl', machine: false })
  expect(shownText(words('person', 'tr'), order)).toEqual({ text: 'in tr', language: 'tr', machine: false })
  expect(shownText({}, order)).toBeUndefined()
})
