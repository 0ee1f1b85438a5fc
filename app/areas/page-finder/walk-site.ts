/** Walks through a town's website: a few pages, the most promising first, until it knows what is there. */

import { givesPlaceAway } from '../checklist/index.ts'
import { type Got, SiteVisit } from './ask-site.ts'
import type { FinderDeps, Placed } from './deps.ts'
import { fold } from './fold-rules.ts'
import { type Candidate, linkPoints, takeBest } from './link-rules.ts'
import { type Judged, judgePage, nothing } from './page-rules.ts'
import { readTownPage } from './read-town-page.ts'
import { type TownPage, type Words, wordsOf } from './reading-rules.ts'
import { deepest, isOwn, mostPages, pageOf, sameAddress } from './site-rules.ts'
import { readSitemap } from './sitemap-rules.ts'
import { type Found, type UnseenCode, verdicts } from './verdict-rules.ts'

export interface SiteAsked {
  /** Where to begin, one after the other until one answers. */
  readonly starts: readonly string[]
  readonly hosts: readonly string[]
  /** Pages that somebody knows of: looked at first. */
  readonly hints: readonly string[]
  /** Codes of the languages a town there writes in. */
  readonly languages: readonly string[]
  /** What a page shows of ours. */
  placedOn(html: string, url: URL): Placed | undefined
}

export type SiteSeen =
  | { readonly outcome: 'seen'; readonly found: Found }
  | { readonly outcome: 'unseen'; readonly reason: UnseenCode; readonly detail: string }

type Deps = Pick<FinderDeps, 'net' | 'clock' | 'wait' | 'reading'>

/** Known from the start: found before any link. */
const certain = 1_000
/** A page of less than this says nothing, and is made by scripts where it has no links either. */
const leastText = 200

const rank = ({ verdict }: Pick<Found, 'verdict'>): number => verdicts.indexOf(verdict)

class Walk {
  readonly visit: SiteVisit
  readonly #waiting: Candidate[] = []
  readonly #met = new Set<string>()
  readonly #words = new Map<string, Words>()
  readonly #deps: Deps
  readonly #asked: SiteAsked
  #pages = 0
  #best: { readonly found: Omit<Found, 'pages'>; readonly points: number } | undefined

  constructor(deps: Deps, asked: SiteAsked) {
    this.#deps = deps
    this.#asked = asked
    this.visit = new SiteVisit(deps, asked.hosts)
  }

