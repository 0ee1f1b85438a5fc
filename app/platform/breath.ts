/** Long work in the one process that answers everybody: every few milliseconds it lets others through. */
import { setImmediate } from 'node:timers/promises'

/** Somebody who waits for a page does not feel it. */
const longestMilliseconds = 10

/**
 * To be awaited after each small part of the work: it waits where the last pause is too long ago, else not at all. Also
 * between statements: those of the embedded database end without anybody else having been asked.
 */
export function createBreath(): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    if (performance.now() - last < longestMilliseconds) return undefined
    return setImmediate().then(() => {
      last = performance.now()
    })
  }
}

/** Runs work that says where it may be interrupted. */
export async function inBreaths<Result>(work: Generator<void, Result>): Promise<Result> {
  const breath = createBreath()
  let step = work.next()
  while (!step.done) {
    await breath()
    step = work.next()
  }
  return step.value
}
