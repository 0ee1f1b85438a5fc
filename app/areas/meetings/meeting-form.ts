/** What the secretariat types about a meeting. Pure. */
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { type FaultCode, typedFields } from '../plans/index.ts'
import type { MeetingFaultCode } from './cycle-rules.ts'
import type { MeetingFacts } from './meeting-rules.ts'

export interface Fault {
  readonly field: string
  readonly code: FaultCode | MeetingFaultCode | CallFaultCode
}
export type CallFaultCode =
  | 'moment'
  | 'weights'
  | 'documents'
  | 'most'
  | 'deadline'
  | 'closed'
  | 'score'
  | 'safeguarding'
  | 'unscored'
  | 'second'

export const aboutField = (language: string): string => `about-${language}`

interface Known {
  readonly languages: readonly string[]
  /** @returns IANA name of its time zone; undefined for no country. */
  zoneOf(country: string): string | undefined
}

export const knownZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone !== ''
  } catch {
    return false
  }
}

export const reading = { tag: 'en', givesPlaceAway: () => false, namesContact: () => false } as const

/** By code of the language; those that say nothing are left out. */
export const textsIn = (
  read: (field: string) => string,
  languages: readonly string[],
  fieldOf: (language: string) => string,
): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = read(fieldOf(language))
      return text === '' ? [] : [[language, text]]
    }),
  )

export function meetingFrom(fields: FormFields, known: Known): MeetingFacts | { readonly faults: readonly Fault[] } {
  const typed = typedFields(fields, reading)
  const faults: Fault[] = []
  const year = Number(/^2\d{3}$/.exec(fieldText(fields, 'year'))?.[0] ?? 0)
  if (year === 0) faults.push({ field: 'year', code: 'year' })
  const [starts, place] = [typed.day('starts'), typed.line('place')]
  // A meeting of one day.
  const ends = fieldText(fields, 'ends') === '' ? starts : typed.day('ends')
  const country = fieldText(fields, 'country') || null
  const zone = country === null ? undefined : known.zoneOf(country)
  if (country !== null && zone === undefined) faults.push({ field: 'country', code: 'country' })
  const timeZone = typed.line('zone') || zone || 'UTC'
  if (!knownZone(timeZone)) faults.push({ field: 'zone', code: 'zone' })
  const about = textsIn(typed.text, known.languages, aboutField)
  const source = typed.web('source')
  const all = [...typed.faults, ...faults]
  if (all.length > 0) return { faults: all }
  return { year, kind: 'signatories', starts, ends, place, country, timeZone, about, source }
}