  async run(): Promise<SiteSeen> {
    const begun = await this.#begin()
    if ('outcome' in begun) return begun
    for (const hint of this.#asked.hints) this.#add(hint, begun.url, 1, certain)
    await this.#goOn()
    if (!this.#best && (await this.#askSitemap(begun.url))) await this.#goOn()
    if (!this.#best && begun.empty && this.#pages <= 1) return { outcome: 'unseen', reason: 'script-only', detail: '' }
    const none = { verdict: 'none', address: undefined, sentence: '', kinds: [], made: undefined } as const
    return { outcome: 'seen', found: { ...(this.#best?.found ?? none), pages: this.#pages } }
  }

  /** The first page. */
  async #begin(): Promise<{ readonly url: URL; readonly empty: boolean } | SiteSeen> {
    let why: Extract<Got, { outcome: 'not' }> = { outcome: 'not', reason: 'address' }
    for (const start of this.#asked.starts) {
      const url = URL.parse(start)
      const got = url ? await this.visit.page(url) : undefined
      if (got?.outcome === 'page') {
        const page = await this.#read(got, 0)
        const text = page.paragraphs.join(' ').length
        return { url: got.url, empty: page.scripts && text < leastText && page.links.length + page.parts.length < 3 }
      }
      if (got?.outcome === 'not') why = got
      // Whoever says no to a program has said it.
      if (why.reason === 'robots-forbid' || why.reason === 'robots-unreachable' || why.reason === 'elsewhere') break
    }
    return { outcome: 'unseen', reason: why.reason, detail: why.to ?? '' }
  }

  async #goOn(): Promise<void> {
    for (let next = takeBest(this.#waiting); next; next = takeBest(this.#waiting)) {
      if (this.#pages >= mostPages || this.#isEnough()) return
      const got = await this.visit.page(next.url)
      if (got.outcome === 'over') return
      this.#pages += got.outcome === 'page' ? 0 : 1
      if (got.outcome === 'page') await this.#read(got, next.depth)
    }
  }

  /** What is ours is what matters most; of a page of the town's own, a checklist. */
  #isEnough(): boolean {
    return this.#best !== undefined && rank(this.#best.found) <= rank({ verdict: 'checklist' })
  }

  async #read({ html, url }: Extract<Got, { outcome: 'page' }>, depth: number): Promise<TownPage> {
    this.#pages += 1
    this.#met.add(sameAddress(url))
    const page = readTownPage(html)
    const words = this.#wordsFor(page.lang)
    const placed = this.#asked.placedOn(html, url)
    this.#keep(placed, judgePage(page, url, words, this.#deps.reading.weights), url, depth)
    const base = page.base === undefined ? url : (URL.parse(page.base, url) ?? url)
    // The pages of which a page consists are no further away than itself.
    for (const part of page.parts) this.#add(part, base, depth, certain - 1)
    if (depth < deepest && !page.nofollow) this.#addLinks(page, base, depth, words)
    return page
  }

  #addLinks(page: TownPage, base: URL, depth: number, words: Words): void {
    for (const link of page.links) {
      const url = pageOf(link.href, base)
      const points = url ? linkPoints(link, url, words) : 0
      if (url && points >= this.#deps.reading.weights.needs.follow) this.#add(url.href, base, depth + 1, points)
    }
  }

  #add(href: string, base: URL, depth: number, points: number): void {
    const url = pageOf(href, base)
    if (!url || !isOwn(url, this.#asked.hosts) || this.#met.has(sameAddress(url))) return
    this.#met.add(sameAddress(url))
    this.#waiting.push({ url, depth, points })
  }

  #keep(placed: Placed | undefined, judged: Judged, url: URL, depth: number): void {
    // The first page speaks of everything: it counts where its title says that it is about this alone.
    const own = depth === 0 && !judged.titled ? nothing : judged
    const found = {
      verdict: placed?.verdict ?? own.verdict,
      address: url.href,
      // A street may be that of a place that nobody is to find.
      sentence: givesPlaceAway(judged.sentence) ? '' : judged.sentence,
      kinds: own.kinds,
      made: placed?.made,
    }
    if (found.verdict === 'none') return
    const best = this.#best
    const better = !best || rank(found) < rank(best.found)
    if (better || (rank(found) === rank(best.found) && own.points > best.points)) {
      this.#best = { found, points: own.points }
    }
  }

  /** Where links lead nowhere: addresses whose own words sound right. @returns whether there are any. */
  async #askSitemap(start: URL): Promise<boolean> {
    const before = this.#waiting.length
    const first = this.visit.sitemapsOf(start)[0] ?? new URL('/sitemap.xml', start)
    const text = await this.visit.sitemap(first)
    if (text === undefined) return false
    const { pages, sitemaps } = readSitemap(text)
    const part = sitemaps.find((each) => /page|seite|pagina|strona/i.test(each)) ?? sitemaps[0]
    const more = part && URL.canParse(part) ? await this.visit.sitemap(new URL(part)) : undefined
    const words = this.#wordsFor('')
    for (const address of [...pages, ...(more === undefined ? [] : readSitemap(more).pages)]) {
      const url = pageOf(address, start)
      const points = url ? linkPoints({ href: address, text: '' }, url, words) : 0
      if (url && points >= this.#deps.reading.weights.needs.follow) this.#add(url.href, start, deepest, points)
    }
    return this.#waiting.length > before
  }

  /** Of the town's languages, and the one that a page says it is in. */
  #wordsFor(lang: string): Words {
    const code = fold(lang).split('-')[0] ?? ''
    const known = this.#words.get(code)
    if (known) return known
    const codes = [...new Set([...this.#asked.languages, code === 'no' || code === 'nn' ? 'nb' : code])]
    const lists = codes.flatMap((each) => this.#deps.reading.lists.get(each) ?? [])
    const english = this.#deps.reading.lists.get('en')
    const words = wordsOf(lists.length > 0 || !english ? lists : [english])
    this.#words.set(code, words)
    return words
  }
}

/** Never throws for what others answer. */
export const walkSite = (deps: Deps, asked: SiteAsked): Promise<SiteSeen> => new Walk(deps, asked).run()
