/** How two spellings of one name are compared: without accents, case, marks that nobody sees. */

/** Letters that are written with a stroke or as one sign for two, which no normal form takes apart. */
const signs: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  // The Arabic letter that only makes a word longer.
  ـ: '',
}

const bare = (text: string): string => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')

const known = new Map<string, string>()

function foldedSign(sign: string): string {
  const before = known.get(sign)
  if (before !== undefined) return before
  const small = bare(bare(sign).toUpperCase().toLowerCase())
  const folded = [...small].map((one) => signs[one] ?? one).join('')
  known.set(sign, folded)
  return folded
}

export interface Folded {
  readonly text: string
  /** Where in the text as it was written each letter of the folded one begins; one more for its end. */
  readonly from: readonly number[]
}

/** A character that HTML writes by its number or name stands between two words, whatever it is. */
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/iy

export function fold(written: string): Folded {
  const parts: string[] = []
  const from: number[] = []
  for (let at = 0; at < written.length; ) {
    entity.lastIndex = at
    const escaped = written[at] === '&' ? entity.exec(written)?.[0] : undefined
    const sign = escaped ?? String.fromCodePoint(written.codePointAt(at) ?? 0)
    const folded = escaped ? ' ' : foldedSign(sign)
    parts.push(folded)
    for (let index = 0; index < folded.length; index += 1) from.push(at)
    at += sign.length
  }
  return { text: parts.join(''), from: [...from, written.length] }
}

const entities = new RegExp(entity.source, 'gi')
const signsIn = new RegExp(`[${Object.keys(signs).join('')}]`, 'gu')

/** The same text as `fold` gives, without where its letters come from, and many times as fast. */
export function foldedText(written: string): string {
  const words = written.includes('&') ? written.replace(entities, ' ') : written
  // At the end of a word a language writes this letter otherwise; letter by letter nothing is the end of a word.
  const small = bare(bare(words).toUpperCase().toLowerCase()).replaceAll('ς', 'σ')
  return small.replace(signsIn, (sign) => signs[sign] ?? sign)
}

/** First digits of the scripts that are written in Europe; the wide ones are folded. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6]

/** Undefined where a character is no digit. */
export function digitOf(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0
  const zero = zeros.find((one) => code >= one && code <= one + 9)
  return zero === undefined ? undefined : `${code - zero}`
}
