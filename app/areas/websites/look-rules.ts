/** What a look at a page of the town's website has shown, fact by fact. */
import { aroundFindings } from './around-rules.ts'
import { copyFindings } from './copy-rules.ts'
import { readPolicies } from './csp-rules.ts'
import { finding, type LookFor, type WebsiteFinding } from './finding-rules.ts'
import { frameFindings, type Host } from './frame-rules.ts'
import type { HostPage } from './host-page.ts'

/** What answered. */
export interface Seen {
  /** Where the answer came from in the end. */
  readonly url: string
  readonly redirected: boolean
  /** By lower-case name; several of a name as one, with commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly page: HostPage
}

const placed = new Set(['frame', 'frame-of-page', 'frame-held-back', 'element', 'fragment', 'export'])

/** The same sentence once, with all that belongs to it. */
function together(findings: readonly WebsiteFinding[]): WebsiteFinding[] {
  return [...Map.groupBy(findings, ({ code }) => code).values()].flatMap((same) => {
    const [first] = same
    return first ? [{ ...first, details: [...new Set(same.flatMap(({ details }) => details))] }] : []
  })
}

export function findingsOf({ url: address, redirected, headers, page }: Seen, look: LookFor): WebsiteFinding[] {
  const url = new URL(address)
  const texts = [headers['content-security-policy'] ?? '', ...page.policies]
  const host: Host = {
    url,
    page,
    policies: texts.flatMap(readPolicies),
    embedder: headers['cross-origin-embedder-policy'] ?? '',
  }
  const ours = [...frameFindings(host, look), ...copyFindings(host, look)]
  return together([
    url.protocol === 'https:' ? finding('https', 'good') : finding('no-https', 'bad'),
    ...(redirected ? [finding('redirected', 'told', url.href)] : []),
    ...(ours.some(({ code }) => placed.has(code)) ? [] : [finding('nothing-found', 'bad')]),
    ...ours,
    ...aroundFindings(host, look),
  ])
}
