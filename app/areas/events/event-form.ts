/** An event as a form: five fields first, more if wished. Every refusal names its field. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import { typedDay } from '../../ui/dates.ts'
import { typedTime } from '../../ui/times.ts'
import { type FaultCode, type TypedFields, typedFields } from '../plans/index.ts'
import { wordsInOrder, yearIsSound } from './event-rules.ts'
import { type EventAfter, type EventFacts, type EventWords, eventKinds } from './schema.ts'

export type EventFaultCode = FaultCode | 'time' | 'year' | 'languages' | 'same'

export interface EventFault {
  /** Name of the field. */
  readonly field: string
  readonly code: EventFaultCode
}

/** What reading has to know. */
export interface EventReading {
  /** BCP 47, of whoever types. */
  readonly tag: string
  /** Codes of data/languages.json. */
  readonly languages: ReadonlySet<string>
  /** Of the town. */
  readonly zone: string
  /** Ids of what the toolkit has. */
  readonly resources: ReadonlySet<string>
  /** Codes of the languages that somebody typed, by name or code; undefined where one is none. */
  readLanguages(text: string): readonly string[] | undefined
  /** Whether a text says where children meet: by a street, or by what the event said of its place before. */
  givesPlaceAway(text: string): boolean
  /** Whether a text names a telephone number or an address of a mail: also of an event that everybody may come to. */
  namesContact(text: string): boolean
}

/** In how many languages more than the first an event can be told. */
const mostMore = 5
export const moreFields = (index: number) => ({
  language: `more-${index}-language`,
  title: `more-${index}-title`,
  what: `more-${index}-what`,
})

const indexes = Array.from({ length: mostMore }, (_, index) => index)
const raw = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

interface Read {
  readonly typed: TypedFields
  readonly fields: FormFields
  readonly reading: EventReading
  readonly faults: EventFault[]
}

function timeFrom({ fields, faults }: Read, field: 'starts' | 'ends', needed: boolean): string | null {
  const text = raw(fields, field)
  const time = typedTime(text)
  if (text === '' ? needed : time === null) faults.push({ field, code: text === '' ? 'missing' : 'time' })
  return text === '' ? null : time
}

/** What is told in further languages. */
function moreWords({ typed, fields, reading, faults }: Read, first: string): [string, EventWords][] {
  const seen = new Set([first])
  return indexes.flatMap((index): [string, EventWords][] => {
    const names = moreFields(index)
    if (!typed.anyOf([names.title, names.what])) return []
    const language = raw(fields, names.language)
    if (!reading.languages.has(language)) faults.push({ field: names.language, code: 'choose' })
    else if (seen.has(language)) faults.push({ field: names.language, code: 'same' })
    seen.add(language)
    return [[language, { title: typed.line(names.title, 'needed'), what: typed.text(names.what) }]]
  })
}

function spokenFrom({ fields, reading, faults }: Read): string[] {
  const text = raw(fields, 'spoken')
  const codes = text === '' ? [] : reading.readLanguages(text)
  if (!codes) faults.push({ field: 'spoken', code: 'languages' })
  return [...(codes ?? [])]
}

function sharedFrom(read: Read) {
  const { typed, faults, reading } = read
  const language = typed.choice('language', [...reading.languages]) ?? ''
  const day = typed.day('day', 'needed')
  if (day !== null && !yearIsSound(day)) faults.push({ field: 'day', code: 'year' })
  const first = { title: typed.line('title', 'needed'), what: typed.text('what') }
  if (first.what === '') faults.push({ field: 'what', code: 'missing' })
  return {
    kind: typed.choice('kind', eventKinds) ?? 'other',
    day: day ?? '',
    ...{ starts: timeFrom(read, 'starts', true) ?? '', ends: timeFrom(read, 'ends', false) },
    ...{ zone: reading.zone, language },
    words: Object.fromEntries([[language, first], ...moreWords(read, language)]),
    spoken: spokenFrom(read),
    // What the toolkit no longer has is no longer used.
    resources: (read.fields.get('resources') ?? []).filter((id) => reading.resources.has(id)),
    ...{ material: typed.line('material'), audience: typed.line('audience'), office: typed.line('office') },
  }
}

