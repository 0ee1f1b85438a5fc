import { expect, test } from 'vitest'
import { createApp } from './app.ts'
import { RequestFault } from './platform/http/faults.ts'
import { orProblem } from './platform/http/problem.ts'
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
    heard: async () => {
      await Promise.resolve()
      order.push('heard')
    },
    faultPage: async () => '',
  })
  const post = (path: string) =>
    app.request(`http://localhost:3000${path}`, { method: 'POST', headers: { origin: 'http://localhost:3000' } })
  await app.request('http://localhost:3000/office/do')
  await post('/mail/do')
  await post('/office/do')
  expect(order).toEqual(['GET /office/do', 'POST /mail/do', 'ready', 'POST /office/do', 'heard'])
})

test('files that are made at a cost are limited for one caller, together; pages are not', async () => {
  const route = (path: string) => ({
    ...{ method: 'GET' as const, path, permission: 'public', audit: 'test.read' },
    handle: (c: { text: (text: string) => Response }) => c.text('made'),
  })
  const app = createApp({
    log: silentLog,
    baseUrl: 'http://localhost:3000',
    trustProxy: false,
    safetyHeaders: {},
    routes: [
      route('/:lang/:cc/:slug/site.zip'),
      route('/:lang/:cc/:slug/share.png'),
      route('/:lang/:cc/:slug/feed.json'),
    ],
    guards: { public: () => (_c, next) => next() },
    ready: async () => undefined,
    heard: async () => undefined,
    faultPage: async () => '',
  })
  const times = async (name: string, count: number) => {
    const answers = Array.from({ length: count }, () => app.request(`http://localhost:3000/en/nl/town/${name}`))
    return (await Promise.all(answers)).filter(({ status }) => status === 429).length
  }
  expect(await times('site.zip', 70)).toBe(0)
  expect(await times('share.png', 70)).toBe(20)
  expect(await times('feed.json', 150)).toBe(0)
})

test('an address with what is no id is not found, before anybody looks for it', async () => {
  const asked: string[] = []
  const app = createApp({
    ...{ log: silentLog, baseUrl: 'http://localhost:3000', trustProxy: false, safetyHeaders: {} },
    routes: [
      {
        ...{
          method: 'GET',
          path: '/office/:slug{[a-z-]+}/:id{[0-9a-f-]{36}}/show',
          permission: 'own',
          audit: 'test.read',
        },
        handle: (c) => c.text('shown'),
      },
    ],
    guards: {
      own: () => (c, next) => {
        asked.push(c.req.param('id') ?? '')
        return next()
      },
    },
    ready: async () => undefined,
    heard: async () => undefined,
    faultPage: async () => 'nothing here',
  })
  const status = async (id: string) => (await app.request(`http://localhost:3000/office/town/${id}/show`)).status
  const id = '0198c1f2-7d3a-7000-8000-00000000abcd'
  expect([await status('-'.repeat(36)), await status('a'.repeat(36)), await status(id)]).toEqual([404, 404, 200])
  expect(asked).toEqual([id])
})

test('why something is away stands in the log, and nowhere else', async () => {
  const logged: string[] = []
  const app = createApp({
    log: { ...silentLog, info: () => undefined, error: (text: string) => void logged.push(text) } as typeof silentLog,
    baseUrl: 'http://localhost:3000',
    trustProxy: false,
    safetyHeaders: {},
    routes: ['/page', '/data'].map((path) => ({
      ...{ method: 'GET' as const, path, permission: 'public', audit: 'test.read' },
      handle: (c) => {
        const fail = async (): Promise<Response> => {
          throw new RequestFault('unavailable', `${path}: set SECRET`)
        }
        return path === '/data' ? orProblem(c, 'There is none.', fail) : fail()
      },
    })),
    guards: { public: () => (_c, next) => next() },
    ready: async () => undefined,
    heard: async () => undefined,
    faultPage: async () => 'away',
  })
  const answers = await Promise.all(['/page', '/data'].map((path) => app.request(`http://localhost:3000${path}`)))
  expect(answers.map(({ status }) => status)).toEqual([503, 503])
  for (const answer of answers) expect(await answer.text()).not.toMatch(/SECRET|There is none/)
  expect(logged.toSorted()).toEqual(['/data: set SECRET', '/page: set SECRET'])
})
