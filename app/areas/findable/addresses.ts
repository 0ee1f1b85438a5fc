/** Where programs look, that nobody follows a link to. */
export const addresses = {
  robots: () => '/robots.txt',
  securityText: () => '/.well-known/security.txt',
  sitemapIndex: () => '/sitemap.xml',
  /** Pages about the site itself. */
  siteSitemap: () => '/sitemaps/site.xml',
  /** @param country in either case. @param number of the part, beginning with 1. */
  sitemap: (country: string, number: number) => `/sitemaps/${country.toLowerCase()}-${number}.xml`,
  /** Entries of the register. @param number of the part, beginning with 1. */
  registerSitemap: (number: number) => `/sitemaps/register-${number}.xml`,
} as const

export const sitemapPattern = '/sitemaps/:file{(?:[a-z]{2}|register)-[1-9][0-9]{0,5}[.]xml}'
