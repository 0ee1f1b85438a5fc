/** What changes in a help page that stands as a frame in the town's own website, and which websites those are. */

import { withLinks } from '../link-rules.ts'

export const headingLevels = [2, 3, 4] as const
export type HeadingLevel = (typeof headingLevels)[number]

/** As asked for in the address; 2 where nothing sensible is. */
export function headingAsked(asked: string | undefined): HeadingLevel {
  return headingLevels.find((level) => String(level) === asked) ?? 2
}

/** A name of at least two parts whose last begins with a letter: no address of a machine, no wildcard, no port. */
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** In the form that a header can hold; undefined for what is no domain. */
function hostOf(domain: string): string | undefined {
  const name = domain.trim()
  if (/[\s/\\:@?#;,'"*%]/.test(name)) return undefined
  const host = URL.parse(`https://${name}`)?.hostname ?? ''
  return host.length <= 253 && hostName.test(host) ? host : undefined
}

/** Domains in the form that browsers use, each once. */
export const siteHosts = (domains: readonly string[]): string[] => [
  ...new Set(domains.flatMap((domain) => hostOf(domain) ?? [])),
]

/**
 * Who may show a page as a frame, as the value of `frame-ancestors`: this site, and a town's own domains with all that
 * is below them.
 */
export function frameAncestors(domains: readonly string[]): string {
  return ["'self'", ...siteHosts(domains).flatMap((host) => [`https://${host}`, `https://*.${host}`])].join(' ')
}

/** Stays in the frame: the frame itself in another language, a place on it, a phone, a mail. */
const staysInside = /^(?:#|\/embed\/|tel:|sms:|mailto:)/

const titleId = 'framed-title'
const headings = /<h([1-4])(?=[ >])/g
/** The page around has each of them, too. */
const landmarks = /<(?:header|main|footer)(?=[ >])/g

/**
 * The same document for a frame. What leads on opens in place of the whole page, where its address can be seen and the
 * way out works. Headings keep their look and tell a level that fits the page around, and its parts are called by its
 * title.
 */
export function forFrame(html: string, level: HeadingLevel): string {
  const content = html.indexOf('<main')
  const levelled = html
    .replace(headings, (tag, own: string, at: number) => {
      // Help stands before the title of the page, and beside it.
      const told = at < content ? level : Math.min(Number(own) + level - 1, 6)
      return `${tag} aria-level="${told}"`
    })
    .replace(landmarks, (tag) => `${tag} aria-labelledby="${titleId}"`)
    .replace('<h1 ', `<h1 id="${titleId}" `)
  return withLinks(levelled, (link, href) => (staysInside.test(href) ? link : `${link} target="_top"`))
}
