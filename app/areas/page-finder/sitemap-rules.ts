/** Addresses that a sitemap lists: a hint where a page has no links that a program can read. */

/** Read no further. */
const mostAddresses = 20_000

export interface Sitemap {
  readonly pages: readonly string[]
  /** Of a list of sitemaps. */
  readonly sitemaps: readonly string[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text
    .replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)
    .trim()

/** @param text of the file; of something that is no sitemap, nothing. */
export function readSitemap(text: string): Sitemap {
  const found = [...text.matchAll(/<(?:\w+:)?loc>([^<]{1,2000}|\s*<!\[CDATA\[[^\]]{1,2000}\]\]>\s*)<\//g)]
  const addresses = found.slice(0, mostAddresses).map((match) => plain(match[1] ?? ''))
  return /<(?:\w+:)?sitemapindex[\s>]/.test(text.slice(0, 2_000))
    ? { pages: [], sitemaps: addresses }
    : { pages: addresses, sitemaps: [] }
}
