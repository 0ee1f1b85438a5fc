/** All fictional sites on one server, each under its own name, and a client that reaches nothing else. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NetClient, NetRequest } from '../../app/platform/net/net-client.ts'
import { serve, testClient } from '../../app/platform/net/test-net.ts'
import { eastern } from './eastern.ts'
import { german } from './german.ts'
import { dutch, english, nordic } from './northern.ts'
import { french, southern } from './roman.ts'
import type { Answer, MunicipalSite } from './site.ts'

export const municipalSites: readonly MunicipalSite[] = [
  ...german,
  ...french,
  ...southern,
  ...dutch,
  ...english,
  ...nordic,
  ...eastern,
]

export interface Served {
  readonly port: number
  /** Where a site begins. */
  startOf(site: MunicipalSite): string
  readonly net: NetClient
  /** `host path` of each request, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** @param named what stands in pages for this instance and the town there. */
export async function serveMunicipalSites(named: { readonly base: string; readonly town: string }): Promise<Served> {
  const asked: string[] = []
  const server = await serve((request, response) => {
    const host = hostOf(request)
    asked.push(`${host} ${request.url}`)
    const site = municipalSites.find(({ name }) => `${name}.example` === host.replace(/^www\./, ''))
    answer(response, site && given(site, request.url ?? '/'), (text) =>
      text.replaceAll('{base}', named.base).replaceAll('{town}', named.town).replaceAll('{port}', String(server.port)),
    )
  })
  const hosts = municipalSites.flatMap(({ name }) => [`${name}.example`, `www.${name}.example`])
  const client = testClient([server.port], {
    rules: { allowed: hosts, isPublic: (address) => address === '127.0.0.1', ports: [String(server.port)] },
  })
  return {
    port: server.port,
    startOf: ({ name }) => `http://${name}.example:${server.port}/`,
    net: { ask: (request) => client.ask(impatient(request)) },
    asked,
    close: () => server.close(),
  }
}

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? '').replace(/:\d+$/, '')

function given(site: MunicipalSite, path: string): string | Answer | undefined {
  if (path === '/robots.txt')
    return typeof site.robots === 'string' ? { type: 'text/plain', body: site.robots } : site.robots
  return site.pages[path]
}

function answer(response: ServerResponse, said: string | Answer | undefined, fill: (text: string) => string): void {
  const { status, type, to, body, hangs }: Answer =
    said === undefined ? { status: 404, body: '<h1>404</h1>' } : typeof said === 'string' ? { body: said } : said
  if (hangs) return
  response.writeHead(status ?? 200, {
    'content-type': type ?? 'text/html; charset=utf-8',
    ...(to === undefined ? {} : { location: fill(to) }),
  })
  response.end(typeof body === 'string' ? fill(body) : body)
}

/** Nobody waits long for the site that never answers. */
const impatient = (request: NetRequest): NetRequest => {
  const hangs = /^http:\/\/(?:www\.)?traag-/.test(request.url) && !request.url.endsWith('/robots.txt')
  return hangs ? { ...request, limits: { ...request.limits, firstByteMilliseconds: 100 } } : request
}
