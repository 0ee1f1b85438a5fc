/** A page in memory takes a shorter way through the server; nobody must be able to tell. */
import { get, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from './test-app.ts'

const path = '/en/nl/example-town'

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

let app: TestApp

beforeAll(async () => {
  app = await testApp()
  await app.listen()
})
afterAll(() => app.close())

/** Over the socket, without a client that unpacks what it gets. */
function overTheSocket(headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`${app.baseUrl}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    }).on('error', reject)
  })
}

async function throughTheApplication(headers: Record<string, string>): Promise<Answer> {
  const response = await app.request(path, { headers })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  }
}

/** What the server adds for the connection. */
function withoutConnection({ date, connection, 'keep-alive': keepAlive, ...headers }: IncomingHttpHeaders) {
  return headers
}

test.each(['br', 'gzip', 'identity'])('the answer in %s is the application’s', async (encoding) => {
  const asked = { 'accept-encoding': encoding }
  await throughTheApplication(asked)
  await app.settled()
  const [short, long] = [await overTheSocket(asked), await throughTheApplication(asked)]
  expect(short.status).toBe(200)
  expect(withoutConnection(short.headers)).toEqual(withoutConnection(long.headers))
  expect(short.headers['content-length']).toBe(String(long.body.byteLength))
  expect(short.body.equals(long.body)).toBe(true)
  const again = { ...asked, 'if-none-match': String(short.headers.etag) }
  const unchanged = await overTheSocket(again)
  expect(unchanged.status).toBe(304)
  expect(unchanged.body.byteLength).toBe(0)
  expect(withoutConnection(unchanged.headers)).toEqual(withoutConnection((await throughTheApplication(again)).headers))
})
