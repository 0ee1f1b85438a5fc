import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test.each([
  '/office',
  '/office/nl/example-town',
  '/office/nl/example-town/services/2b1c-4/hours?lang=ar&x=1',
  '/office?sent=1',
])('%s is a page of the office', (path) => {
  expect(returnPath(path)).toBe(path)
})

test.each([
  undefined,
  '',
  'office',
  '/',
  '/en/nl/example-town',
  '/officers',
  '/office.evil.example',
  '/office@evil.example',
  '//evil.example/office',
  '//office',
  '/\\evil.example',
  '\\\\evil.example',
  '/office\\..\\evil',
  '/office//evil.example',
  '/office/../sign-out',
  '/office/%2e%2e/sign-out',
  '/office/%2F%2Fevil.example',
  '/office/%5c%5cevil.example',
  '/office/%252F%252Fevil.example',
  '/office/%0d%0aset-cookie:x',
  '/office\r\nset-cookie: x',
  '/office\t//evil.example',
  ' /office',
  '%2Foffice',
  'https://evil.example/office',
  'https:/office',
  'javascript:alert(1)//office',
  '/office#//evil.example',
])('%j is not', (path) => {
  expect(returnPath(path)).toBeUndefined()
})

test('whatever is let through stays on this instance, in the office', () => {
  const pieces = fc.constantFrom(
    '/office',
    '/',
    '//',
    '\\',
    '..',
    '.',
    '%2f',
    '%5C',
    '@',
    ':',
    '?',
    '#',
    'a',
    '\n',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (given) => {
        for (const path of [given, `/office${given}`]) {
          const allowed = returnPath(path)
          if (allowed === undefined) continue
          const url = new URL(allowed, 'https://towns.example')
          expect(url.origin).toBe('https://towns.example')
          expect(url.pathname).toMatch(/^\/office(\/|$)/)
        }
      },
    ),
  )
})
