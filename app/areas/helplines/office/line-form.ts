/** The facts of a help number ↔ the fields of the form. */
import type { FormFields } from '../../../platform/http/form.ts'
import { isKnownShortNumber } from '../rules.ts'
import {
  type CountryHelplines,
  dialOf,
  type LineHours,
  type LineKind,
  lineChannels,
  lineKinds,
  type SourcedLine,
} from '../schema.ts'
import { linkFrom } from './check-form.ts'
import type { OfficeHelplinesDeps } from './deps.ts'
import { type FormReader, formFields, latinDigits } from './form.ts'

const whenChoices = ['always', 'weekly'] as const
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

type FormDeps = Pick<OfficeHelplinesDeps, 'readDay' | 'readLanguages' | 'languagesText'>

const yesNo = (fact: boolean | null): string => (fact === null ? '' : fact ? 'yes' : 'no')

export function lineFields(deps: FormDeps, line: SourcedLine): FormFields {
  const { hours } = line
  const day = (number: number) =>
    (hours?.weekly ?? [])
      .filter((one) => one.day === number)
      .map(({ opens, closes }) => `${opens}-${closes}`)
      .join(', ')
  return formFields({
    number: line.number ?? '',
    name: line.name ?? '',
    url: line.url ?? '',
    channels: line.channels,
    when: hours === null ? '' : hours.always ? 'always' : 'weekly',
    ...Object.fromEntries(weekdays.map((number) => [`day-${number}`, day(number)])),
    free: yesNo(line.free),
    bill: yesNo(line.showsOnBill),
    languages: deps.languagesText(line.languages ?? []),
  })
}

export interface LineChecks {
  readonly country: CountryHelplines
  /** By the rules of telephone numbers of the country. */
  /** Of full numbers; short ones are asked about. */
  readonly isValid: (number: string) => boolean
}

export function kindFrom(form: FormReader): LineKind | undefined {
  const kind = form.choice('kind', lineKinds)
  if (kind === null) form.refuse('kind', 'kind')
  return kind ?? undefined
}

/** @returns facts without a confirmation; what is refused stands in the form's faults. */
export function lineFrom(deps: FormDeps, form: FormReader, kind: LineKind, checks: LineChecks): SourcedLine {
  const number = numberFrom(form, checks)
  const url = linkFrom(form, 'url')
  if (number === null && form.text('url') === '') form.refuse('number', 'reachMissing')
  const name = form.text('name')
  if (name.length > 120) form.refuse('name', 'nameLong')
  const channels = form.choices('channels', lineChannels)
  if (channels.length === 0) form.refuse('channels', 'channels')
  const hours = hoursFrom(deps, form)
  const spoken = deps.readLanguages(form.text('languages'))
  if ('unknown' in spoken) form.refuse('languages', 'languages')
  const languages = 'codes' in spoken ? spoken.codes : []
  return {
    kind,
    number,
    dial: number === null ? null : dialOf(number),
    name: name || null,
    hours,
    hoursAsPublished: hours && hoursText(hours),
    free: form.fact('free'),
    showsOnBill: form.fact('bill'),
    languages: languages.length > 0 ? languages : null,
    channels,
    url,
    confidence: 'high',
    evidence: 'Said by the office that keeps the help numbers of the country.',
    evidenceKeys: [],
    sources: [],
    confirmed: null,
  }
}

/** Digits and what stands between them. */
const dialled = /^\+?[\d\s()./-]*\d[\d\s()./-]*$/
/** Such as 112 or 116 111: no library knows them all. */
const short = /^\d{2,6}$/

function numberFrom(form: FormReader, { country, isValid }: LineChecks): string | null {
  const number = latinDigits(form.text('number')).replace(/\s+/g, ' ')
  if (number === '') return null
  if (!dialled.test(number) || number.length > 40) form.refuse('number', 'number')
  else if (!isKnownShortNumber(country, number) && !isValid(number)) {
    const isShort = short.test(dialOf(number))
    // A new short number is in no list: whoever dialled it says so.
    if (!isShort) form.refuse('number', 'number')
    else if (!form.ticked('short') || form.text('how') !== 'called') form.refuse('number', 'numberShort', 'short')
  }
  return number
}

function hoursFrom(deps: FormDeps, form: FormReader): LineHours | null {
  const when = form.choice('when', whenChoices)
  const weekly = weekdays.flatMap((day) => {
    const read = deps.readDay(form.text(`day-${day}`))
    if (!read) form.refuse(`day-${day}`, 'hours')
    return (read ?? []).map(({ opens, closes }) => ({ day, opens, closes }))
  })
  if (when === 'always') {
    if (weekly.length > 0) form.refuse('when', 'alwaysWithDays')
    return { always: true, weekly: [] }
  }
  if (when === 'weekly' && weekly.length === 0 && !form.faults.some(({ code }) => code === 'hours')) {
    form.refuse('day-1', 'hoursMissing')
  }
  return weekly.length > 0 ? { always: false, weekly } : null
}

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

function hoursText({ always, weekly }: LineHours): string {
  if (always) return '24/7'
  return weekly.map(({ day, opens, closes }) => `${dayNames[day - 1]} ${opens}-${closes}`).join('; ')
}
