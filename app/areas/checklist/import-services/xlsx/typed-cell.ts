/** A cell that holds no text: what a spreadsheet shows of a number, a date, a time, and what is exact of it. */
import { dateFromSerial, format, getFormatInfo, isDateFormat } from 'numfmt'

export type TypedCell =
  | {
      readonly type: 'number' /** As shown, but for decimals and separators. */
      readonly text: string
      readonly exact: string
    }
  | { readonly type: 'date'; readonly text: string }
  | { readonly type: 'time'; readonly text: string }
  /** `#N/A`, or a formula that nobody has calculated. */
  | { readonly type: 'error'; readonly text: string }

const two = (part: number) => `${part}`.padStart(2, '0')

/** Fifteen digits are exact; what comes after them is the noise of calculating. */
function exactly(value: number): string {
  const rounded = Number(value.toPrecision(15))
  return Number.isInteger(rounded) ? rounded.toLocaleString('en', { useGrouping: false }) : `${rounded}`
}

/** Digits and the signs between them: `00000` of a postcode, `00\-000`, `0## ## ##`. No decimals, no thousands, no %. */
function showsDigitsOnly(pattern: string): boolean {
  const { type, maxDecimals } = getFormatInfo(pattern)
  return type === 'number' && maxDecimals === 0 && /0/.test(pattern) && !/[.,%;$€£A-DF-Za-z]/.test(pattern)
}

const moments = new Map<string, boolean>()

/** Of a format that somebody may have made up: an unreadable one shows no date. */
function showsMoment(pattern: string): boolean {
  const known = moments.get(pattern)
  if (known !== undefined) return known
  if (moments.size > 1_000) moments.clear()
  const shows = isDateFormat(pattern)
  moments.set(pattern, shows)
  return shows
}

const days1904 = 1462

/** @param value of a cell, as the file writes it. */
export function typedNumber(value: string, pattern: string, from1904: boolean): TypedCell {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return { type: 'error', text: value }
  if (showsMoment(pattern)) return momentOf(number, from1904)
  const exact = exactly(number)
  const shown = Number.isInteger(number) && number >= 0 && showsDigitsOnly(pattern)
  return { type: 'number', exact, text: shown ? format(pattern, number).trim() : exact }
}

function momentOf(serial: number, from1904: boolean): TypedCell {
  const parts = dateFromSerial(serial < 1 ? serial : serial + (from1904 ? days1904 : 0))
  const [year, month, day, hour = 0, minute = 0] = parts ?? []
  if (serial < 0 || year === undefined || month === undefined || day === undefined || year > 9999) {
    return { type: 'error', text: `${serial}` }
  }
  if (serial < 1) return { type: 'time', text: `${two(hour)}:${two(minute)}` }
  return { type: 'date', text: `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}` }
}
