/** A phone number by its digits, however it is written. */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { digitOf } from './fold-rules.ts'
import type { Span } from './span-rules.ts'

export interface PhoneSought {
  /** Without what is dialled before it from elsewhere. */
  readonly digits: string
  /** What may stand before them, the longest first. */
  readonly prefixes: readonly string[]
}

export const fewestDigits = 5

export const digitsIn = (text: string): string =>
  [...text.normalize('NFKC')].flatMap((sign) => digitOf(sign) ?? []).join('')

/** @param country ISO 3166-1, upper case: where a number without a country's code is dialled. */
export function phoneSought(typed: string, country: string): PhoneSought {
  const plain = [...typed.normalize('NFKC')].map((sign) => digitOf(sign) ?? sign).join('')
  const read = parsePhoneNumberFromString(plain, isSupportedCountry(country) ? country : undefined)
  const code = read?.countryCallingCode
  const digits = read?.nationalNumber ?? digitsIn(typed).replace(/^0{1,2}/, '')
  const international = code === undefined ? [] : [`00${code}0`, `00${code}`, `${code}0`, code]
  return { digits, prefixes: [...international, '0', ''] }
}

interface Digit {
  readonly digit: string
  /** In the text, and where it ends. */
  readonly at: number
  readonly to: number
}

const between = /^[\s().\-/+·\u2010-\u2015\u00a0]{0,3}$/

/** Digits that are written as one number. */
function runsIn(text: string): Digit[][] {
  const runs: Digit[][] = []
  for (let at = 0; at < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const digit = digitOf(sign.normalize('NFKC'))
    if (digit !== undefined) {
      const run = runs.at(-1)
      const last = run?.at(-1)
      const one = { digit, at, to: at + sign.length }
      if (run && last && between.test(text.slice(last.to, at))) run.push(one)
      else runs.push([one])
    }
    at += sign.length
  }
  return runs
}

/** Whether two digits of a run stand side by side, with nothing between them. */
const touches = (run: readonly Digit[], left: number): boolean => run[left]?.to === run[left + 1]?.at

export function phoneSpans(text: string, { digits, prefixes }: PhoneSought): Span[] {
  if (digits.length < fewestDigits) return []
  return runsIn(text).flatMap((run) => {
    const whole = run.map(({ digit }) => digit).join('')
    const spans: Span[] = []
    for (let at = whole.indexOf(digits); at >= 0; at = whole.indexOf(digits, at + 1)) {
      const end = at + digits.length
      if (end < run.length && touches(run, end - 1)) continue
      const prefix = prefixes.find((one) => {
        const start = at - one.length
        return whole.slice(0, at).endsWith(one) && (start === 0 || !touches(run, start - 1))
      })
      const first = prefix === undefined ? undefined : run[at - prefix.length]
      const last = run[end - 1]
      if (first && last) spans.push({ from: beginningOf(text, first.at), to: last.to })
    }
    return spans
  })
}

/** The sign that a number from abroad begins with, and the bracket of its area. */
function beginningOf(text: string, at: number): number {
  return at - (/[+(]{1,2}$/.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0)
}
