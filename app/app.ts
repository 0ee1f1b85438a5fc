/** The application: every request's way, readable from top to bottom. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { AppEnv } from './platform/http/env.ts'
import { RequestFault } from './platform/http/faults.ts'
import { type Limit, limitRequests } from './platform/http/limits.ts'
import { requestLog } from './platform/http/request-log.ts'
import { type Guards, mountRoutes, type Route } from './platform/http/route-table.ts'
import { type PlainHeaders, setHeaders } from './platform/http/security-headers.ts'
import type { Log } from './platform/log.ts'

export interface AppDeps {
  readonly log: Log
  readonly baseUrl: string
  readonly trustProxy: boolean
  /** Set on every answer. */
  readonly safetyHeaders: PlainHeaders
  readonly routes: readonly Route<AppEnv>[]
  readonly guards: Guards<AppEnv>
  /** How many forms one caller may send; the usual limit where it is not given. */
  readonly formLimit?: Limit
  /** Awaited before what is done in the office: it may have to tell somebody, and enqueues that in its transaction. */
  readonly ready: () => Promise<void>
  /** Awaited after what is done in the office: its author sees the public pages as they are from then on (decision 94). */
  readonly heard: () => Promise<void>
  /** Turns whatever went wrong into a page. */
  readonly faultPage: (
    request: { path: string; acceptLanguage: string | undefined },
    fault: RequestFault | 'failed',
  ) => Promise<string>
}

/** Nobody types this much into one form; a page of forty services does not come near it. */
const largestBody = 1_000_000
/** Forms that bring files: lists of services, towns and people; decisions; documents of plans, bids and calls; the toolkit; arms. */
const fileForms: readonly { readonly path: RegExp; readonly largest: number }[] = [
  { path: /^\/office\/[^/]+\/[^/]+\/import$/, largest: 5_100_000 },
  { path: /^\/office\/associations\/[^/]+\/[^/]+\/members\/bring$/, largest: 12_100_000 },
  { path: /^\/office\/countries\/[^/]+\/plan\/new$/, largest: 24_100_000 },
  { path: /^\/office\/(?:[^/]+\/){1,3}(?:pact|apply)\/(?:[0-9a-f-]{36}\/decision|reaffirm)$/, largest: 10_100_000 },
  {
    path: /^\/office\/(?:associations\/[^/]+\/[^/]+|instance)\/toolkit\/(?:translate\/|originals(?:\/|$))/,
    largest: 26_100_000,
  },
  { path: /^\/office\/[^/]+\/[^/]+\/paper\/arms$/, largest: 2_100_000 },
  { path: /^\/office\/[^/]+\/[^/]+\/plans\/[0-9a-f-]{36}\/measures\/[0-9a-f-]{36}$/, largest: 11_100_000 },
  {
    path: /^\/office\/(?:meetings\/\d{4}\/call\/documents|[^/]+\/[^/]+\/meetings\/\d{4}\/bid\/letters)$/,
    largest: 11_100_000,
  },
  { path: /^\/office\/associations\/[^/]+\/[^/]+\/campaigns\/contacts\/list$/, largest: 12_100_000 },
]
/** Per caller: forms are for people. Reading pages is not limited: they are served from memory. */
const usualFormLimit: Limit = { points: 120, seconds: 60 }
/** Per caller, behind whom a whole school may stand: nobody reports more mistakes than this in an hour. */
const reportLimit: Limit = { points: 20, seconds: 3_600 }
/** Per caller: a code can't be found by trying (decision 35); whoever mistypes one gets it right in fewer. */
const codeLimit: Limit = { points: 20, seconds: 3_600 }

/** Per caller: an office prints all papers in all languages it speaks; making one takes the processor far longer than a page. */
const fileLimit: Limit = { points: 120, seconds: 60 }
/** What is made as a file of its own. */
const files = [
  ...['poster.pdf', 'share.png', 'site.zip'].map((name) => `/:lang/:cc/:slug/${name}`),
  '/:lang/register/:number/certificate.pdf',
  ...['pdf', 'docx'].map((ending) => `/:lang/:cc/:slug/plan/:cycle/report.${ending}`),
  '/:lang/register/press/:cc/:file',
]

export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(requestLog(deps.log))
  app.use(logReason(deps.log))
  app.use(setHeaders(deps.safetyHeaders))
  app.post('*', limitRequests(deps.formLimit ?? usualFormLimit, deps.trustProxy))
  app.on('GET', files, limitRequests(fileLimit, deps.trustProxy))
  const limited = (maxSize: number) => bodyLimit({ maxSize, onError: () => refuse('too-large') })
  const form = limited(largestBody)
  const withFiles = fileForms.map(({ path, largest }) => ({ path, limit: limited(largest) }))
  app.post('*', (c, next) => (withFiles.find(({ path }) => path.test(c.req.path))?.limit ?? form)(c, next))
  app.post('/:lang/:cc/:slug/services/:id/wrong', limitRequests(deps.formLimit ?? reportLimit, deps.trustProxy))
  for (const path of ['/:lang/confirm', '/:lang/verify', '/join']) {
    app.post(path, limitRequests(deps.formLimit ?? codeLimit, deps.trustProxy))
  }
  // Public forms change nothing and know nobody: only the office has something to forge. Its pages may say to
  // themselves where a form came from; all others send no referrer, and then no origin either.
  for (const path of ['/sign-in/*', '/sign-out', '/office/*']) {
    app.use(path, setHeaders({ 'referrer-policy': 'same-origin' }))
    app.post(path, csrf({ origin: (origin) => origin === deps.baseUrl || isLoopback(deps.baseUrl, origin) }))
  }
  app.post('/office/*', async (_c, next) => {
    await deps.ready()
    await next()
    await deps.heard()
  })
  mountRoutes(app, deps.routes, deps.guards)
  const answer = async (c: Context<AppEnv>, fault: RequestFault | 'failed'): Promise<Response> => {
    const request = { path: c.req.path, acceptLanguage: c.req.header('accept-language') }
    const html = await deps.faultPage(request, fault)
    return c.html(html, fault === 'failed' ? 500 : fault.status, { 'cache-control': 'no-store' })
  }
  app.notFound((c) => answer(c, new RequestFault('not-found')))
  app.onError((error, c) => {
    const fault = error instanceof RequestFault ? error : faultOf(error)
    if (fault === 'failed') deps.log.error({ err: error }, 'request failed')
    return answer(c, fault)
  })
  return app
}

function refuse(kind: ConstructorParameters<typeof RequestFault>[0]): never {
  throw new RequestFault(kind)
}

/** Whoever asks is told that something is away; what to do about it stands in the log. */
function logReason(log: Log): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.error instanceof RequestFault && c.error.reason) log.error(c.error.reason)
  }
}

/** hono's own refusals carry a status; everything else is a fault of ours. */
function faultOf(error: Error): RequestFault | 'failed' {
  if (!('status' in error)) return 'failed'
  if (error.status === 403) return new RequestFault('forbidden')
  if (error.status === 404) return new RequestFault('not-found')
  return error.status === 413 ? new RequestFault('too-large') : 'failed'
}

/** In development a page may be open under either name of this machine. */
function isLoopback(baseUrl: string, origin: string): boolean {
  const here = new URL(baseUrl)
  const there = URL.parse(origin)
  const names = ['localhost', '127.0.0.1', '[::1]']
  return there !== null && names.includes(here.hostname) && names.includes(there.hostname) && here.port === there.port
}
