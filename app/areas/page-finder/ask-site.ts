/** Asks a town's website, page after page: as robots.txt allows, at the pace it wants, and never another host. */
import type { NetAnswer } from '../../platform/net/net-outcomes.ts'
import type { FinderDeps } from './deps.ts'
import { everythingAllowed, mayRead, type RobotsRules, readRobots, robotsBytes } from './robots-rules.ts'
import { isOwn, mostMinutes, mostRequests } from './site-rules.ts'
import type { UnseenCode } from './verdict-rules.ts'

/** As the User-Agent of the client begins; robots.txt names it so. */
const robotsToken = 'safe-towns'

const limits = { connectMilliseconds: 10_000, firstByteMilliseconds: 15_000, wholeMilliseconds: 30_000 }
const pageBytes = 2_000_000
/** Larger than any that people write; what stands behind `robotsBytes` is not read. */
const robotsFileBytes = 5_000_000
const sitemapBytes = 5_000_000
const mostHops = 5

const html = /^(?:text\/html|application\/xhtml\+xml)\b/i

export type Got =
  | { readonly outcome: 'page'; readonly url: URL; readonly html: string }
  | { readonly outcome: 'not'; readonly reason: UnseenCode; readonly to?: string }
  /** Time or requests are used up. */
  | { readonly outcome: 'over' }

type Robots = RobotsRules | 'robots-unreachable' | UnseenCode

/** The character set that the answer names, or the page; of one that nobody knows, the usual. */
function textOf(body: Buffer, type: string): string {
  const named = /charset\s*=\s*["']?([\w-]+)/i
  const charset = (named.exec(type) ?? named.exec(body.subarray(0, 2_000).toString('latin1')))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

const header = (value: string | string[] | undefined): string => [value ?? ''].flat().join(', ')

type Deps = Pick<FinderDeps, 'net' | 'clock' | 'wait'>

/** What was asked of one website, and what may still be. */
export class SiteVisit {
  readonly #deps: Deps
  readonly #hosts: readonly string[]
  readonly #robots = new Map<string, Robots>()
  readonly #lastAsked = new Map<string, number>()
  readonly #until: number
  #left = mostRequests

  /** @param hosts of the town; nothing else is asked. */
  constructor(deps: Deps, hosts: readonly string[]) {
    this.#deps = deps
    this.#hosts = hosts
    this.#until = deps.clock.milliseconds() + mostMinutes * 60_000
  }

  /** Never throws for what others answer. */
  async page(url: URL): Promise<Got> {
    const got = await this.#get(url, 'text/html', pageBytes)
    if ('outcome' in got) return got
    const type = header(got.answer.headers['content-type']) || 'text/html'
    if (!html.test(type.trim())) return { outcome: 'not', reason: 'not-html' }
    return { outcome: 'page', url: got.url, html: textOf(got.answer.body, type) }
  }

  /** Undefined where there is none. */
  async sitemap(url: URL): Promise<string | undefined> {
    const got = await this.#get(url, 'application/xml', sitemapBytes)
    return 'outcome' in got ? undefined : got.answer.body.toString('utf8')
  }

  /** Addresses of sitemaps that robots.txt of the host names, on hosts of the town. */
  sitemapsOf(url: URL): URL[] {
    const robots = this.#robots.get(url.origin)
    const named = typeof robots === 'object' ? robots.sitemaps.map((each) => new URL(each)) : []
    return named.filter((each) => isOwn(each, this.#hosts))
  }

  async #get(
    first: URL,
    accept: string,
    bytes: number,
  ): Promise<{ readonly url: URL; readonly answer: Answered } | Exclude<Got, { outcome: 'page' }>> {
    let url = first
    for (let hops = 0; hops <= mostHops; hops++) {
      if (!isOwn(url, this.#hosts)) return { outcome: 'not', reason: 'elsewhere', to: url.origin }
      const robots = await this.#robotsOf(url)
      if (typeof robots === 'string') return { outcome: 'not', reason: robots }
      if (!mayRead(robots, url)) return { outcome: 'not', reason: 'robots-forbid' }
      if (!(await this.#turn(url, robots.delaySeconds))) return { outcome: 'over' }
      const answer = await this.#ask(url, accept, bytes)
      if (answer.outcome === 'not-answered') return { outcome: 'not', reason: answer.reason }
      const to = leadsTo(answer, url)
      if (!to) return answer.status === 200 ? { url, answer } : { outcome: 'not', reason: 'status' }
      url = to
    }
    return { outcome: 'not', reason: 'too-many-redirects' }
  }

  #ask(url: URL, accept: string, bytes: number): Promise<NetAnswer> {
    this.#left -= 1
    return this.#deps.net.ask({
      ...{ url: url.href, method: 'GET', accept, wantsBody: true, follows: false },
      limits: { ...limits, bytes },
    })
  }

  /** Waits as long as the site asks for. The client itself keeps a second between two requests to a host. */
  async #turn({ host }: URL, delaySeconds = 0): Promise<boolean> {
    const { clock, wait } = this.#deps
    const now = clock.milliseconds()
    const at = Math.max(now, (this.#lastAsked.get(host) ?? 0) + delaySeconds * 1_000)
    if (this.#left <= 0 || at >= this.#until) return false
    if (at > now && this.#lastAsked.has(host)) await wait(at - now)
    this.#lastAsked.set(host, clock.milliseconds())
    return true
  }

  /** Once for each host: a client error means that there are no rules, a server's that nothing may be read. */
  async #robotsOf({ origin, host }: URL): Promise<Robots> {
    const known = this.#robots.get(origin)
    if (known !== undefined) return known
    let url = new URL('/robots.txt', origin)
    let found: Robots = everythingAllowed
    for (let hops = 0; hops <= mostHops; hops++) {
      const answer = await this.#ask(url, 'text/plain', robotsFileBytes)
      this.#lastAsked.set(host, this.#deps.clock.milliseconds())
      if (answer.outcome === 'not-answered') found = answer.reason
      else if (answer.status >= 500 || answer.status === 429) found = 'robots-unreachable'
      else if (answer.status === 200) found = readRobots(ofRobots(answer.body), robotsToken)
      const to = answer.outcome === 'answered' ? leadsTo(answer, url) : undefined
      // Rules that stand with somebody else are none.
      if (!to || !isOwn(to, this.#hosts)) break
      url = to
    }
    this.#robots.set(origin, found)
    return found
  }
}

type Answered = Extract<NetAnswer, { outcome: 'answered' }>

const ofRobots = (body: Buffer): string => body.subarray(0, robotsBytes).toString('utf8')

const leadsOn: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

function leadsTo({ status, headers }: Answered, base: URL): URL | undefined {
  const to = leadsOn.has(status) ? URL.parse(header(headers.location), base) : null
  return to && /^https?:$/.test(to.protocol) && !to.username ? to : undefined
}
