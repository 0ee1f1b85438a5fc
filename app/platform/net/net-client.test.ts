import type { RequestListener } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { certificate } from '../mail/test-smtp-server.ts'
import { createNetClient, type NetDeps, type NetRequest } from './net-client.ts'
import type { NetReason } from './net-reasons.ts'
import { serve, type TestServer, testClient } from './test-net.ts'

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function start(answer: RequestListener, tls?: Parameters<typeof serve>[1]): Promise<TestServer> {
  const server = await serve(answer, tls)
  servers.push(server)
  return server
}

const ok: RequestListener = (_request, response) => response.end('hello')
const sendTo =
  (location: string, status = 302): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { location }).end()

const get = (url: string, more: Partial<NetRequest> = {}): NetRequest => ({
  url,
  method: 'GET',
  wantsBody: true,
  ...more,
})
const refused = (reason: NetReason) => expect.objectContaining({ outcome: 'not-answered', reason })

describe('what may be asked', () => {
  const client = testClient([])
  test.each([
    ['ftp://web.town.eu/', 'address'],
    ['file:///etc/passwd', 'address'],
    ['nothing', 'address'],
    ['http://user:password@web.town.eu/', 'address'],
    ['http://web.town.eu:22/', 'address'],
    ['http://10.0.0.1/', 'internal'],
    ['http://169.254.169.254/latest/meta-data/', 'internal'],
    ['http://2130706434/', 'internal'],
    ['http://0x7f.0.0.2/', 'internal'],
    ['http://[::1]/', 'internal'],
    ['http://[::ffff:127.0.0.1]/', 'internal'],
    ['http://localhost/', 'internal'],
    ['http://printer/', 'internal'],
    ['http://metadata.google.internal/', 'internal'],
    ['https://oor.example/', 'reserved'],
    ['https://www.example.org/', 'reserved'],
  ] as const)('%s: %s', async (url, reason) => {
    expect(await client.ask(get(url))).toEqual(refused(reason))
  })

  test('nothing at all where the operator has switched it off', async () => {
    const server = await start(ok)
    const off = testClient([server.port], { on: false })
    expect(await off.ask(get(`http://web.town.eu:${server.port}/`))).toEqual(refused('off'))
    expect(server.asked).toEqual([])
  })

  test('an allowed host is asked wherever it is, on its port alone', async () => {
    const [server, other] = [await start(ok), await start(ok)]
    const rules = { allowed: [`127.0.0.1:${server.port}`], isPublic: () => false, ports: ['80', '443'] }
    const allowed = testClient([], { rules })
    expect(await allowed.ask(get(`http://127.0.0.1:${server.port}/`))).toMatchObject({ status: 200 })
    expect(await allowed.ask(get(`http://127.0.0.1:${other.port}/`))).toEqual(refused('address'))
    expect(other.asked).toEqual([])
  })

  test('without rules of its own the client reaches no machine inside', async () => {
    const server = await start(ok)
    const deps = { clock: { milliseconds: () => 0 }, wait: async () => undefined, baseUrl: 'https://x.eu', on: true }
    const strict = createNetClient({ ...deps, resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
    expect(await strict.ask(get('http://web.town.eu/'))).toEqual(refused('internal'))
    expect(await strict.ask(get(`http://127.0.0.1:${server.port}/`))).toEqual(refused('address'))
    expect(server.asked).toEqual([])
  })
})

describe('a name', () => {
  const resolving = (...answers: string[][]): NonNullable<NetDeps['resolve']> => {
    let asked = 0
    return async () => (answers[asked++] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }

  test.each([[['127.0.0.2']], [['127.0.0.1', '127.0.0.2']], [['::1']], [['::ffff:127.0.0.1']]])(
    'that means %s is not connected to',
    async (addresses) => {
      const server = await start(ok)
      const client = testClient([server.port], { resolve: resolving(addresses) })
      expect(await client.ask(get(`http://web.town.eu:${server.port}/`))).toEqual(refused('internal'))
      expect(server.asked).toEqual([])
    },
  )

  test('that means something else the second time is looked at the second time, too', async () => {
    const server = await start((request, response) =>
      request.url === '/' ? response.writeHead(302, { location: '/again' }).end() : response.end('secret'),
    )
    const client = testClient([server.port], { resolve: resolving(['127.0.0.1'], ['127.0.0.2']) })
    const answer = await client.ask(get(`http://web.town.eu:${server.port}/`))
    expect(answer).toEqual(refused('internal'))
    expect(server.asked).toEqual(['GET /'])
  })

  test('is looked up once for a connection: there is no second answer to fall for', async () => {
    const server = await start(ok)
    let lookups = 0
    const resolve = async () => {
      lookups += 1
      return [{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    }
    const client = testClient([server.port], { resolve })
    expect(await client.ask(get(`http://web.town.eu:${server.port}/`))).toMatchObject({ status: 200 })
    expect(lookups).toBe(1)
  })

  test('that nobody knows, and one that cannot be looked up, are told apart', async () => {
    const failing = (code: string) =>
      testClient([], {
        resolve: () => Promise.reject(Object.assign(new Error(code), { code })),
      })
    expect(await failing('ENOTFOUND').ask(get('https://gone.town.eu/'))).toEqual(refused('name-unknown'))
    expect(await failing('EAI_AGAIN').ask(get('https://gone.town.eu/'))).toEqual(refused('lookup'))
    const nothing = testClient([], { resolve: async () => [] })
    expect(await nothing.ask(get('https://gone.town.eu/'))).toEqual(refused('name-unknown'))
  })
})

describe('redirects', () => {
  test('are followed, each one told', async () => {
    const server = await start((request, response) =>
      request.url === '/old' ? response.writeHead(301, { location: '/new' }).end() : response.end('here'),
    )
    const at = `http://web.town.eu:${server.port}`
    const answer = await testClient([server.port]).ask(get(`${at}/old`))
    expect(answer).toMatchObject({ status: 200, url: `${at}/new`, hops: [{ status: 301, to: `${at}/new` }] })
    expect(answer.outcome === 'answered' && answer.body.toString()).toBe('here')
  })

  test.each(['http://127.0.0.2/', 'http://localhost/', 'http://[::1]:80/', 'http://169.254.169.254/'])(
    'to %s are not',
    async (location) => {
      const server = await start(sendTo(location))
      const client = testClient([server.port])
      expect(await client.ask(get(`http://web.town.eu:${server.port}/`))).toEqual(refused('internal'))
    },
  )

  test('to another scheme or a login are not', async () => {
    for (const location of ['file:///etc/passwd', 'http://a:b@web.town.eu/']) {
      const server = await start(sendTo(location))
      const client = testClient([server.port])
      expect(await client.ask(get(`http://web.town.eu:${server.port}/`))).toEqual(refused('address'))
    }
  })

  test('are not followed for whoever wants to decide that', async () => {
    const server = await start(sendTo('/new'))
    const client = testClient([server.port])
    const answer = await client.ask({ ...get(`http://web.town.eu:${server.port}/`), follows: false })
    expect(answer).toMatchObject({ outcome: 'answered', status: 302, hops: [], headers: { location: '/new' } })
    expect(server.asked).toHaveLength(1)
  })

  test('without end have an end', async () => {
    const server = await start(sendTo('/'))
    const client = testClient([server.port])
    expect(await client.ask(get(`http://web.town.eu:${server.port}/`))).toEqual(refused('too-many-redirects'))
    expect(server.asked).toHaveLength(6)
  })
})

describe('how much and how long', () => {
  const url = ({ port }: TestServer) => `http://web.town.eu:${port}/`
  const small = { limits: { bytes: 1_000 } }

  test('a body that says how long it is, and is too long, is not read', async () => {
    const server = await start((_request, response) => response.end('x'.repeat(5_000)))
    expect(await testClient([server.port]).ask(get(url(server), small))).toEqual(refused('too-large'))
  })

  test('one that does not say is cut off', async () => {
    const server = await start((_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(500), () => setImmediate(more))
      }
      more()
    })
    expect(await testClient([server.port]).ask(get(url(server), small))).toEqual(refused('too-large'))
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)(
    'one that is small until it is unpacked (%s) is cut off; a small one is unpacked',
    async (packed, pack) => {
      const server = await start((request, response) =>
        response
          .writeHead(200, { 'content-encoding': packed })
          .end(pack(request.url === '/' ? 'x'.repeat(1_000_000) : 'hello')),
      )
      const client = testClient([server.port])
      expect(await client.ask(get(url(server), small))).toEqual(refused('too-large'))
      const answer = await client.ask(get(`${url(server)}small`, small))
      expect(answer.outcome === 'answered' && answer.body.toString()).toBe('hello')
    },
  )

  test('what cannot be unpacked is broken', async () => {
    const server = await start((request, response) =>
      response.writeHead(200, { 'content-encoding': request.url === '/' ? 'gzip' : 'unheard-of' }).end('no gzip'),
    )
    const client = testClient([server.port])
    expect(await client.ask(get(url(server)))).toEqual(refused('broken'))
    expect(await client.ask(get(`${url(server)}other`))).toEqual(refused('broken'))
  })

  test('a host that does not answer, and one that stops in the middle, are given up', async () => {
    const silent = await start(() => undefined)
    const stops = await start((_request, response) => void response.writeHead(200).write('x'))
    const client = testClient([silent.port, stops.port])
    expect(await client.ask(get(url(silent), { limits: { firstByteMilliseconds: 30 } }))).toEqual(refused('timeout'))
    expect(await client.ask(get(url(stops), { limits: { wholeMilliseconds: 200 } }))).toEqual(refused('timeout'))
  })

  test('a name that takes too long to look up is given up', async () => {
    const client = testClient([], { resolve: () => new Promise(() => undefined) })
    const answer = await client.ask(get('https://web.town.eu/', { limits: { connectMilliseconds: 30 } }))
    expect(answer).toEqual(refused('timeout'))
  })

  test('the head alone is enough where it was asked for', async () => {
    const server = await start((_request, response) => void response.writeHead(200).write('x'))
    const answer = await testClient([server.port]).ask(get(url(server), { wantsBody: false }))
    expect(answer).toMatchObject({ status: 200, body: Buffer.alloc(0) })
  })

  test('nobody there, or nobody who speaks HTTP', async () => {
    const server = await start((request) => void request.socket.end('no http\r\n\r\n'))
    const client = testClient([server.port, 9])
    expect(await client.ask(get(url(server)))).toEqual(refused('broken'))
    expect(await client.ask(get('http://web.town.eu:9/'))).toEqual(refused('unreachable'))
  })
})

describe('certificates', () => {
  const ca = certificate('ca.pem')
  const of = (name: string) => ({ key: certificate(`${name}.key`), cert: certificate(`${name}.pem`) })

  test('count as in a browser: for the host, and vouched for', async () => {
    const server = await start(ok, of('loopback'))
    const elsewhere = await start(ok, of('elsewhere'))
    const ports = [server.port, elsewhere.port]
    const client = testClient(ports, { ca })
    expect(await client.ask(get(`https://127.0.0.1:${server.port}/`))).toMatchObject({ status: 200 })
    expect(await client.ask(get(`https://127.0.0.1:${elsewhere.port}/`))).toEqual(refused('certificate'))
    expect(await testClient(ports).ask(get(`https://127.0.0.1:${server.port}/`))).toEqual(refused('certificate'))
    expect([server.asked, elsewhere.asked]).toEqual([['GET /'], []])
  })
})

describe('politeness', () => {
  test('says who asks', async () => {
    const server = await start((request, response) => response.end(request.headers['user-agent']))
    const answer = await testClient([server.port]).ask(get(`http://web.town.eu:${server.port}/`))
    expect(answer.outcome === 'answered' && answer.body.toString()).toBe('Safe-Towns (+https://help.town.eu)')
  })

  test('one at a time and one a second for a host; another host need not wait', async () => {
    let [now, running, most] = [0, 0, 0]
    const waits: number[] = []
    const server = await start((_request, response) => {
      running += 1
      most = Math.max(most, running)
      setImmediate(() => {
        running -= 1
        response.end()
      })
    })
    const client = testClient([server.port], {
      clock: { milliseconds: () => now },
      wait: async (milliseconds) => {
        waits.push(milliseconds)
        now += milliseconds
      },
    })
    await Promise.all(['/1', '/2', '/3'].map((path) => client.ask(get(`http://web.town.eu:${server.port}${path}`))))
    expect([most, waits]).toEqual([1, [1_000, 1_000]])
    await client.ask(get(`http://other.town.eu:${server.port}/`))
    expect(waits).toHaveLength(2)
  })

  test('a host that is too busy is left alone for as long as it says', async () => {
    let now = 0
    const server = await start((_request, response) => response.writeHead(429, { 'retry-after': '120' }).end())
    const client = testClient([server.port], { clock: { milliseconds: () => now } })
    const request = get(`http://web.town.eu:${server.port}/`)
    expect(await client.ask(request)).toMatchObject({ status: 429 })
    now = 119_000
    expect(await client.ask(request)).toEqual(refused('busy'))
    now = 121_000
    expect(await client.ask(request)).toMatchObject({ status: 429 })
    expect(server.asked).toHaveLength(2)
  })
})
