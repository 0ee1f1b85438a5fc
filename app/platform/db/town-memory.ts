/**
 * What was read of whole towns, for pages that look at all of it, until others need the room. Nobody changes what is kept: all who
 * ask share it.
 */
import type { Database } from './database.ts'

/** Services, or as much, of all towns together in one memory: some tens of megabytes. */
const mostAtOnce = 10_000

export interface Stamped<T> {
  /** Another one: it has changed since. */
  readonly stamp: string
  readonly value: T
}

const memories: Pick<TownMemory<unknown>, 'towns' | 'forget'>[] = []
/** What was begun to be read before anything was forgotten is not kept after it. */
let forgotten = 0

/**
 * A name for `announceChange`, which tells every node once the transaction commits: what this town said before is to stay
 * in no memory, as a person or a place was taken out of it. What only has changed since is found by its stamp.
 */
export const forgetting = (authority: string): string => `forget ${authority}`

/** @param names of what `followChanges` tells; undefined: anything. */
export function forgetNamed(database: Database, names: readonly string[] | undefined): void {
  const isNamed = names && new Set(names)
  for (const memory of memories) {
    for (const town of memory.towns(database)) {
      if (!isNamed || isNamed.has(forgetting(town))) memory.forget(database, town)
    }
  }
  if (!names || names.some((name) => name.startsWith(forgetting('')))) forgotten += 1
}

/** Of one database: tests open several with the same towns. */
export class TownMemory<T> {
  readonly #databases = new WeakMap<Database, Map<string, Stamped<T>>>()
  readonly #sizeOf: (value: T) => number

  /** @param sizeOf how many services a value holds, or things of their size. */
  constructor(sizeOf: (value: T) => number) {
    this.#sizeOf = sizeOf
    memories.push(this)
  }

  #townsOf(database: Database) {
    const towns = this.#databases.get(database) ?? new Map()
    this.#databases.set(database, towns)
    return towns
  }

  /** Those of which something is kept. */
  towns(database: Database): string[] {
    return [...this.#townsOf(database).keys()]
  }

  /** To be asked before anything is read that is to be kept. */
  begin(): number {
    return forgotten
  }

  find(database: Database, authority: string): Stamped<T> | undefined {
    return this.#townsOf(database).get(authority)
  }

  forget(database: Database, authority: string): void {
    this.#townsOf(database).delete(authority)
  }

  /** Towns asked for longest ago make room. @param begun what `begin` gave. */
  keep(database: Database, authority: string, { begun, ...stamped }: Stamped<T> & { readonly begun: number }): void {
    const towns = this.#townsOf(database)
    towns.delete(authority)
    if (begun !== forgotten) return
    towns.set(authority, stamped)
    let count = [...towns.values()].reduce((sum, one) => sum + this.#sizeOf(one.value), 0)
    for (const [oldest, one] of towns) {
      if (count <= mostAtOnce) break
      count -= this.#sizeOf(one.value)
      towns.delete(oldest)
    }
  }
}
