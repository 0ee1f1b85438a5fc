/** Codes that somebody types to show that a mail or a letter has come. They are kept as hashes alone. */
import { createHash } from 'node:crypto'
import { codeFrom, inGroups, readCode } from '../../confirmations/index.ts'

/**
 * The code of an application. Whoever sends the same form twice gets the same code twice, so that no letter is void.
 *
 * @param printing 256 random bits.
 */
export function proofCode(printing: string, proof: string): string {
  for (let round = 0; ; round += 1) {
    const code = codeFrom(createHash('sha512').update(`${printing} ${proof} ${round}`).digest())
    if (code !== undefined) return code
  }
}

export const asWritten = inGroups

/** More than 80 bits: a hash of it gives nothing away. */
export const hashOfCode = (code: string): string => createHash('sha256').update(`pact ${code}`).digest('hex')

/** Of what somebody typed, in any groups; undefined where it is no code. */
export function hashOfTyped(typed: string): string | undefined {
  const code = readCode(typed)
  return code === undefined ? undefined : hashOfCode(code)
}
