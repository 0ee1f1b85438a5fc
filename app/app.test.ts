import { expect, test } from 'vitest'
import { createApp } from './app.ts'
import { silentLog } from './platform/log.ts'

test('what is done in the office waits for what it needs; reading does not', async () => {
  const order: string[] = []
  const route = (method: 'GET' | 'POST', path: string) => ({
    method,
    path,
    permission: 'public',
    audit: 'test.do',
    handle: (c: { text: (text: string) => Response }) => {
      order.push(`${method} ${path}`)
      return c.text('done')
    },
  })
  const app = createApp({
    log: silentLog,
    baseUrl: 'http://localhost:3000',
    trustProxy: false,
    safetyHeaders: {},
    routes: [route('GET', '/office/do'), route('POST', '/office/do'), route('POST', '/mail/do')],
    guards: { public: () => (_c, next) => next() },
    ready: async () => {
      await Promise.resolve()
      order.push('ready')
    },
    faultPage: async () => '',
  })
  const post = (path: string) =>
    app.request(`http://localhost:3000${path}`, { method: 'POST', headers: { origin: 'http://localhost:3000' } })
  await app.request('http://localhost:3000/office/do')
  await post('/mail/do')
  await post('/office/do')
  expect(order).toEqual(['GET /office/do', 'POST /mail/do', 'ready', 'POST /office/do'])
})
