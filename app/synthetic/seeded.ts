/** Numbers that look random and are the same on every machine. */
import { hash } from 'node:crypto'

export interface Seeded {
  /** From 0 up to, not including, 1. */
  share(): number
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number
  /** @throws where there is nothing to take. */
  oneOf<T>(choices: readonly T[]): T
}

/** Mulberry32, a generator of 32 bits whose state is its whole seed. @param words what the numbers depend on. */
export function seeded(...words: readonly (string | number)[]): Seeded {
  let state = Number.parseInt(hash('sha256', words.join('\n')).slice(0, 8), 16)
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(share() * count)
  return {
    share,
    below,
    oneOf: (choices) => {
      const chosen = choices[below(choices.length)]
      if (chosen === undefined) throw new Error('there is nothing to choose from')
      return chosen
    },
  }
}

/** A UUID (version 8, RFC 9562) that is the same for the same words. */
export function idFrom(...words: readonly (string | number)[]): string {
  const hex = hash('sha256', words.join('\n'))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
