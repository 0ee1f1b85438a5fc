/** A published service in plain words, line by line, as its card says them: for mails and pages that are no card. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { apart } from '../../ui/lists.ts'
import type { Country } from '../authorities/index.ts'
import type { Checklist, Service } from '../checklist/index.ts'
import { readerFor, type SiteDeps } from './chrome.ts'
import type { ShownText } from './local-text.ts'
import type { HoursView } from './present-hours.ts'
import { type Fact, type PhoneView, presentService, type ServiceView } from './present-service.ts'
import { reviewMonths } from './present-town.ts'

export interface ServiceWords {
  readonly name: string
  /** Each with one line or more. */
  readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[]
  /** Some of it was translated by machine. */
  readonly machine: boolean
}

export interface WordsPlace {
  readonly country: Country | undefined
  readonly timeZone: string
  readonly official: readonly string[]
}

export type WordsDeps = Pick<SiteDeps, 'i18n' | 'isPublicHoliday'> & { readonly checklist: Checklist }

export function serviceWords(
  deps: WordsDeps,
  translator: Translator,
  now: Temporal.Instant,
  place: WordsPlace,
  service: Service,
): ServiceWords {
  const reader = readerFor(deps, translator, now, place)
  // Whoever reads this runs the service: who publishes it is said beside it.
  const owner = { id: service.id, kind: 'municipality', name: '', names: {} } as const
  const view = presentService(reader, { service, owner, own: true }, reviewMonths(deps.checklist, service.kinds))
  const rows = rowsOf(translator, view).map(({ label, lines }) => ({
    label,
    lines: lines.filter((line) => line !== undefined && line !== ''),
  }))
  return {
    name: view.name.text,
    rows: rows.filter(({ lines }) => lines.length > 0) as ServiceWords['rows'],
    machine: view.machine,
  }
}

interface Row {
  readonly label: string
  readonly lines: readonly (string | undefined)[]
}

const textOf = (text: ShownText | undefined): string | undefined => text?.text
const together = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(' ')

function rowsOf({ t }: Translator, view: ServiceView): Row[] {
  return [
    { label: t('checklist.office.about.whatHappens'), lines: [textOf(view.whatHappens)] },
    { label: t('checklist.office.contact.phones'), lines: view.phones.map(phoneLine) },
    { label: t('service.email'), lines: [view.email ?? undefined] },
    { label: t('service.web'), lines: [view.web ?? undefined] },
    { label: t('service.chat'), lines: [view.chat ?? undefined] },
    { label: t('checklist.office.notice.alert'), lines: [textOf(view.alert), view.alertUntil] },
    { label: t('checklist.office.notice.closure'), lines: [view.closure?.words, textOf(view.closure?.text)] },
    { label: t('service.hours'), lines: hoursLines(view.hours) },
    { label: t('service.whenClosed'), lines: [textOf(view.hours.whenClosed)] },
    { label: t('service.place'), lines: placeLines(view, t('service.place.confidential')) },
    ...[...view.questions, ...view.facts].map(factRow),
    ...(view.fee && !view.facts.some(({ label }) => label === t('service.fee'))
      ? [{ label: t('service.fee'), lines: [view.fee] }]
      : []),
  ]
}

function phoneLine({ number, label, details, hours }: PhoneView): string {
  const more = [textOf(label), ...details, textOf(hours)].filter(Boolean).join(' · ')
  return more === '' ? apart(number) : `${apart(number)} (${more})`
}

function hoursLines({ week, exceptions, rules, note }: HoursView): (string | undefined)[] {
  return [
    ...week.map(({ days, times }) => together(days, apart(times))),
    ...exceptions.map(({ days, times, note: why }) => together(days, apart(times), textOf(why))),
    ...rules,
    textOf(note),
  ]
}

function placeLines({ place }: ServiceView, confidential: string): (string | undefined)[] {
  if (place.confidential) return [confidential]
  return place.addresses.flatMap(({ lines, directions }) => [lines.join(', '), textOf(directions)])
}

const factRow = ({ label, words, text }: Fact): Row => ({ label, lines: [words, textOf(text)] })
