/** Applications as pages show them. */

import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate, longMoment } from '../../ui/dates.ts'
import type { Application } from './application-store.ts'
import { decisionDue } from './deadline-rules.ts'
import type { Event } from './event-store.ts'
import { type FieldFault, type OfferedText, textValue } from './form-rules.ts'
import { type FormPage, isFormPage, pagesOf } from './journey-rules.ts'
import { reasonsOf } from './notice-words.ts'
import { faultText, type ToldFault } from './pages/pact-frame.tsx'
import type { Proof } from './proof/proof-store.ts'

export interface StationView {
  readonly text: string
  readonly when: string
  readonly state: 'done' | 'now' | 'later'
}

export interface Standing {
  readonly application: Application
  readonly events: readonly Event[]
  readonly proofs: readonly Proof[]
  /** Of the others who sign together, how many are not ready. */
  readonly waitingFor: number
  /** Sign together, this one included. */
  readonly together: number
  /** Of the register. */
  readonly number: number | undefined
  readonly missing: readonly FormPage[]
  readonly timeZone: string
}

const timeOf = (events: readonly Event[], step: Event['step']): Temporal.Instant | undefined =>
  events.findLast((one) => one.step === step)?.at

/** In the order in which they come; a station that is over says when, one to come by when. */
export function stationsOf(translator: Translator, standing: Standing): StationView[] {
  const { application, events, proofs, together, number } = standing
  const { t } = translator
  const { status } = application
  const day = (at: Temporal.Instant | undefined) =>
    at ? longDate(translator, at.toZonedDateTimeISO(standing.timeZone).toPlainDate()) : ''
  const given = proofs.find(({ givenAt }) => givenAt !== null)?.givenAt ?? undefined
  const handedIn = status === 'submitted' || status === 'signed'
  const view = (text: string, when: string, state: StationView['state']): StationView => ({ text, when, state })
  const until =
    application.due === null ? '' : t('signing.stations.until', { date: longDate(translator, application.due) })
  return [
    view(t('signing.stations.begun'), day(application.begunAt), 'done'),
    ...(status === 'returned' ? [view(t('signing.stations.returned'), day(timeOf(events, 'returned')), 'now')] : []),
    ...(together > 1
      ? [view(t('signing.stations.together', { count: `${together}` }), '', handedIn ? 'done' : 'now')]
      : []),
    view(t('signing.stations.submitted'), handedIn ? day(timeOf(events, 'submitted')) : '', handedIn ? 'done' : 'now'),
    view(t('signing.stations.proof'), day(given), given || status === 'signed' ? 'done' : 'now'),
    view(
      t('signing.stations.decided'),
      status === 'signed' ? day(application.signedAt ?? undefined) : until,
      status === 'signed' ? 'done' : status === 'submitted' ? 'now' : 'later',
    ),
    view(
      number === undefined ? t('signing.stations.register') : t('signing.stations.number', { number: `${number}` }),
      '',
      number === undefined ? 'later' : 'done',
    ),
  ]
}

/** One sentence. */
export function nextOf({ t }: Translator, { application, proofs, missing, waitingFor }: Standing): string {
  const proved = proofs.some(({ givenAt }) => givenAt !== null)
  const { status, readyAt } = application
  if (status === 'signed') return t('signing.then.signed')
  if (status === 'submitted') return t(proved ? 'signing.then.decide' : 'signing.then.prove')
  if (missing.length > 0) return t('signing.then.answer', { count: missing.length })
  if (readyAt !== null) return t('signing.then.others', { count: waitingFor })
  return t(status === 'returned' ? 'signing.then.again' : 'signing.then.submit')
}

export interface ReturnView {
  readonly reasons: readonly string[]
  readonly words: string
  readonly when: string
  readonly days: number
  /** The day that is promised if the office answers today. */
  readonly by: string
}

export function returnView(
  translator: Translator,
  returned: Event | undefined,
  today: Temporal.PlainDate,
): ReturnView | undefined {
  if (!returned) return undefined
  const when = longDate(translator, returned.at.toZonedDateTimeISO('UTC').toPlainDate())
  const { words, promisedDays } = returned
  const by = longDate(translator, decisionDue(today, promisedDays ?? undefined))
  return { reasons: reasonsOf(translator, returned.reasons), words, when, days: promisedDays ?? 0, by }
}

export interface AnswerRow {
  readonly page: FormPage
  readonly label: string
  /** Empty: nothing was said. */
  readonly value: string
  /** Written in a language that nobody has named. */
  readonly typed: boolean
}

interface Said {
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string } | undefined
  readonly document: { readonly name: string; readonly pages: number } | undefined
  readonly languages: Languages
}

