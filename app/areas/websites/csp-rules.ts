/** Whether what a website allows its pages to load lets our frame and script in (Content Security Policy, level 3). */

/** Names of directives in lower case, and their values. */
export type ContentPolicy = ReadonlyMap<string, readonly string[]>

/** @param text of a header, which may hold several, or of a tag. */
export function readPolicies(text: string): ContentPolicy[] {
  return text
    .split(',')
    .map((one) => {
      const policy = new Map<string, readonly string[]>()
      for (const directive of one.split(';')) {
        const [name, ...values] = directive.trim().split(/\s+/)
        // Of a directive that stands there twice the first one counts.
        if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), values)
      }
      return policy
    })
    .filter((policy) => policy.size > 0)
}

const directives = {
  frame: ['frame-src', 'child-src', 'default-src'],
  script: ['script-src-elem', 'script-src', 'default-src'],
} as const

export type Loaded = keyof typeof directives

/** `https:`, `*`, `https://*.town.eu:443/path`. */
const hostSource = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9.-]+)(?::(\d+|\*))?(\/[^?#]*)?$/

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80')

function hostMatches(pattern: string, host: string): boolean {
  if (pattern === '*') return true
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}

function pathMatches(path: string | undefined, asked: string): boolean {
  if (path === undefined || path === '/') return true
  return path.endsWith('/') ? asked.startsWith(path) : asked === path
}

const schemeMatches = (allowed: string, url: URL): boolean =>
  url.protocol === `${allowed}:` || (allowed === 'http' && url.protocol === 'https:')

function sourceMatches(source: string, url: URL, self: URL): boolean {
  const low = source.toLowerCase()
  if (low === "'self'") return url.origin === self.origin
  if (/^[a-z][a-z0-9+.-]*:$/.test(low)) return schemeMatches(low.slice(0, -1), url)
  const found = hostSource.exec(low)
  if (!found) return false
  const [, scheme, host = '', port] = found
  const path = hostSource.exec(source)?.[4] ?? found[4]
  const schemeFits = scheme === undefined ? schemeMatches(self.protocol.slice(0, -1), url) : schemeMatches(scheme, url)
  const portFits = port === undefined ? url.port === '' : port === '*' || port === portOf(url)
  return schemeFits && hostMatches(host, url.hostname) && portFits && pathMatches(path, url.pathname)
}

/** @param nonce of the script's tag. @param self the page that loads it. */
export function isAllowed(policy: ContentPolicy, loaded: Loaded, url: URL, self: URL, nonce?: string): boolean {
  const name = directives[loaded].find((each) => policy.has(each))
  if (name === undefined) return true
  const sources = policy.get(name) ?? []
  if (loaded === 'script' && nonce && sources.includes(`'nonce-${nonce}'`)) return true
  // Then hosts do not count: only what a trusted script loads.
  if (loaded === 'script' && sources.some((one) => one.toLowerCase() === "'strict-dynamic'")) return false
  return sources.some((source) => sourceMatches(source, url, self))
}

/** What a page in a sandbox lets a frame within it do. */
const leaving = ['allow-top-navigation', 'allow-top-navigation-by-user-activation']

/** @param tokens of a `sandbox`; undefined: there is none. */
export const letsLeave = (tokens: readonly string[] | undefined): boolean =>
  tokens === undefined || tokens.some((token) => leaving.includes(token.toLowerCase()))
