/** Long work in the one process that answers everybody: every few milliseconds it lets others through. */
import { setImmediate, setTimeout } from 'node:timers/promises'

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

/** Of the time that a part has taken: whoever asks for a page meanwhile has nearly all of the processor. */
const restShare = 9

/** Does a part of some work for which nobody waits, and rests. */
export type Gently = <Result>(part: () => Promise<Result>) => Promise<Result>

/** @param rest a server that has nothing else to do may end meanwhile. */
export function createGently(
  rest: (milliseconds: number) => Promise<unknown> = (milliseconds) =>
    setTimeout(milliseconds, undefined, { ref: false }),
): Gently {
  return async (part) => {
    const begun = performance.now()
    const result = await part()
    await rest(restShare * (performance.now() - begun))
    return result
  }
}
