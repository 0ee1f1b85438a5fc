/** Facts in memory that several pages are made of: read once, thrown away when something they tell changes. */

export interface Facts<T> {
  /** Shared by all who ask: nobody changes it. */
  readonly value: T
  /** Names of what is told; a change of any of them throws the facts away. */
  readonly dependsOn: readonly string[]
}

export interface KeptFacts<T> {
  /** The facts of `key`, from memory or read now; several callers at once wait for one reading. A failure is not kept. */
  get(key: string, read: () => Promise<Facts<T>>): Promise<T>
  /** Throws away all facts that depend on one of these names, and what is being read. */
  invalidate(names: readonly string[]): void
  clear(): void
}

/** @param most how many are kept: those asked for longest ago go first. */
export function createKeptFacts<T>(most: number): KeptFacts<T> {
  /** In the order in which they were last asked for. */
  const kept = new Map<string, Facts<T>>()
  let reading = new Map<string, Promise<Facts<T>>>()

  async function readNow(key: string, read: () => Promise<Facts<T>>): Promise<Facts<T>> {
    const begunIn = reading
    const facts = await read()
    // Something changed meanwhile: whoever waits gets what was read, and nobody after them.
    if (reading === begunIn) keep(key, facts)
    return facts
  }

  function keep(key: string, facts: Facts<T>): void {
    kept.delete(key)
    kept.set(key, facts)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
  }

  return {
    async get(key, read) {
      const known = kept.get(key)
      if (known) {
        keep(key, known)
        return known.value
      }
      const running = reading
      const asked = running.get(key) ?? readNow(key, read).finally(() => running.delete(key))
      running.set(key, asked)
      return (await asked).value
    },
    invalidate(names) {
      reading = new Map()
      const changed = new Set(names)
      for (const [key, { dependsOn }] of kept) if (dependsOn.some((name) => changed.has(name))) kept.delete(key)
    },
    clear() {
      reading = new Map()
      kept.clear()
    },
  }
}
