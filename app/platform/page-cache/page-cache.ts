/** Published pages in memory, compressed once, thrown away when something they show changes. */
import type { PlainHeaders } from '../http/security-headers.ts'
import { type Bytes, bestCompressed, type CachedPage, isLarge, quicklyCompressed } from './cached-page.ts'
import { KeptPages } from './kept-pages.ts'

/** What a page is made of and until when it is true. */
/** @typeParam Body markup, or whatever else it is: text, or its bytes in UTF-8. */
export interface RenderedPage<Body extends string | Bytes = string> {
  readonly html: Body
  readonly status: 200 | 404
  /** Beside those that every page has, or instead of them: what is kept need not be a page to read. */
  readonly headers?: PlainHeaders
  /** Names of what the page shows; a change of any of them throws the page away. */
  readonly dependsOn: readonly string[]
  /** The moment at which something on it (open now) changes by itself; undefined: never. */
  readonly validUntil: Temporal.Instant | undefined
}

type AnyRendered = RenderedPage<string | Bytes>

export interface PageCache {
  /** The page of `key`, from memory or rendered now; several callers at once wait for one rendering. */
  get(key: string, render: () => Promise<AnyRendered>): Promise<CachedPage>
  /** The page if it is there and still true; no promise, for the fast path. */
  peek(key: string): CachedPage | undefined
  /** Throws away all pages that depend on one of these names. */
  invalidate(names: readonly string[]): void
  clear(): void
  /** Resolves when all background compression is done. */
  settled(): Promise<void>
}

/**
 * @param limits.bytes memory that bodies may take together; the pages asked for longest ago go first.
 * @param now milliseconds since the epoch.
 */
export function createPageCache(limits: { bytes: number }, now: () => number): PageCache {
  const kept = new KeptPages(limits.bytes)
  let rendering = new Map<string, Promise<CachedPage>>()
  const background = new Set<Promise<void>>()

  async function renderNow(key: string, render: () => Promise<AnyRendered>): Promise<CachedPage> {
    const begunIn = rendering
    const rendered = await render()
    const page = quicklyCompressed(rendered)
    // Something changed meanwhile: whoever waits gets the page, and nobody after them.
    if (rendering !== begunIn) return page
    kept.keep(key, page, rendered.dependsOn, rendered.validUntil?.epochMilliseconds ?? Number.POSITIVE_INFINITY)
    if (isLarge(page)) return page
    const task: Promise<void> = bestCompressed(page)
      .then((better) => kept.replace(key, page, better))
      .finally(() => background.delete(task))
    background.add(task)
    return page
  }

  /** What is being rendered may show what is no longer true. */
  function forgetRenderings(): void {
    rendering = new Map()
  }

  return {
    peek: (key) => kept.find(key, now()),
    async get(key, render) {
      const page = kept.find(key, now()) ?? rendering.get(key)
      if (page) return page
      const running = rendering
      const fresh = renderNow(key, render).finally(() => running.delete(key))
      running.set(key, fresh)
      return fresh
    },
    invalidate(names) {
      forgetRenderings()
      kept.dropDependents(names)
    },
    clear() {
      forgetRenderings()
      kept.clear()
    },
    settled: async () => {
      await Promise.all(background)
    },
  }
}
