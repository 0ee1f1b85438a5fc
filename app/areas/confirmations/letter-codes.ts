/** Codes of letters, and the links that they stand for. Nothing of them is kept but hashes of the links. */
import { createHash } from 'node:crypto'
import type { LinkPurpose } from './asking-rules.ts'
import { codeFrom } from './code-rules.ts'

/**
 * The code of a letter in one printing. Whoever sends the same form twice gets the same codes twice, so that neither of the
 * two documents is void.
 *
 * @param printing 256 random bits that the form carries.
 */
export function codeOf(printing: string, letter: string): string {
  for (let round = 0; ; round += 1) {
    const code = codeFrom(createHash('sha512').update(`${printing} ${letter} ${round}`).digest())
    if (code !== undefined) return code
  }
}

const derived = (purpose: LinkPurpose, from: string) =>
  createHash('sha256').update(`${purpose} ${from}`).digest('base64url')

/** The secret of the link that confirms; what was typed stands in no address. */
export function confirmSecretOf(code: string): string {
  return derived('confirm', code)
}

/** The secret of the link to what is different, for whoever has the one that confirms by a letter. */
export function changeSecretOf(confirmSecret: string): string {
  return derived('change', confirmSecret)
}
