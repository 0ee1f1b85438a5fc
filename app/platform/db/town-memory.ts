/** What was read of whole towns, for pages that look at all of it. Nobody changes what is kept: all who ask share it. */
import type { Database } from './database.ts'

/** Services, or as much, of all towns together in one memory: some tens of megabytes. */
const mostAtOnce = 10_000
/** A town for which nobody has asked for as long is forgotten. */
const keptMs = 10 * 60_000

export interface Stamped<T> {
  /** Another one: it has changed since. */
  readonly stamp: string
  readonly value: T
}

/** Of one database: tests open several with the same towns. */
export class TownMemory<T> {
  readonly #databases = new WeakMap<Database, Map<string, Stamped<T> & { readonly forget: NodeJS.Timeout }>>()
  readonly #sizeOf: (value: T) => number

  /** @param sizeOf how many services a value holds, or things of their size. */
  constructor(sizeOf: (value: T) => number) {
    this.#sizeOf = sizeOf
  }

  #townsOf(database: Database) {
    const towns = this.#databases.get(database) ?? new Map()
    this.#databases.set(database, towns)
    return towns
  }

  find(database: Database, authority: string): Stamped<T> | undefined {
    return this.#townsOf(database).get(authority)
  }

  forget(database: Database, authority: string): void {
    const towns = this.#townsOf(database)
    clearTimeout(towns.get(authority)?.forget)
    towns.delete(authority)
  }

  /** Towns asked for longest ago make room. */
  keep(database: Database, authority: string, { stamp, value }: Stamped<T>): void {
    const towns = this.#townsOf(database)
    const drop = (town: string) => {
      clearTimeout(towns.get(town)?.forget)
      towns.delete(town)
    }
    drop(authority)
    towns.set(authority, { stamp, value, forget: setTimeout(() => drop(authority), keptMs).unref() })
    let count = [...towns.values()].reduce((sum, one) => sum + this.#sizeOf(one.value), 0)
    for (const [oldest, one] of towns) {
      if (count <= mostAtOnce) break
      count -= this.#sizeOf(one.value)
      drop(oldest)
    }
  }
}
