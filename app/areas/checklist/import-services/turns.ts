/** Runs one piece of work after the other, in the order asked: a connection of a transaction serves one at a time. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next
    // Whoever asked for it awaits it; until then its failure is nobody's.
    next.catch(() => undefined)
    return next
  }
}
