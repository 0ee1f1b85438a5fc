import { expect, test } from 'vitest'
import type { CachedPage } from './cached-page.ts'
import { KeptPages } from './kept-pages.ts'

const page = (bytes: number): CachedPage => ({
  status: 200,
  etag: '"x"',
  bodies: { identity: new Uint8Array(bytes), gzip: new Uint8Array(0), br: new Uint8Array(0) },
})
const always = Number.POSITIVE_INFINITY

test('a better page takes the place and the bytes of the one it replaces', () => {
  const kept = new KeptPages(100)
  const [first, better] = [page(60), page(40)]
  kept.keep('/a', first, [], always)
  kept.replace('/a', first, better)
  kept.keep('/b', page(60), [], always)
  expect(kept.find('/a', 0)).toBe(better)
  expect(kept.find('/b', 0)).toBeDefined()
})

test('a page that is not kept any more is replaced by nothing', () => {
  const kept = new KeptPages(100)
  const [old, now] = [page(10), page(20)]
  kept.keep('/a', old, ['town'], always)
  kept.keep('/a', now, ['town'], always)
  kept.replace('/a', old, page(5))
  expect(kept.find('/a', 0)).toBe(now)
  kept.dropDependents(['town'])
  kept.replace('/a', now, page(5))
  expect(kept.find('/a', 0)).toBeUndefined()
})

test('what is dropped gives its bytes back', () => {
  const kept = new KeptPages(100)
  const drops = [
    () => kept.dropDependents(['town']),
    () => kept.clear(),
    () => kept.find('/a', 1_000),
    () => kept.keep('/a', page(1), ['town'], always),
  ]
  for (const drop of drops) {
    kept.clear()
    kept.keep('/a', page(90), ['town'], 1_000)
    drop()
    kept.keep('/b', page(60), [], always)
    kept.keep('/c', page(30), [], always)
    expect(kept.find('/b', 0)).toBeDefined()
  }
})
