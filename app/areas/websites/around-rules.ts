/** Who else learns that somebody has opened the page: what a website loads from others around ours. */
import { finding, type LookFor, type Tracker, type WebsiteFinding } from './finding-rules.ts'
import { absoluteOn, type Host } from './frame-rules.ts'

/** More would not be read. */
const mostNamed = 20

const below = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

const trackerOf = (trackers: readonly Tracker[], host: string): Tracker | undefined =>
  trackers.find(({ hosts }) => hosts.some((one) => below(host, one)))

/** Hosts that are neither the website's own nor this instance. */
function othersOf(host: Host, { hosts, baseUrl }: LookFor): string[] {
  const own = [host.url.hostname.replace(/^www\./, ''), ...hosts, new URL(baseUrl).hostname]
  const asked = host.page.loads.flatMap((address) => {
    const url = absoluteOn(host, address)
    return url && /^https?:$/.test(url.protocol) ? [url.hostname] : []
  })
  return [...new Set(asked)].filter((one) => !own.some((domain) => below(one, domain))).sort()
}

/** Trackers whose host stands in a script of the page: it loads them when it runs. */
function startedInline({ page }: Host, trackers: readonly Tracker[]): string[] {
  return trackers.flatMap(({ hosts }) => hosts.filter((host) => page.inline.some((text) => text.includes(host))))
}

/** What stands in the page as it is sent; what its scripts load later is not seen. */
export function aroundFindings(host: Host, look: LookFor): WebsiteFinding[] {
  const others = othersOf(host, look)
  const suspects = [...new Set([...others, ...startedInline(host, look.trackers)])]
  const named = suspects.flatMap((one) => {
    const tracker = trackerOf(look.trackers, one)
    return tracker ? [{ one, text: `${tracker.vendor}: ${one}` }] : []
  })
  const known = new Set(named.map(({ one }) => one))
  const unknown = others.filter((one) => !known.has(one))
  if (named.length + unknown.length === 0) return [finding('around-nothing', 'good')]
  return [
    ...(named.length > 0
      ? [finding('around-trackers', 'bad', ...named.slice(0, mostNamed).map(({ text }) => text))]
      : []),
    ...(unknown.length > 0 ? [finding('around-others', 'look', ...unknown.slice(0, mostNamed))] : []),
  ]
}
