import { setTimeout as wait } from 'node:timers/promises'

/** Asks again until there is something: a busy machine has its time. @throws where there is nothing in the end. */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  { minutes = 15, every = 250 }: { readonly minutes?: number /** Milliseconds. */; readonly every?: number } = {},
): Promise<T> {
  const last = performance.now() + minutes * 60_000
  while (performance.now() < last) {
    const found = await look()
    if (found !== undefined) return found
    await wait(every)
  }
  throw new Error(`within ${minutes} minutes there was not: ${what}`)
}

/** @throws where what was wanted is not so. */
export function holds(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`this should be so and is not: ${what}`)
}
