/** Servers of the tests, and a client for which 127.0.0.1 is the internet and every other address is inside. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createNetClient, type NetClient, type NetDeps } from './net-client.ts'

export interface TestServer {
  readonly port: number
  /** Method and path of each request, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

export async function serve(
  answer: RequestListener,
  tls?: { readonly key: string; readonly cert: string },
): Promise<TestServer> {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, response)
  }
  const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

/** @param ports beside 80 and 443. */
export function testClient(ports: readonly number[], more: Partial<NetDeps> = {}): NetClient {
  return createNetClient({
    clock: { milliseconds: () => Date.now() },
    wait: async () => undefined,
    baseUrl: 'https://help.town.eu',
    on: true,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    rules: {
      allowed: [],
      isPublic: (address) => address === '127.0.0.1',
      ports: ['80', '443', ...ports.map(String)],
    },
    ...more,
  })
}
