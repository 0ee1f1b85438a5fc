/**
 * What somebody typed of a person (names, phone numbers, addresses of mail, one a line), and where that stands in a text:
 * whatever its case, accents and normal form, whole words alone, phone numbers by their digits.
 */
import { fold, foldedText } from './fold-rules.ts'
import { digitsIn, fewestDigits, phoneSought, phoneSpans } from './phone-rules.ts'
import { merged, replaced, type Span } from './span-rules.ts'

const mostLines = 20
const longestLine = 120
const longestReplacement = 60
/** In every language: something stood here. It is shorter than anything that can be looked for. */
export const leftOut = '…'

export type TypedFault =
  | { readonly field: 'words'; readonly code: 'none' | 'many' }
  | { readonly field: 'words'; readonly code: 'short' | 'long'; readonly line: number }
  | { readonly field: 'instead'; readonly code: 'long' | 'figures' | 'person' | 'street' }

/** Undefined: the text does not hold it. */
export type Finder = (text: string) => readonly Span[]

/** Scripts that put no space between words: there everything is a word of its own. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const special = /[\\^$.*+?()[\]{}|/-]/g
const literal = (text: string) => text.replace(special, '\\$&')

const linesOf = (typed: string): string[] => typed.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []))
const lettersIn = (line: string): string[] => fold(line).text.match(/[\p{L}\p{N}]/gu) ?? []

const isPhone = (line: string): boolean => !/\p{L}/u.test(line) && digitsIn(line).length > 0

function isTooShort(line: string): boolean {
  if (isPhone(line)) return digitsIn(line).length < fewestDigits
  return lettersIn(line).length < (unspaced.test(line) ? 2 : 3)
}

export function wordFaults(typed: string): TypedFault[] {
  const lines = linesOf(typed)
  if (lines.length === 0) return [{ field: 'words', code: 'none' }]
  if (lines.length > mostLines) return [{ field: 'words', code: 'many' }]
  return lines.flatMap((line, index): TypedFault[] => {
    if (line.length > longestLine) return [{ field: 'words', code: 'long', line: index + 1 }]
    return isTooShort(line) ? [{ field: 'words', code: 'short', line: index + 1 }] : []
  })
}

/** What may stand in place of a person is an office: no number, no address, and not the person again. */
export function insteadFaults(instead: string, found: (text: string) => boolean): TypedFault[] {
  if (instead.length > longestReplacement) return [{ field: 'instead', code: 'long' }]
  if (/[\p{N}@<>\n]|:\/\//u.test(instead)) return [{ field: 'instead', code: 'figures' }]
  return found(instead) ? [{ field: 'instead', code: 'person' }] : []
}

/** @param order of the words of a name. */
function nameIn(order: readonly string[]): string {
  const [first = '', last = ''] = [order[0], order.at(-1)]
  const open = unspaced.test(first) ? '' : '(?<![\\p{L}\\p{N}])'
  const close = unspaced.test(last) ? '' : '(?![\\p{L}\\p{N}])'
  return `${open}${order.map(literal).join('[^\\p{L}\\p{N}]{1,4}')}${close}`
}

/** The words of a name also with the last one first: as lists write it. */
function namePattern(line: string): RegExp | undefined {
  const words = fold(line).text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return undefined
  const orders = words.length > 1 ? [words, [...words.slice(-1), ...words.slice(0, -1)]] : [words]
  return new RegExp(orders.map(nameIn).join('|'), 'gu')
}

const mailPattern = (line: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}._%+-])${literal(fold(line).text)}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'gu')

const inToken = /[^\s<>"'()[\]{},;]/u
const isAddress = (token: string): boolean => /@|:\/\/|^www\./i.test(token)

/** Half an address of mail or of the net is of no use: all of it goes. */
function wholeAddress(text: string, { from, to }: Span): Span {
  let [left, right] = [from, to]
  while (left > 0 && inToken.test(text[left - 1] ?? '')) left -= 1
  while (right < text.length && inToken.test(text[right] ?? '')) right += 1
  while (right > to && /[.!?:]/.test(text[right - 1] ?? '')) right -= 1
  return isAddress(text.slice(left, right)) ? { from: left, to: right } : { from, to }
}

function wordSpans(text: string, patterns: readonly RegExp[]): Span[] {
  // Most texts say nothing of the person: where in them letters come from does not matter.
  const quick = foldedText(text)
  if (patterns.every((pattern) => quick.search(pattern) < 0)) return []
  const { text: folded, from } = fold(text)
  return patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ index, 0: found }) =>
      wholeAddress(text, { from: from[index] ?? 0, to: from[index + found.length] ?? text.length }),
    ),
  )
}

/** Addresses that write some of their letters as codes. */
function codedSpans(text: string, patterns: readonly RegExp[]): Span[] {
  if (!text.includes('%')) return []
  return [...text.matchAll(/[^\s<>"'()[\]{},;]+/gu)].flatMap(({ index, 0: written }) => {
    const token = written.replace(/[.!?:]+$/, '')
    const plain = decoded(token)
    return plain !== token && wordSpans(plain, patterns).length > 0 ? [{ from: index, to: index + token.length }] : []
  })
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token)
  } catch {
    return token
  }
}

/** Finds everything that was typed. @param country of the town, for phone numbers. */
export function finderOf(typed: string, country: string): Finder {
  const lines = linesOf(typed)
  const phones = lines.filter(isPhone).map((line) => phoneSought(line, country))
  const patterns = lines
    .filter((line) => !isPhone(line))
    .flatMap((line) => (line.includes('@') ? mailPattern(line) : (namePattern(line) ?? [])))
  return (text) =>
    merged([
      ...wordSpans(text, patterns),
      ...codedSpans(text, patterns),
      ...phones.flatMap((phone) => phoneSpans(text, phone)),
    ])
}

/** A text is asked about many times: the versions of a town say the same again and again. */
export function remembering(find: Finder): Finder {
  const known = new Map<string, readonly Span[]>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const found = find(text)
    known.set(text, found)
    return found
  }
}

/** @param most characters that fit where the text stands. */
export function without(text: string, spans: readonly Span[], instead: string, most: number): string {
  const result = replaced(text, spans, instead)
  return result.length > Math.max(most, text.length) ? replaced(text, spans, leftOut) : result
}
