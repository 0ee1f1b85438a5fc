/** Whether the frame or the element of a town works in the page around it. */
import { type ContentPolicy, isAllowed, letsLeave } from './csp-rules.ts'
import { finding, type LookFor, type WebsiteFinding } from './finding-rules.ts'
import type { HostPage, HostTag } from './host-page.ts'

/** A page of a website, and what it lets in. */
export interface Host {
  readonly url: URL
  readonly page: HostPage
  readonly policies: readonly ContentPolicy[]
  /** Of the header `cross-origin-embedder-policy`. */
  readonly embedder: string
}

const below = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

export const absoluteOn = ({ url, page }: Host, address: string): URL | undefined => {
  const base = page.base === undefined ? url : (URL.parse(page.base, url) ?? url)
  return URL.parse(address.trim(), base) ?? undefined
}

/** As `frame-ancestors` of the frame decides. */
function domainFinding({ url }: Host, { hosts, baseUrl }: LookFor): WebsiteFinding {
  const allowed =
    url.origin === new URL(baseUrl).origin ||
    (url.protocol === 'https:' && url.port === '' && hosts.some((host) => below(url.hostname, host)))
  return allowed ? finding('domain', 'good', url.hostname) : finding('domain-missing', 'bad', url.hostname)
}

/** What applies to the frame itself, whoever puts it into the page. */
function aroundFrame(host: Host, look: LookFor): WebsiteFinding[] {
  const address = new URL('/embed/', look.baseUrl)
  const refusing = host.policies.some((policy) => !isAllowed(policy, 'frame', new URL(look.town, address), host.url))
  const sandboxes = host.policies.flatMap((policy) => {
    const tokens = policy.get('sandbox')
    return tokens ? [tokens] : []
  })
  return [
    domainFinding(host, look),
    ...(refusing ? [finding('policy-frame', 'bad', address.host)] : []),
    ...(/^(?:require-corp|credentialless)/i.test(host.embedder.trim()) ? [finding('policy-embedder', 'bad')] : []),
    ...(sandboxes.every(letsLeave) ? [] : [finding('sandbox-exit', 'bad')]),
  ]
}

const spokenIn = (tag: string): string => tag.trim().toLowerCase().split('-')[0] ?? ''

/** @param asked of the code that was pasted. */
export function fitFindings(
  { page }: Host,
  tag: HostTag,
  asked: { readonly lang: string | undefined; readonly heading: number | undefined },
): WebsiteFinding[] {
  const { lang, heading } = asked
  const around = page.lang === undefined ? '' : spokenIn(page.lang)
  const differs = lang !== undefined && around !== '' && spokenIn(lang) !== around
  const wanted = tag.headingBefore === undefined ? undefined : Math.min(Math.max(tag.headingBefore + 1, 2), 4)
  return [
    ...(differs ? [finding('language', 'look', `${page.lang}`, lang)] : []),
    ...(wanted !== undefined && heading !== undefined && wanted !== heading
      ? [finding('heading', 'look', `heading=${wanted}`)]
      : []),
  ]
}

/** A frame that somebody pasted. @returns undefined for one that is not of this town. */
function frameOf(host: Host, tag: HostTag, look: LookFor): WebsiteFinding[] | undefined {
  const { attributes } = tag
  const url = absoluteOn(host, attributes['src'] ?? '')
  const named = url && look.named(url.href)
  if (!(url && named)) return undefined
  if (`${named.country}/${named.slug}` !== look.town) return [finding('other-town', 'bad', url.href)]
  if (!url.pathname.startsWith('/embed/')) return [finding('frame-of-page', 'bad', url.href)]
  const sandbox = attributes['sandbox']?.trim().toLowerCase().split(/\s+/)
  return [
    finding('frame', 'good', url.href),
    ...(attributes['title']?.trim() ? [] : [finding('frame-untitled', 'bad')]),
    ...(letsLeave(sandbox) ? [] : [finding('sandbox-exit', 'bad')]),
    ...(sandbox && !sandbox.includes('allow-scripts') ? [finding('sandbox-script', 'told')] : []),
    ...aroundFrame(host, look),
    ...fitFindings(host, tag, { lang: named.lang, heading: named.heading ?? 2 }),
  ]
}

/** Banners that ask for consent hold frames back: the address stands in another attribute until somebody agrees. */
function heldBack(tag: HostTag, { baseUrl, town }: LookFor): WebsiteFinding[] | undefined {
  const address = `${baseUrl}/embed/${town}`
  const held = Object.entries(tag.attributes).some(([name, value]) => name !== 'src' && value.includes(address))
  return held ? [finding('frame-held-back', 'bad')] : undefined
}

function elementOf(host: Host, tag: HostTag, look: LookFor): WebsiteFinding[] {
  const { attributes } = tag
  if (attributes['town'] !== look.town) return [finding('other-town', 'bad', `${attributes['town'] ?? ''}`)]
  const address = new URL('/embed.js', look.baseUrl)
  const script = host.page.scripts.find(({ src }) => absoluteOn(host, src)?.href === address.href)
  const refused = host.policies.some((policy) => !isAllowed(policy, 'script', address, host.url, script?.nonce))
  return [
    finding('element', 'good'),
    ...(script ? [] : [finding('element-without-script', 'bad', address.href)]),
    ...(script && refused ? [finding('policy-script', 'bad', address.host)] : []),
    ...aroundFrame(host, look),
    ...fitFindings(host, tag, { lang: attributes['lang'], heading: Number(attributes['heading'] ?? 2) }),
  ]
}

/** Whether a link to the town's page stands there for whoever sees no frame. */
function linkFinding(host: Host, look: LookFor): WebsiteFinding {
  const leads = host.page.links.some((href) => {
    const url = absoluteOn(host, href)
    const named = url && look.named(url.href)
    return named !== undefined && `${named.country}/${named.slug}` === look.town
  })
  return leads ? finding('link', 'good') : finding('link-missing', 'bad')
}

/** Frames and elements, one after the other. */
export function frameFindings(host: Host, look: LookFor): WebsiteFinding[] {
  const found = host.page.tags.flatMap((tag) => {
    if (tag.name === 'safe-towns-help') return elementOf(host, tag, look)
    return (tag.name === 'iframe' && (frameOf(host, tag, look) ?? heldBack(tag, look))) || []
  })
  const shown = found.some(({ code }) => code === 'frame' || code === 'element' || code === 'frame-held-back')
  return shown ? [...found, linkFinding(host, look)] : found
}