/** Nobody hides where an event is that everybody may come to. */
const openReading = (reading: EventReading): EventReading => ({ ...reading, givesPlaceAway: () => false })

const isInvited = (fields: FormFields): boolean => raw(fields, 'where') === 'invited'

export function eventFrom(
  fields: FormFields,
  given: EventReading,
): EventFacts | { readonly faults: readonly EventFault[] } {
  const invited = isInvited(fields)
  const reading = invited ? given : openReading(given)
  const read: Read = { typed: typedFields(fields, reading), fields, reading, faults: [] }
  const { typed, faults } = read
  const shared = sharedFrom(read)
  const all = () => [...typed.faults, ...faults]
  if (invited) return all().length > 0 ? { faults: all() } : { ...shared, access: 'invited' }
  const where = typed.choice('where', ['place', 'online'])
  const place = typed.line('place')
  if (where === 'place' && place === '') faults.push({ field: 'place', code: 'missing' })
  const facts = { ...shared, place, link: typed.web('link'), entry: typed.line('entry') }
  if (where === undefined || all().length > 0) return { faults: all() }
  return { ...facts, access: 'public', where }
}

/** As the form shows it first. @param languagesText names of languages by which they are read again. */
export function eventFields(facts: EventFacts, languagesText: (codes: readonly string[]) => string): FormFields {
  const [first, ...more] = wordsInOrder(facts)
  const plain = {
    ...{ kind: facts.kind, day: typedDay(facts.day), starts: facts.starts, ends: facts.ends ?? '' },
    ...{ language: facts.language, title: first?.[1].title ?? '', what: first?.[1].what ?? '' },
    ...{ spoken: languagesText(facts.spoken), material: facts.material, audience: facts.audience },
    ...{ office: facts.office, where: facts.access === 'public' ? facts.where : 'invited' },
    ...(facts.access === 'public' ? { place: facts.place, link: facts.link, entry: facts.entry } : {}),
  }
  const others = more.flatMap(([language, { title, what }], index) => {
    const names = moreFields(index)
    return [
      [names.language, language],
      [names.title, title],
      [names.what, what],
    ] as const
  })
  const single = [...Object.entries(plain), ...others].map(([name, value]): [string, string[]] => [name, [value]])
  return new Map([...single, ['resources', facts.resources]])
}

/** How many further languages a page has room for: those that are filled, and one more. */
export function moreShown(fields: FormFields): number {
  const filled = indexes.findLast((index) => {
    const { title, what } = moreFields(index)
    return raw(fields, title) !== '' || raw(fields, what) !== ''
  })
  return Math.min((filled ?? -1) + 2, mostMore)
}

/** What was done, in three fields. */
export function afterFrom(
  fields: FormFields,
  reading: Pick<EventReading, 'tag' | 'givesPlaceAway' | 'namesContact'>,
): EventAfter | { readonly faults: readonly EventFault[] } {
  const typed = typedFields(fields, reading)
  const faults: EventFault[] = []
  const done = typed.text('done')
  if (done === '') faults.push({ field: 'done', code: 'missing' })
  const people = typed.number('people')
  if (people !== null && (!Number.isInteger(people) || people < 0 || people > 10_000_000)) {
    faults.push({ field: 'people', code: 'number' })
  }
  const said = typed.text('said')
  const all = [...typed.faults, ...faults]
  return all.length > 0 ? { faults: all } : { done, people, said }
}

export const afterFields = (after: EventAfter | null): FormFields =>
  new Map(
    Object.entries({ done: after?.done ?? '', people: `${after?.people ?? ''}`, said: after?.said ?? '' }).map(
      ([name, value]) => [name, [value]],
    ),
  )
