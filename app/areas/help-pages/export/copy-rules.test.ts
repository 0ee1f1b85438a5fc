import { describe, expect, test } from 'vitest'
import { copiedAt, fileOf, firstLanguage, forCopy, goodUntil } from './copy-rules.ts'

const day = Temporal.PlainDate.from('2026-11-29')

test('the page of the first official language that is offered opens by itself', () => {
  expect(firstLanguage(['nl', 'fr', 'en'], ['ar', 'en', 'fr'])).toBe('fr')
  expect(firstLanguage(['nl'], ['ar', 'en', 'fr'])).toBe('en')
  expect(firstLanguage(['nl'], ['fr', 'ar'])).toBe('fr')
  expect([fileOf('fr', 'fr'), fileOf('ar', 'fr')]).toEqual(['index.html', 'index.ar.html'])
})

test('links lead into the copy, to the page itself or elsewhere', () => {
  const page =
    '<a href="tel:112">112</a><a href="#need">down</a><a lang="ar" href="index.ar.html" dir="rtl">ar</a>' +
    '<a class="b" href="/en/xx/-/services/1" lang="nl">S</a><a href="/en/nl/guides/x">G</a>' +
    '<a href="https://x.example/?a=1&amp;b=2" rel="noreferrer">out</a><a href="mailto:a@b.example">a</a>'
  expect(forCopy('<a href="https://x.example/$&$1" rel="c">', 'https://help.example')).toBe(
    '<a href="https://x.example/$&$1" rel="c" target="_top">',
  )
  expect(forCopy(page, 'https://help.example')).toBe(
    '<a href="tel:112">112</a><a href="#need">down</a><a lang="ar" href="index.ar.html" dir="rtl">ar</a>' +
      '<a class="b" href="https://help.example/en<town>/services/1" lang="nl" target="_top">S</a>' +
      '<a href="https://help.example/en/nl/guides/x" target="_top">G</a>' +
      '<a href="https://x.example/?a=1&amp;b=2" rel="noreferrer" target="_top">out</a>' +
      '<a href="mailto:a@b.example">a</a>',
  )
})

describe('a copy is', () => {
  const at = (text: string) => Temporal.Instant.from(text)

  test('from the beginning of the day, or from what was published since', () => {
    expect(copiedAt(day, 'Europe/Amsterdam', []).toString()).toBe('2026-11-28T23:00:00Z')
    const changes = [at('2026-11-20T10:00:00Z'), at('2026-11-29T10:00:00Z'), at('2026-11-29T09:00:00Z')]
    expect(copiedAt(day, 'Europe/Amsterdam', changes).toString()).toBe('2026-11-29T10:00:00Z')
  })

  test('good for thirty days, or until something on it ends', () => {
    expect(goodUntil(day, []).toString()).toBe('2026-12-29')
    expect(goodUntil(day, ['2026-12-30', '2027-01-05']).toString()).toBe('2026-12-29')
    expect(goodUntil(day, ['2026-12-30', '2026-12-03', '2026-11-28']).toString()).toBe('2026-12-03')
    expect(goodUntil(day, ['2026-11-29']).toString()).toBe('2026-11-29')
  })
})
