/**
 * The code on a certificate: the number in the register, and ten letters and digits of the hash of the entry that signed.
 * Whoever copies it wrongly is told, and whoever types numbers at random learns nothing of the register.
 */

/** No I, L, O and U (Crockford's base 32): nobody takes one letter for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkLetters = 10

/** @param hash of the entry, in hexadecimal digits. */
export function checkOf(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 16)}`) >> BigInt(64 - 5 * checkLetters)
  return Array.from(
    { length: checkLetters },
    (_, at) => letters[Number((bits >> BigInt(5 * (checkLetters - 1 - at))) & 31n)],
  ).join('')
}

/** As it is written: `12-K7M4QX9AB2`. */
export const codeOf = (number: number, hash: string): string => `${number}-${checkOf(hash)}`

export interface ReadCode {
  readonly number: number
  readonly check: string
}

/** However it is typed; undefined for what cannot be a code. */
export function readCode(typed: string): ReadCode | undefined {
  // Copied from a text that is read from the right, it has marks around it that nobody sees.
  const visible = typed.normalize('NFKC').replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '')
  const plain = visible
    .trim()
    .toUpperCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
  const [, digits = '', rest = ''] = /^#?([0-9]{1,9})[\s-]+([\s0-9A-Z-]+)$/.exec(plain) ?? []
  const check = rest.replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (check.length !== checkLetters || [...check].some((letter) => !letters.includes(letter))) return undefined
  return { number: Number(digits), check }
}
