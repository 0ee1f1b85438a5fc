import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachment, fileName, partAsked } from './range-rules.ts'

const etag = '"a"'
const part = (range: string | undefined, size = 100, ifRange?: string) => partAsked({ range, ifRange }, etag, size)

test('a part is asked for in three ways, and what cannot be read is the whole', () => {
  expect(part('bytes=0-9')).toEqual({ from: 0, to: 9 })
  expect(part('bytes=90-')).toEqual({ from: 90, to: 99 })
  expect(part('bytes=-10')).toEqual({ from: 90, to: 99 })
  expect(part('bytes=-500')).toEqual({ from: 0, to: 99 })
  expect(part('bytes=50-5000')).toEqual({ from: 50, to: 99 })
  for (const none of ['bytes=100-', 'bytes=200-300', 'bytes=-0']) expect(part(none)).toBe('none')
  for (const whole of [undefined, '', 'bytes=-', 'bytes=9-1', 'bytes=0-1,5-6', 'lines=1-2']) {
    expect(part(whole)).toBe('whole')
  }
  expect(part('bytes=0-9', 100, etag)).toEqual({ from: 0, to: 9 })
  expect(part('bytes=0-9', 100, '"b"')).toBe('whole')
})

test('whatever is asked, a part lies within the file', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1_000 }), (text, from, to, size) => {
      for (const range of [text, `bytes=${text}`, `bytes=${from}-${to}`, `bytes=-${to}`, `bytes=${from}-`]) {
        const asked = part(range, size)
        if (typeof asked === 'object') {
          expect(asked.from).toBeLessThanOrEqual(asked.to)
          expect(asked.from).toBeGreaterThanOrEqual(0)
          expect(asked.to).toBeLessThan(size)
        }
      }
    }),
  )
})

test('a name is one in every script, and never a path or more than one header', () => {
  expect(attachment(fileName('ملصق: «لا»', 'pdf'), 'poster-ar.pdf')).toBe(
    `attachment; filename="poster-ar.pdf"; filename*=UTF-8''${encodeURIComponent('ملصق «لا».pdf')}`,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = fileName(title, 'pdf')
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202e]/u)
      expect(name).not.toMatch(/^\.|^\s/)
      expect(attachment(name, title)).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.!~%-]+$/)
    }),
    { numRuns: 40 },
  )
})
