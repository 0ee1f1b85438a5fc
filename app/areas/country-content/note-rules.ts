/** A legal note ↔ the fields of its form, and when it is to be checked again. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import type { LocalText } from '../checklist/index.ts'

/** In the order of the page: data/legal-topics.json says why each is there. */
export const topicIds = [
  'who-must-report',
  'age-to-decide',
  'age-to-go-alone',
  'who-is-told',
  'age-of-consent',
  'time-to-report',
  'child-at-police',
  'records-of-staff',
] as const
export type TopicId = (typeof topicIds)[number]

export interface NoteSource {
  /** Name of the law, as it calls itself. */
  readonly law: string
  /** Article or section; empty where the whole law says it. */
  readonly article: string
  /** Where everybody can read it. */
  readonly url: string
  /** ISO 8601: the day on which somebody compared the note with it. */
  readonly checkedOn: string
}

export interface LegalNote extends NoteSource {
  readonly topic: TopicId
  /** In which it is written. */
  readonly language: string
  readonly words: LocalText
}

/** What differs between a draft and what families read. */
export function sameNote(one: LegalNote, other: LegalNote | undefined, same: (a: unknown, b: unknown) => boolean) {
  const facts = ({ topic, language, words, law, article, url, checkedOn }: LegalNote) => [
    ...[topic, language, words, law, article, url, checkedOn],
  ]
  return other !== undefined && same(facts(one), facts(other))
}

/** A draft in the place of what is known about its topic. */
export function withNote(notes: readonly LegalNote[], draft: LegalNote): LegalNote[] {
  const at = (topic: TopicId) => topicIds.indexOf(topic)
  return [...notes.filter(({ topic }) => topic !== draft.topic), draft].toSorted((a, b) => at(a.topic) - at(b.topic))
}

/** Laws change: after so many months somebody looks again. */
const reviewMonths = 12

export function noteDue({ checkedOn }: Pick<NoteSource, 'checkedOn'>): Temporal.PlainDate {
  return Temporal.PlainDate.from(checkedOn).add({ months: reviewMonths })
}

export function isStale(note: Pick<NoteSource, 'checkedOn'>, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, noteDue(note)) >= 0
}

export const noteFields = ['text', 'law', 'article', 'url', 'checkedOn'] as const
export type NoteField = (typeof noteFields)[number]

export type NoteFault = {
  readonly field: NoteField
  readonly code: 'missing' | 'tooLong' | 'number' | 'url' | 'date' | 'future'
}

const longest = { text: 4000, law: 300, article: 100, url: 2000, checkedOn: 20 } as const

export interface NoteReading {
  /** The language that the form is in, and the one that the note is written in. */
  readonly language: string
  readonly source: string
  /** Of the draft that the form was made from. */
  readonly revision: number
  readonly today: Temporal.PlainDate
  parseDate(text: string): string | null
  namesNumber(text: string): boolean
  withSource(text: LocalText, language: string, typed: string): LocalText
  withTranslation(
    text: LocalText,
    given: { language: string; typed: string; machine: boolean; from: string; revision: number },
  ): LocalText
}

type Read = { readonly note: Omit<LegalNote, 'topic'> } | { readonly faults: readonly [NoteFault, ...NoteFault[]] }

/** The source stands beside the language that the note is written in, and never without it. */
export function noteFrom(fields: FormFields, before: LegalNote | undefined, reading: NoteReading): Read {
  const { language, source } = reading
  const text = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  const original = language === source
  const faults = original ? [...wordFaults(text, reading), ...sourceFaults(text, reading)] : wordFaults(text, reading)
  const [first, ...others] = faults
  if (first) return { faults: [first, ...others] }
  const words = original
    ? reading.withSource(before?.words ?? {}, language, text('text'))
    : reading.withTranslation(before?.words ?? {}, {
        language,
        typed: text('text'),
        machine: text('machine') !== '',
        from: source,
        revision: reading.revision,
      })
  if (!original && before) return { note: { ...before, words } }
  return {
    note: {
      language: source,
      words,
      law: text('law'),
      article: text('article'),
      url: text('url'),
      checkedOn: reading.parseDate(text('checkedOn')) ?? '',
    },
  }
}

type Typed = (name: NoteField) => string

function wordFaults(text: Typed, { language, source, namesNumber }: NoteReading): NoteFault[] {
  const typed = text('text')
  // A translation is taken out by emptying it.
  if (typed === '') return language === source ? [{ field: 'text', code: 'missing' }] : []
  if (typed.length > longest.text) return [{ field: 'text', code: 'tooLong' }]
  return namesNumber(typed) ? [{ field: 'text', code: 'number' }] : []
}

function sourceFaults(text: Typed, { parseDate, today }: NoteReading): NoteFault[] {
  const faults: NoteFault[] = []
  if (text('law') === '') faults.push({ field: 'law', code: 'missing' })
  for (const field of ['law', 'article'] as const) {
    if (text(field).length > longest[field]) faults.push({ field, code: 'tooLong' })
  }
  if (!isWebAddress(text('url'))) faults.push({ field: 'url', code: text('url') === '' ? 'missing' : 'url' })
  const day = parseDate(text('checkedOn'))
  if (day === null) faults.push({ field: 'checkedOn', code: text('checkedOn') === '' ? 'missing' : 'date' })
  else if (Temporal.PlainDate.compare(day, today) > 0) faults.push({ field: 'checkedOn', code: 'future' })
  return faults
}

function isWebAddress(text: string): boolean {
  if (text.length > longest.url || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (
    (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' && /^https?:\/\//.test(text)
  )
}
