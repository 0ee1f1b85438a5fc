/** What is listed for the whole network: entries of the register, plans, their reports, practices, the toolkit, events. */
export const allSeries = ['register', 'plans', 'reports', 'practices', 'toolkit', 'events'] as const
export type Series = (typeof allSeries)[number]

/** Where programs look, that nobody follows a link to. */
export const addresses = {
  robots: () => '/robots.txt',
  securityText: () => '/.well-known/security.txt',
  sitemapIndex: () => '/sitemap.xml',
  /** Pages about the site itself. */
  siteSitemap: () => '/sitemaps/site.xml',
  /** @param country in either case. @param number of the part, beginning with 1. */
  sitemap: (country: string, number: number) => `/sitemaps/${country.toLowerCase()}-${number}.xml`,
  /** Of the whole network. @param number of the part, beginning with 1. */
  seriesSitemap: (series: Series, number: number) => `/sitemaps/${series}-${number}.xml`,
} as const

export const sitemapPattern = `/sitemaps/:file{(?:[a-z]{2}|${allSeries.join('|')})-[1-9][0-9]{0,5}[.]xml}`
