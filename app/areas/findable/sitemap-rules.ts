/** What search engines are told, as https://www.sitemaps.org/protocol.html and RFC 9116 (security.txt) have it. */

export interface Listed {
  /** Absolute, one for each language. */
  readonly versions: readonly { readonly lang: string; readonly href: string }[]
  readonly changed: Temporal.Instant | undefined
}

/** One file, absolute. */
export interface SitemapFile {
  readonly href: string
  readonly changed: Temporal.Instant | undefined
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const lastModified = (changed: Temporal.Instant | undefined) =>
  changed === undefined ? '' : `<lastmod>${changed.toString({ smallestUnit: 'second' })}</lastmod>`

export function sitemapIndex(files: readonly SitemapFile[]): string {
  const entries = files.map(({ href, changed }) => {
    return `<sitemap><loc>${escaped(href)}</loc>${lastModified(changed)}</sitemap>`
  })
  return `${head}<sitemapindex xmlns="${schema}">${entries.join('\n')}</sitemapindex>\n`
}

/** Each page in each of its languages, with the others beside it. */
export function sitemap(pages: readonly Listed[]): string {
  const entries = pages.flatMap(({ versions, changed }) => {
    const links = versions
      .map(({ lang, href }) => `<xhtml:link rel="alternate" hreflang="${escaped(lang)}" href="${escaped(href)}"/>`)
      .join('')
    return versions.map(({ href }) => `<url><loc>${escaped(href)}</loc>${lastModified(changed)}${links}</url>`)
  })
  return `${head}<urlset xmlns="${schema}" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('\n')}</urlset>\n`
}

/** Everything public may be found; the office has nothing for anybody else. @param sitemapHref absolute. */
export function robotsText(sitemapHref: string, refused: readonly string[]): string {
  return ['User-agent: *', ...refused.map((path) => `Disallow: ${path}`), '', `Sitemap: ${sitemapHref}`, ''].join('\n')
}

/** A researcher must not rely on it for longer; it is made anew each day. */
const securityTextDays = 90

/**
 * Whom to tell of a hole in the software or this instance.
 *
 * @param contact `mailto:` or `https:`, as the setting says it.
 * @param href absolute address of the text itself.
 */
export function securityText(contact: string, href: string, now: Temporal.Instant): string {
  const day = now.toZonedDateTimeISO('UTC').startOfDay().add({ days: securityTextDays })
  const expires = day.toInstant().toString({ smallestUnit: 'second' })
  return [`Contact: ${contact}`, `Expires: ${expires}`, `Canonical: ${href}`, ''].join('\n')
}
