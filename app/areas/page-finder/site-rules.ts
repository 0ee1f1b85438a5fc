/** Which addresses belong to a town's website, and how far the finder goes there. */

/** No site is asked for more: the few pages that matter are near the first. */
export const mostPages = 12
/** Links away from the first page. */
export const deepest = 2
/** Beside pages: robots.txt, sitemaps, answers that lead on. */
export const mostRequests = 30
/** However long a site wants to be waited for. */
export const mostMinutes = 5
/** A site is looked at again by itself. */
export const daysBetween = 30
/** A coordinator may ask for it again. */
export const hoursBetweenAsked = 24

const bare = (host: string): string => host.replace(/^www\./, '')

/** A host of the town, or below one. @param hosts as a browser writes them. */
export function isOwn(url: URL, hosts: readonly string[]): boolean {
  const host = bare(url.hostname)
  return hosts.some((one) => host === bare(one) || host.endsWith(`.${bare(one)}`))
}

/** What counts visits and not pages. */
const marks = /^(?:utm_.*|fbclid|gclid|phpsessid|jsessionid|sid|cid|print|no_cache|chash)$/i

/** An address in the form in which it is asked for once; undefined for what is no page. */
export function pageOf(href: string, base: URL): URL | undefined {
  const url = URL.parse(href.trim(), base)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.href.length > 2_000)
    return undefined
  url.hash = ''
  url.pathname = url.pathname.replace(/;jsessionid=[^/]*/i, '')
  for (const name of [...url.searchParams.keys()]) if (marks.test(name)) url.searchParams.delete(name)
  return file.test(url.pathname) ? undefined : url
}

const file =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|gz|rar|7z|jpe?g|png|gif|webp|svg|ico|mp[34]|avi|mov|webm|ogg|wav|css|js|json|rss|atom|xml|ics|vcf|csv|txt|epub|exe|apk)$/i

/** With and without `www.`, `http:` or a last slash it is the same page. */
export const sameAddress = (url: URL): string =>
  `${bare(url.hostname)}:${url.port}${url.pathname.replace(/\/(?:index\.(?:html?|php|aspx?))?$/i, '')}${url.search}`

/** Where the finder begins, one after the other until one answers. @param domain as a browser writes it. */
export const startsOf = (domain: string): string[] => [
  `https://${domain}/`,
  ...(domain.startsWith('www.') ? [] : [`https://www.${domain}/`]),
  `http://${domain}/`,
]
