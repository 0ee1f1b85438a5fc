import { Hono } from 'hono'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { requestLog } from './request-log.ts'

test('a line holds method, pattern, status and time: no path, no query, no address, no browser, nothing typed', async () => {
  const lines: string[] = []
  const app = new Hono()
  app.use(requestLog(pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) })))
  app.post('/:lang/:cc/:slug', (c) => c.text('found'))
  await app.request('/en/nl/example-town?q=bruise', {
    method: 'POST',
    body: new URLSearchParams({ words: 'afraid' }),
    headers: { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Browser', referer: 'https://search.example/?q=help' },
  })
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: 30,
      msg: 'request',
      method: 'POST',
      route: '/:lang/:cc/:slug',
      status: 200,
      milliseconds: expect.any(Number),
    },
  ])
})
