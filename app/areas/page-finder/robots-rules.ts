/** What a website lets programs read: robots.txt by RFC 9309. */

export interface RobotsRules {
  /** In no order: the longest that fits decides. */
  readonly rules: readonly { readonly allow: boolean; readonly path: string }[]
  /** Between two requests; undefined where nothing is said. */
  readonly delaySeconds: number | undefined
  /** Absolute addresses. */
  readonly sitemaps: readonly string[]
}

/** RFC 9309, 2.5: at least 500 kibibytes are read; what stands behind is not. */
export const robotsBytes = 512_000
/** More would be work that somebody makes us do. */
const mostRules = 5_000

export const everythingAllowed: RobotsRules = { rules: [], delaySeconds: undefined, sitemaps: [] }

interface Group {
  readonly agents: string[]
  readonly rules: { allow: boolean; path: string }[]
  delay: number | undefined
}

/** @param text of the file, cut at `robotsBytes`. @param token of the program, as its User-Agent begins. */
export function readRobots(text: string, token: string): RobotsRules {
  const groups: Group[] = []
  const sitemaps: string[] = []
  let collecting = false
  for (const { name, value } of linesOf(text)) {
    const group = groups.at(-1)
    if (name === 'user-agent') {
      if (collecting && group) group.agents.push(agentOf(value))
      else groups.push({ agents: [agentOf(value)], rules: [], delay: undefined })
      collecting = true
    } else if (name === 'sitemap') {
      if (URL.canParse(value)) sitemaps.push(value)
    } else if (group) {
      // Only rules end the list of programs that they are for; those before any group belong to nobody.
      if (name !== 'crawl-delay') collecting = false
      addTo(group, name, value)
    }
  }
  return { ...ofAgent(groups, token.toLowerCase()), sitemaps }
}

const known = /^\s*(user-agent|allow|disallow|crawl-delay|sitemap)\s*:\s*(.*)$/i

const linesOf = (text: string): { readonly name: string; readonly value: string }[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const found = known.exec(line.replace(/#.*$/, ''))
      return found ? [{ name: (found[1] ?? '').toLowerCase(), value: (found[2] ?? '').trim() }] : []
    })

function addTo(group: Group, name: string, value: string): void {
  if (name === 'crawl-delay') group.delay ??= /^\d{1,5}(?:\.\d+)?$/.test(value) ? Number(value) : undefined
  // A rule without a path says nothing.
  else if (value !== '' && group.rules.length < mostRules) {
    group.rules.push({ allow: name === 'allow', path: samePath(value) })
  }
}

/** `Safe-Towns/1.0` means `Safe-Towns`. */
const agentOf = (value: string): string => (value === '*' ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase())

/** All groups of the program together; else all of those for everybody. */
function ofAgent(groups: readonly Group[], token: string): Omit<RobotsRules, 'sitemaps'> {
  const own = groups.filter(({ agents }) => agents.includes(token))
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  const delays = chosen.flatMap(({ delay }) => delay ?? [])
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    delaySeconds: delays.length > 0 ? Math.max(...delays) : undefined,
  }
}

/** Letters written as they are, or as bytes, are the same; so are signs that need no escaping. */
function samePath(path: string): string {
  const bytes = path.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part.toWellFormed()))
  return bytes.replace(/%[0-9a-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(sign) ? sign : code.toUpperCase()
  })
}

/** Part by part, so that no pattern takes longer than reading the path once for each of its stars. */
function fits(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$')
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  if (anchored && rest.length === 0) return path === first
  let at = first.length
  for (const [index, part] of rest.entries()) {
    if (anchored && index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return true
}

/** The longest rule that fits decides; of two as long the one that allows. */
export function mayRead({ rules }: RobotsRules, url: URL): boolean {
  const path = samePath(url.pathname + url.search)
  if (path === '/robots.txt') return true
  let [allowed, length] = [true, -1]
  for (const rule of rules) {
    const longer = rule.path.length > length || (rule.path.length === length && rule.allow)
    if (longer && fits(rule.path, path)) [allowed, length] = [rule.allow, rule.path.length]
  }
  return allowed
}
