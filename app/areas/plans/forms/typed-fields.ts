/** Reading what officers type into the forms of plans. Pure; every refusal names its field. */
import type { FormFields } from '../../../platform/http/form.ts'
import { latinDigits, parseDate } from '../../checklist/index.ts'
import { withoutSums } from '../../standards/index.ts'

export type FaultCode =
  | 'missing'
  | 'long'
  | 'day'
  | 'number'
  | 'url'
  | 'choose'
  | 'place'
  /** A telephone number, an address of a mail. */
  | 'contact'
  /** So few children that somebody could tell who they are. */
  | 'few'
  | 'period'
  | 'order'
  | 'reason'

export interface PlanFault {
  /** Name of the field. */
  readonly field: string
  readonly code: FaultCode
}

/** What reading has to know. */
export interface Reading {
  /** BCP 47, of whoever types: how numbers are written. */
  readonly tag: string
  givesPlaceAway(text: string): boolean
  /** Whether a text names a telephone number or an address of a mail. */
  namesContact(text: string): boolean
}

const longestLine = 200
const longestText = 5_000

export interface TypedFields {
  readonly faults: readonly PlanFault[]
  refuse(field: string, code: FaultCode): void
  /** One line. */
  line(field: string, need?: 'needed'): string
  /** One line in which sums of money may stand. */
  amount(field: string): string
  /** Paragraphs. */
  text(field: string): string
  /** `YYYY-MM-DD`; null where nothing was typed or it is no day. */
  day(field: string, need?: 'needed'): string | null
  number(field: string): number | null
  /** An address of the web; empty where nothing was typed or it is none. */
  web(field: string): string
  choice<T extends string>(field: string, of: readonly T[]): T | undefined
  choices(field: string): readonly string[]
  isTicked(field: string): boolean
  /** Whether something was typed into one of these. */
  anyOf(fields: readonly string[]): boolean
}

export function typedFields(fields: FormFields, { tag, givesPlaceAway, namesContact }: Reading): TypedFields {
  const faults: PlanFault[] = []
  const refuse = (field: string, code: FaultCode) => {
    faults.push({ field, code })
  }
  const raw = (field: string) => fields.get(field)?.[0]?.trim() ?? ''
  const words = (field: string, text: string, longest: number, dialled = text) => {
    if (text.length > longest) refuse(field, 'long')
    else if (givesPlaceAway(text)) refuse(field, 'place')
    else if (namesContact(dialled)) refuse(field, 'contact')
    return text
  }
  const oneLine = (field: string) => raw(field).replace(/\s+/g, ' ')
  return {
    faults,
    refuse,
    line: (field, need) => {
      const text = oneLine(field)
      if (text === '' && need) refuse(field, 'missing')
      return words(field, text, longestLine)
    },
    amount: (field) => words(field, oneLine(field), longestLine, withoutSums(oneLine(field))),
    text: (field) => words(field, raw(field), longestText),
    day: (field, need) => {
      const text = raw(field)
      const day = parseDate(text)
      if (text === '' ? need : day === null) refuse(field, text === '' ? 'missing' : 'day')
      return day
    },
    number: (field) => {
      const text = raw(field)
      const value = parseNumber(text, tag)
      if (value === undefined && text !== '') refuse(field, 'number')
      return value ?? null
    },
    web: (field) => {
      const text = raw(field)
      if (text === '') return ''
      const url = webAddress(text)
      if (url === undefined || url.length > longestLine * 5) refuse(field, 'url')
      else if (givesPlaceAway(url)) refuse(field, 'place')
      return url ?? text
    },
    choice: (field, of) => {
      const chosen = of.find((one) => one === raw(field))
      if (chosen === undefined) refuse(field, 'choose')
      return chosen
    },
    choices: (field) => [...new Set(fields.get(field) ?? [])],
    isTicked: (field) => raw(field) === 'yes',
    anyOf: (names) => names.some((name) => raw(name) !== ''),
  }
}

/** `example.org/page`, `https://…`; undefined for anything that no browser opens. */
function webAddress(text: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return undefined
  const { protocol, hostname, username, href } = new URL(whole)
  const sound = /^https?:$/.test(protocol) && hostname.includes('.') && username === ''
  return sound ? href : undefined
}

function separatorsOf(tag: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(`${tag}-u-nu-latn`).formatToParts(-1_234_567.8)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { group: of('group'), decimal: of('decimal') }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A number as the language writes it, or plainly (`1234.5`); undefined for anything else. @param tag BCP 47. */
export function parseNumber(text: string, tag: string): number | undefined {
  const { group, decimal } = separatorsOf(tag)
  const plain = latinDigits(text)
    .replace(/[\s\u00a0\u202f\u200e\u200f\u061c'’]/g, '')
    .replaceAll('٬', group)
    .replaceAll('٫', decimal)
  const grouped = new RegExp(`^[-−]?\\d{1,3}(?:${escaped(group)}\\d{3})+(?:${escaped(decimal)}\\d+)?$`)
  const simple = new RegExp(`^[-−]?\\d{1,15}(?:${escaped(decimal)}\\d{1,6})?$`)
  const local = grouped.test(plain) || simple.test(plain)
  if (!local && !/^[-−]?\d{1,15}(?:\.\d{1,6})?$/.test(plain)) return undefined
  const digits = local ? plain.replaceAll(group, '').replace(decimal, '.') : plain
  return Number(digits.replace('−', '-'))
}

/** As `parseNumber` reads it again. @param tag BCP 47. */
export function typedNumber(value: number | null | undefined, tag: string): string {
  if (value === null || value === undefined) return ''
  return new Intl.NumberFormat(`${tag}-u-nu-latn`, { useGrouping: false, maximumFractionDigits: 6 }).format(value)
}
