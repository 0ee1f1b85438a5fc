/** What acts remember of a world: test files that run after each other in one worker have their own worlds. */
import type { World } from './world.ts'

/** @param make called once for each world. */
export function perWorld<T>(make: (world: World) => T): (world: World) => T {
  const made = new WeakMap<World, { readonly value: T }>()
  return (world) => {
    const known = made.get(world) ?? { value: make(world) }
    made.set(world, known)
    return known.value
  }
}

/** Each time the next of these, as long as there are any. */
export function nextOf<T>(choices: (world: World) => Iterable<T>): (world: World) => T | undefined {
  const left = perWorld((world) => [...choices(world)])
  return (world) => left(world).shift()
}