/** Everything that was answered, in the order of the journey. */
export function answerRows(
  translator: Translator,
  { kind, id, caseId, answers }: Application,
  { contact, document, languages }: Said,
): AnswerRow[] {
  const { t } = translator
  const day = (date: string | null | undefined) => (date ? longDate(translator, date) : '')
  const { who, body, decision, office, text, ceremony } = answers
  const row = (page: FormPage, field: LabelledField, value: string | undefined, typed = true): AnswerRow => ({
    ...{ page, typed },
    label: t(`signing.field.${field}`),
    value: value ?? '',
  })
  const accepted =
    text && t('signing.check.text', { version: text.version, language: languageName(languages, text.language) })
  const rows: Record<FormPage, AnswerRow[]> = {
    who: [
      row('who', 'name', who?.name),
      ...(kind === 'representative' ? [row('who', 'mandate', who?.mandate)] : []),
      row('who', 'domain', who?.domain),
    ],
    body: [row('body', 'sitsIn', body?.name)],
    decision: [
      row('decision', 'body', decision?.body),
      row('decision', 'on', day(decision?.on), false),
      row('decision', 'reference', decision?.reference),
      row('decision', 'document', document && t('signing.check.document', document)),
    ],
    office: [row('office', 'office', office?.office), row('office', 'person', office?.person)],
    contact: [
      row('contact', 'contact', contact?.name),
      row('contact', 'email', contact?.email),
      row('contact', 'phone', contact?.phone),
    ],
    text: [row('text', 'text', accepted, false)],
    ceremony: ceremony?.on
      ? [
          row('ceremony', 'ceremony', day(ceremony.on), false),
          row('ceremony', 'place', ceremony.place),
          row('ceremony', 'witness', ceremony.witness),
        ]
      : [row('ceremony', 'ceremony', ceremony && t('signing.check.noCeremony'), false)],
  }
  return pagesOf({ kind, follows: id !== caseId }).flatMap((page) => (isFormPage(page) ? rows[page] : []))
}

export const languageName = (languages: Languages, code: string): string => languages.byCode(code)?.autonym ?? code

export type LabelledField =
  | ('name' | 'mandate' | 'domain' | 'sitsIn' | 'body' | 'on' | 'reference' | 'document' | 'office' | 'person')
  | ('contact' | 'email' | 'phone' | 'text' | 'ceremony' | 'place' | 'witness')

/** A field of a form, and what it is called on the page where it stands. */
const labelOf: Readonly<Record<FormPage, Readonly<Record<string, LabelledField>>>> = {
  who: { name: 'name', mandate: 'mandate', domain: 'domain' },
  body: { name: 'sitsIn' },
  decision: { body: 'body', on: 'on', reference: 'reference', document: 'document' },
  office: { office: 'office', person: 'person' },
  contact: { name: 'contact', email: 'email', phone: 'phone' },
  text: { agree: 'text' },
  ceremony: { held: 'ceremony', on: 'ceremony', place: 'place', witness: 'witness' },
}

export function toldFaults(translator: Translator, page: FormPage, faults: readonly FieldFault[]): ToldFault[] {
  return faults.map((fault) => {
    const field = labelOf[page][fault.field]
    const label = field === undefined ? '' : translator.t(`signing.field.${field}`)
    return { field: fault.field, text: faultText(translator, fault, label) }
  })
}

export interface TextOption extends OfferedText {
  readonly value: string
  readonly name: string
  readonly tag: string
}

/** The newest version of the Pact's text in each language, those of the country first. */
export function textOptions(
  languages: Languages,
  approved: readonly OfferedText[],
  own: readonly string[],
): TextOption[] {
  const newest = approved.filter(
    (one, index) => approved.findIndex(({ language }) => language === one.language) === index,
  )
  const place = ({ language }: OfferedText) => (own.includes(language) ? own.indexOf(language) : own.length)
  return newest
    .toSorted((a, b) => place(a) - place(b))
    .map((one) => ({
      ...{ version: one.version, language: one.language, value: textValue(one) },
      name: languageName(languages, one.language),
      tag: languages.byCode(one.language)?.tag ?? one.language,
    }))
}

export interface HistoryLine {
  readonly text: string
  readonly when: string
  readonly who: string
}

/** For the secretariat. Who has agreed stands there once it is decided. */
export function historyLines(
  translator: Translator,
  events: readonly Event[],
  names: ReadonlyMap<string, string>,
): HistoryLine[] {
  return events.map(({ step, at, person }) => ({
    text: translator.t(`signing.event.${step}`),
    when: longMoment(translator, at, 'UTC'),
    who: person === null ? '' : (names.get(person) ?? translator.t('signing.event.gone')),
  }))
}

/** Fields of a page with what they are called there. */
export const labelsOf = ({ t }: Translator, page: FormPage): { field: string; label: string }[] =>
  Object.entries(labelOf[page]).map(([field, label]) => ({ field, label: t(`signing.field.${label}`) }))
