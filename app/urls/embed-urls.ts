/** Addresses by which a town's page stands in its own website. */
import { cc, officePath, type Town, townPath } from './town-paths.ts'

export interface EmbedAsked {
  readonly lang?: string | undefined
  readonly heading?: number | undefined
}

const withQuery = (path: string, query: URLSearchParams): string => (query.size > 0 ? `${path}?${query}` : path)

const queryOf = ({ lang, heading }: EmbedAsked): URLSearchParams =>
  new URLSearchParams({ ...(lang ? { lang } : {}), ...(heading ? { heading: String(heading) } : {}) })

export const embedUrls = {
  /** The town's page as a frame in its own website. */
  embed: (town: Town, asked: EmbedAsked = {}) => withQuery(`/embed/${cc(town.country)}/${town.slug}`, queryOf(asked)),
  /** For the town's own website: defines `<safe-towns-help>`. */
  embedScript: () => '/embed.js',
  /** How to show the page at an address of ours, for programs. @param page absolute. */
  oembed: (page?: string) => withQuery('/oembed', new URLSearchParams(page === undefined ? {} : { url: page })),
  /** The town's page as a part of another page. */
  fragment: (lang: string, town: Town, heading?: number) =>
    withQuery(`${townPath(lang, town)}/fragment.html`, queryOf({ heading })),
  /** Copies of the page to put on a website, in a zip file. */
  site: (lang: string, town: Town) => `${townPath(lang, town)}/site.zip`,
  /** What stands on the town's page, for programs. */
  townFeed: (lang: string, town: Town) => `${townPath(lang, town)}/feed.json`,
  /** The code to paste, and whether it works; POST looks at the town's website. */
  officeWebsite: (town: Town, asked: EmbedAsked = {}) => withQuery(`${officePath(town)}/website`, queryOf(asked)),
} as const
