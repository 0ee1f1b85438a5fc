/** The pages that are kept, within a bound of memory: those asked for longest ago go first. */
import type { CachedPage } from './cached-page.ts'

interface Entry {
  readonly page: CachedPage
  readonly dependsOn: readonly string[]
  readonly validUntilMs: number
  readonly bytes: number
}

/** Of a page that is not compressed yet, the markup alone. */
const bytesIn = ({ bodies }: CachedPage) => Object.values(bodies).reduce((sum, body) => sum + body.byteLength, 0)

export class KeptPages {
  readonly #limit: number
  /** In the order in which they were last asked for. */
  readonly #entries = new Map<string, Entry>()
  #held = 0
  /** The last of the entries, where it is known: it need not move. */
  #newest: string | undefined

  /** @param limit bytes that the bodies of all pages may take together. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The page if it is there and still true at `nowMs`; it counts as asked for. */
  find(key: string, nowMs: number): CachedPage | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    if (entry.validUntilMs <= nowMs) {
      this.#drop(key)
      return undefined
    }
    if (key !== this.#newest) {
      this.#entries.delete(key)
      this.#entries.set(key, entry)
      this.#newest = key
    }
    return entry.page
  }

  /** @param validUntilMs milliseconds since the epoch; infinity: it never changes by itself. */
  keep(key: string, page: CachedPage, dependsOn: readonly string[], validUntilMs: number): void {
    this.#drop(key)
    const bytes = bytesIn(page)
    this.#entries.set(key, { page, dependsOn, validUntilMs, bytes })
    this.#newest = key
    this.#held += bytes
    this.#makeRoom()
  }

  /** Puts `better` in the place of `page`, if that is still what is kept; it does not count as asked for. */
  replace(key: string, page: CachedPage, better: CachedPage): void {
    const entry = this.#entries.get(key)
    if (entry?.page !== page) return
    const bytes = bytesIn(better)
    this.#entries.set(key, { ...entry, page: better, bytes })
    this.#held += bytes - entry.bytes
    this.#makeRoom()
  }

  /** Throws away all pages that depend on one of these names. */
  dropDependents(names: readonly string[]): void {
    const changed = new Set(names)
    for (const [key, entry] of this.#entries) if (entry.dependsOn.some((name) => changed.has(name))) this.#drop(key)
  }

  clear(): void {
    this.#entries.clear()
    this.#held = 0
  }

  #makeRoom(): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#held <= this.#limit) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#held -= entry.bytes
    this.#entries.delete(key)
  }
}
