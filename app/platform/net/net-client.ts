/**
 * The only way from this instance to a host that somebody else names: links of services, directories of towns. What it may
 * reach, how long and how much stands in docs/decisions/0024.
 */
import type { Clock } from '../clock.ts'
import { exchange, type NetLimits, type Reply, type Resolve, systemResolve } from './exchange.ts'
import { createHostPace, retryAt } from './host-pace.ts'
import { type Hop, type NetAnswer, NetFault, reasonOf } from './net-outcomes.ts'
import { hostOf, isAllowed, openInternet, type TargetRules, targetOf } from './net-target.ts'

export interface NetRequest {
  readonly url: string
  readonly method: 'GET' | 'HEAD'
  /** What is asked for: a media type. */
  readonly accept?: string
  /** What is known of the answer from before: where it is still that, the status is 304 and there is no body. */
  readonly known?: { readonly etag: string | null; readonly lastModified: string | null }
  /** False: the head of the answer is enough, and its body is not read. */
  readonly wantsBody: boolean
  /** False: an answer that leads on is the answer, and whoever asked decides whether to go there. */
  readonly follows?: boolean
  /** Where it differs from the usual. */
  readonly limits?: Partial<NetLimits>
}

export interface NetClient {
  /** Never throws for what others do: see `NetAnswer`. */
  ask(request: NetRequest): Promise<NetAnswer>
}

export interface NetDeps {
  readonly clock: Pick<Clock, 'milliseconds'>
  readonly wait: (milliseconds: number) => Promise<void>
  /** Origin of this instance: it says who asks. */
  readonly baseUrl: string
  /** False: the operator wants nothing to go out. */
  readonly on: boolean
  readonly rules?: TargetRules
  readonly resolve?: Resolve
  readonly ca?: string
}

const usualLimits: NetLimits = {
  connectMilliseconds: 10_000,
  firstByteMilliseconds: 15_000,
  wholeMilliseconds: 40_000,
  bytes: 1_000_000,
}
const mostRedirects = 5
const leadsOn: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

export function createNetClient(deps: NetDeps): NetClient {
  const { clock, wait, on, rules = openInternet } = deps
  const pace = createHostPace({ milliseconds: () => clock.milliseconds(), wait })

  async function once(url: URL, request: NetRequest, signal: AbortSignal): Promise<Reply> {
    const host = hostOf(url)
    if (pace.silentUntil(host) !== undefined) throw new NetFault('busy')
    const allowed = isAllowed(url, rules)
    const reply = await exchange({
      url,
      method: request.method,
      headers: headersOf(deps.baseUrl, request),
      limits: { ...usualLimits, ...request.limits },
      signal,
      resolve: deps.resolve ?? systemResolve,
      mayConnect: (address) => allowed || rules.isPublic(address),
      ca: deps.ca,
      wantsBody: (status) => request.wantsBody && !leadsOn.has(status),
    })
    if (reply.status === 429 || reply.status === 503) {
      pace.silence(host, retryAt(reply.headers['retry-after'], clock.milliseconds()))
    }
    return reply
  }

  async function follow(request: NetRequest, hops: Hop[]): Promise<NetAnswer> {
    let url = targetOf(request.url, undefined, rules)
    // Waiting for one's turn is not the host's fault: the time runs while somebody is asked.
    let left = request.limits?.wholeMilliseconds ?? usualLimits.wholeMilliseconds
    for (;;) {
      const reply = await pace.turn(hostOf(url), async () => {
        const begun = clock.milliseconds()
        const answered = await once(url, request, AbortSignal.timeout(left))
        left = Math.max(1, left - (clock.milliseconds() - begun))
        return answered
      })
      const follows = request.follows !== false && leadsOn.has(reply.status)
      const to = follows ? reply.headers.location : undefined
      if (to === undefined) return { outcome: 'answered', url: url.href, hops, ...reply }
      if (hops.length === mostRedirects) throw new NetFault('too-many-redirects')
      url = targetOf(to, url, rules)
      hops.push({ status: reply.status, to: url.href })
    }
  }

  return {
    ask: async (request) => {
      if (!on) return { outcome: 'not-answered', reason: 'off', hops: [] }
      const hops: Hop[] = []
      try {
        return await follow(request, hops)
      } catch (error) {
        return { outcome: 'not-answered', reason: reasonOf(error), hops }
      }
    },
  }
}

function headersOf(baseUrl: string, { accept = '*/*', known }: NetRequest): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    'user-agent': `Safe-Towns (+${baseUrl})`,
    accept,
    'accept-encoding': 'gzip, br',
    connection: 'close',
  }
}
