import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createPageCache, type RenderedPage } from './page-cache.ts'

const page = (html: string, more: Partial<RenderedPage> = {}): RenderedPage => ({
  html,
  status: 200,
  dependsOn: [],
  validUntil: undefined,
  ...more,
})
const never = () => Promise.reject(new Error('rendered though it was cached'))
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

test('every encoding unpacks to the page, before and after the better compression', async () => {
  const cache = createPageCache({ bytes: 1e6 }, () => 0)
  const html = Array.from({ length: 300 }, (_, index) => `<p>help ${index * 7919}</p>`).join('')
  const first = await cache.get('/a', async () => page(html))
  await cache.settled()
  const best = await cache.get('/a', never)
  for (const { bodies } of [first, best]) {
    expect(text(bodies.identity)).toBe(html)
    expect(text(gunzipSync(bodies.gzip))).toBe(html)
    expect(text(brotliDecompressSync(bodies.br))).toBe(html)
  }
  expect(best.bodies.br.byteLength).toBeLessThanOrEqual(first.bodies.br.byteLength)
  expect(best.etag).toBe(first.etag)
})

test('several callers wait for one rendering', async () => {
  const cache = createPageCache({ bytes: 1e6 }, () => 0)
  let rendered = 0
  const render = async () => {
    rendered += 1
    return page('x')
  }
  await Promise.all([cache.get('/a', render), cache.get('/a', render), cache.get('/a', render)])
  expect(rendered).toBe(1)
})

test('a change throws away what depends on it, and nothing else', async () => {
  const cache = createPageCache({ bytes: 1e6 }, () => 0)
  await cache.get('/town', async () => page('town', { dependsOn: ['town', 'region'] }))
  await cache.get('/other', async () => page('other', { dependsOn: ['other'] }))
  cache.invalidate(['region'])
  expect(cache.peek('/town')).toBeUndefined()
  expect(cache.peek('/other')).toBeDefined()
  cache.clear()
  expect(cache.peek('/other')).toBeUndefined()
})

test('a page whose facts changed while it was rendered is not kept', async () => {
  const cache = createPageCache({ bytes: 1e6 }, () => 0)
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const asked = cache.get('/a', async () => {
    await held
    return page('old', { dependsOn: ['a'] })
  })
  cache.invalidate(['a'])
  release()
  expect(text((await asked).bodies.identity)).toBe('old')
  expect(cache.peek('/a')).toBeUndefined()
})

test('who asks after a change does not get the rendering that began before it', async () => {
  const cache = createPageCache({ bytes: 1e6 }, () => 0)
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const before = cache.get('/a', async () => {
    await held
    return page('old')
  })
  cache.invalidate(['a'])
  const after = cache.get('/a', async () => page('new'))
  release()
  await before
  expect(text((await after).bodies.identity)).toBe('new')
  expect(text((await cache.get('/a', never)).bodies.identity)).toBe('new')
})

test('a page is not shown beyond its moment', async () => {
  let now = Temporal.Instant.from('2026-11-23T10:00:00Z').epochMilliseconds
  const cache = createPageCache({ bytes: 1e6 }, () => now)
  const validUntil = Temporal.Instant.from('2026-11-23T11:00:00Z')
  await cache.get('/a', async () => page('open', { validUntil }))
  now = validUntil.epochMilliseconds - 1
  expect(cache.peek('/a')).toBeDefined()
  now = validUntil.epochMilliseconds
  expect(cache.peek('/a')).toBeUndefined()
})

test('memory is bounded: the page asked for longest ago goes first', async () => {
  const cache = createPageCache({ bytes: 3_000 }, () => 0)
  const bulky = () =>
    page(Array.from({ length: 400 }, (_, index) => String.fromCharCode(32 + ((index * 7) % 90))).join(''))
  await cache.get('/a', async () => bulky())
  await cache.get('/b', async () => bulky())
  cache.peek('/a')
  for (const key of ['/c', '/d', '/e']) await cache.get(key, async () => bulky())
  await cache.settled()
  expect(cache.peek('/b')).toBeUndefined()
  expect(cache.peek('/e')).toBeDefined()
})

test('a failure is told and not remembered', async () => {
  const cache = createPageCache({ bytes: 1e6 }, () => 0)
  await expect(cache.get('/a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(text((await cache.get('/a', async () => page('back'))).bodies.identity)).toBe('back')
})
