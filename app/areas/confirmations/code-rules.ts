/** Codes that stand in letters, to be typed by hand: none of their letters and digits is taken for another. */

/** No vowels, so that no word comes about; none of 0 O Q, 1 I L, 5 S, B, U, Z. */
export const codeLetters = 'CDFGHJKMNPRTVWXY2346789'
/** More than 80 bits: nobody finds one by trying, not even with a copy of the database. */
export const codeLength = 18
const groupLength = 3

/** @param bytes evenly distributed. @returns undefined where there are too few of them. */
export function codeFrom(bytes: Uint8Array): string | undefined {
  // Each letter as often as any other.
  const even = 256 - (256 % codeLetters.length)
  const letters = [...bytes].filter((byte) => byte < even).map((byte) => codeLetters[byte % codeLetters.length])
  return letters.length < codeLength ? undefined : letters.slice(0, codeLength).join('')
}

/** As it stands in the letter: `CDF-GHJ-…`. */
export function inGroups(code: string): string {
  return (code.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-')
}

/** What somebody typed as a code: large or small, in any groups, with digits of any script. Undefined: it is none. */
export function readCode(typed: string): string | undefined {
  const plain = [...typed.normalize('NFKC').toUpperCase()].map(latinDigit).join('')
  const code = plain.replace(/[^\p{L}\p{N}]/gu, '')
  return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter)) ? code : undefined
}

const tens = 10

/** Digits of a script follow each other, beginning with its zero. */
function latinDigit(letter: string): string {
  if (!/^\p{Nd}$/u.test(letter)) return letter
  let value = 0
  while (value < tens && /^\p{Nd}$/u.test(String.fromCodePoint((letter.codePointAt(0) ?? 0) - value - 1))) value += 1
  return `${value % tens}`
}
