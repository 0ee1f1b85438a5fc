/** Published pages in memory, compressed once, thrown away when something they show changes. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** What a page is made of and until when it is true. */
export interface RenderedPage {
  readonly html: string
  readonly status: 200 | 404
  /** Names of what the page shows; a change of any of them throws the page away. */
  readonly dependsOn: readonly string[]
  /** The moment at which something on it (open now) changes by itself; undefined: never. */
  readonly validUntil: Temporal.Instant | undefined
}

/** A page ready to send. */
export interface CachedPage {
  readonly status: 200 | 404
  readonly etag: string
  readonly bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>
}

interface Entry {
  page: CachedPage
  readonly dependsOn: readonly string[]
  readonly validUntilMs: number
  readonly bytes: number
}

export interface PageCache {
  /** The page of `key`, from memory or rendered now; several callers at once wait for one rendering. */
  get(key: string, render: () => Promise<RenderedPage>): Promise<CachedPage>
  /** The page if it is there and still true; no promise, for the fast path. */
  peek(key: string): CachedPage | undefined
  /** Throws away all pages that depend on one of these names. */
  invalidate(names: readonly string[]): void
  clear(): void
  /** Resolves when all background compression is done. */
  settled(): Promise<void>
}

const compress = promisify(brotliCompress)
const bytesOf = (data: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(data)

function brotliOptions(quality: number) {
  return {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  }
}

/** Compressed fast for whoever waits; the best quality follows in the background. */
function firstBodies(html: string): CachedPage['bodies'] {
  const identity = Buffer.from(html)
  return {
    identity: bytesOf(identity),
    gzip: bytesOf(gzipSync(identity, { level: 6 })),
    br: bytesOf(brotliCompressSync(identity, brotliOptions(5))),
  }
}

/**
 * @param limits.bytes memory that bodies may take together; the pages asked for longest ago go first.
 * @param now milliseconds since the epoch.
 */
export function createPageCache(limits: { bytes: number }, now: () => number): PageCache {
  const entries = new Map<string, Entry>()
  const rendering = new Map<string, Promise<CachedPage>>()
  const background = new Set<Promise<void>>()
  let held = 0
  // Counts invalidations, so that a page whose rendering began before one is not kept after it.
  let generation = 0

  function drop(key: string): void {
    const entry = entries.get(key)
    if (!entry) return
    held -= entry.bytes
    entries.delete(key)
  }

  function peek(key: string): CachedPage | undefined {
    const entry = entries.get(key)
    if (!entry) return undefined
    if (entry.validUntilMs <= now()) {
      drop(key)
      return undefined
    }
    entries.delete(key)
    entries.set(key, entry)
    return entry.page
  }

  function keep(key: string, rendered: RenderedPage, page: CachedPage): void {
    drop(key)
    const bytes = Object.values(page.bodies).reduce((sum, body) => sum + body.byteLength, 0)
    const validUntilMs = rendered.validUntil?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    entries.set(key, { page, dependsOn: rendered.dependsOn, validUntilMs, bytes })
    held += bytes
    for (const oldest of entries.keys()) {
      if (held <= limits.bytes) break
      drop(oldest)
    }
  }

  async function improve(key: string, html: string, page: CachedPage): Promise<void> {
    const best = await compress(Buffer.from(html), brotliOptions(11))
    const entry = entries.get(key)
    // On a few bytes the better quality can come out longer.
    if (best.byteLength >= page.bodies.br.byteLength) return
    if (entry?.page === page) entry.page = { ...page, bodies: { ...page.bodies, br: bytesOf(best) } }
  }

  async function renderNow(key: string, render: () => Promise<RenderedPage>): Promise<CachedPage> {
    const begun = generation
    const rendered = await render()
    const etag = `"${createHash('sha256').update(rendered.html).digest('base64url').slice(0, 22)}"`
    const page = { status: rendered.status, etag, bodies: firstBodies(rendered.html) }
    if (generation !== begun) return page
    keep(key, rendered, page)
    const task = improve(key, rendered.html, page).finally(() => background.delete(task))
    background.add(task)
    return page
  }

  return {
    peek,
    async get(key, render) {
      const cached = peek(key)
      if (cached) return cached
      const running = rendering.get(key)
      if (running) return running
      const fresh = renderNow(key, render).finally(() => {
        if (rendering.get(key) === fresh) rendering.delete(key)
      })
      rendering.set(key, fresh)
      return fresh
    },
    invalidate(names) {
      generation += 1
      rendering.clear()
      const changed = new Set(names)
      for (const [key, entry] of entries) if (entry.dependsOn.some((name) => changed.has(name))) drop(key)
    },
    clear() {
      generation += 1
      rendering.clear()
      entries.clear()
      held = 0
    },
    settled: async () => {
      await Promise.all(background)
    },
  }
}
