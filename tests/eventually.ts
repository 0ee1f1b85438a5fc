/** What becomes true a moment later, such as a page made anew after a change has been announced. */
import { vi } from 'vitest'

/**
 * Asks again until `check` throws no more; then what it returned. The time is for machines with other work: nothing here
 * says how quick it is.
 *
 * @throws what `check` threw last, after 40 seconds.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 40_000, interval: 50 })
}
