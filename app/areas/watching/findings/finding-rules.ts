/** What a machine finds on a published page that somebody should look at. Nothing of it is ever shown to readers. */
import type { Answer, FactFault, LocalText, Service, SnapshotDocument } from '../../checklist/index.ts'
import { type LinkState, troubleOf } from './link-rules.ts'

/** Hours that may be published and yet can hardly be meant; the form says the same of them. */
const contradictionOf = {
  hoursLongOvernight: 'hours-overnight',
  hoursExceptionOpenAndClosed: 'hours-open-and-closed',
  hoursAlwaysButClosedOnHolidays: 'hours-always-but-closed',
} as const satisfies Partial<Record<FactFault['code'], string>>
type Contradiction = keyof typeof contradictionOf
const contradictions = Object.values(contradictionOf)

/** First things first: what keeps a family from getting help, then what misleads, then what is only old. */
export const findingKinds = [
  'number-invalid',
  'link-gone',
  'link-failing',
  'hours-overlap',
  ...contradictions,
  'week-empty',
  'number-form',
  'closure-past',
  'alert-past',
  'closure-endless',
  'alert-endless',
  'exception-endless',
  'link-moved',
  'link-insecure',
  'exceptions-past',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Kinds that may keep a family from getting help. */
export const urgentRanks = 3

export const rankOf = (kind: FindingKind): number => findingKinds.indexOf(kind)

export interface Found {
  readonly thing: 'service' | 'answer' | 'introduction'
  /** Of the service, or of the kind that is answered; of the introduction empty. */
  readonly thingId: string
  /** The field it stands in; of a text its path. */
  readonly fact: string
  readonly kind: FindingKind
  /** What exactly: as long as it stays the same, it is the same finding. */
  readonly value: string
  /** What was seen, or what could stand there instead; empty where there is nothing to say. */
  readonly seen: string
}

/** What decides, beside the facts. */
export interface Judge {
  /** At the place. */
  readonly today: Temporal.PlainDate
  /** What the rules of the checklist refuse today. */
  faultsOf(service: Service): readonly FactFault[]
  /** What they let pass, and is worth a look. */
  noticesOf(service: Service): readonly FactFault[]
  linkOf(url: string): LinkState | undefined
  /** Every text of a service, by its path: `whatHappens`, `phones-0-label`. */
  textsOf(service: Service): readonly { readonly path: string; readonly text: LocalText }[]
  /** How to write a number, where it is not written so that every telephone can dial it. */
  internationalForm(number: string): string | undefined
  /** Of the country's own list, such as 116 111. */
  knownShort(number: string): boolean
}

type Seen = Omit<Found, 'thing' | 'thingId'>

function linkFound(fact: string, url: string, judge: Judge): Seen[] {
  const state = judge.linkOf(url)
  const kind = state && troubleOf(state)
  if (!state || !kind) return []
  const leads = kind === 'link-moved' || kind === 'link-insecure'
  return [{ fact, kind, value: url, seen: leads ? (state.leadsTo ?? '') : state.seen }]
}

/** Where a link of a confidential place leads is told to nobody: it may say where it is. */
const linksFound = (service: Service, judge: Judge): Seen[] =>
  [
    ...(['web', 'chat'] as const).flatMap((fact) =>
      service[fact] === null ? [] : linkFound(fact, service[fact], judge),
    ),
    // A link stands once, in whatever languages a text names it.
    ...judge
      .textsOf(service)
      .flatMap(({ path, text }) => linksInText(text).flatMap((url) => linkFound(path, url, judge))),
  ].filter(({ kind }) => !(service.place.type === 'confidential' && kind === 'link-moved'))

function numbersFound(service: Service, faults: readonly FactFault[], judge: Judge): Seen[] {
  const refused = (code: FactFault['code']) => code === 'phoneInvalid' || code === 'phoneShort'
  const invalid = new Set(faults.flatMap(({ code, path }) => (refused(code) ? [path[1]] : [])))
  return service.phones.flatMap(({ number, fictional }, index): Seen[] => {
    if (fictional || judge.knownShort(number)) return []
    const form = judge.internationalForm(number)
    if (invalid.has(index)) return [{ fact: 'phones', kind: 'number-invalid', value: number, seen: form ?? '' }]
    return form === undefined ? [] : [{ fact: 'phones', kind: 'number-form', value: number, seen: form }]
  })
}

type Closure = NonNullable<Service['closure']>
type Exception = Service['hours']['exceptions'][number]

export const isOver = ({ to }: { readonly to: string | null }, today: Temporal.PlainDate): boolean =>
  to !== null && to < today.toString()

/** An exception that has lasted for a year is rather the rule. */
const isEndless = ({ from, to }: Exception, today: Temporal.PlainDate): boolean =>
  from <= today.subtract({ years: 1 }).toString() && to >= today.toString()

const spanOf = ({ from, to }: Exception): string => `${from}/${to}`

/** Hours that somebody has begun and that name no time at all; where nobody said anything, something else tells so. */
function isEmptyWeek({ hours }: Service, today: Temporal.PlainDate): boolean {
  const opens = hours.exceptions.some((one) => one.opens !== null && !isOver(one, today))
  const told =
    Object.keys(hours.note).length > 0 || hours.appointment === 'required' || hours.appointment === 'possible'
  const begun = hours.exceptions.length > 0 || hours.publicHolidays !== null || Object.keys(hours.whenClosed).length > 0
  return begun && !told && !opens && !hours.always && hours.weekly.length + hours.fortnightly.length === 0
}

const isContradiction = (code: FactFault['code']): code is Contradiction => code in contradictionOf

/** What a path within the facts leads to, so that a finding is another one as soon as somebody has changed it. */
function saidAt(service: Service, path: FactFault['path']): string {
  const end = typeof path.at(-1) === 'string' ? path.slice(0, -1) : path
  const said = end.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], service)
  const { day, from, to, opens, closes } = { ...(said as Partial<Record<string, string | number | null>>) }
  return [day, from, to, opens, closes].map((each) => each ?? '').join('/')
}

/** One for each way in which hours contradict themselves. */
function contradictionsFound(service: Service, judge: Judge): Seen[] {
  const notices = judge.noticesOf(service)
  return [...new Set(notices.map(({ code }) => code))].filter(isContradiction).map((code) => {
    const value = notices.flatMap((one) => (one.code === code ? [saidAt(service, one.path)] : [])).join(' ')
    return { fact: 'hours', kind: contradictionOf[code], value, seen: '' }
  })
}

function hoursFound(service: Service, faults: readonly FactFault[], { today }: Judge): Seen[] {
  const { exceptions } = service.hours
  const overlaps = faults.filter(({ code }) => code === 'hoursOverlapping' || code === 'hoursExceptionOverlapping')
  const over = exceptions.filter((one) => isOver(one, today))
  const oldest = over.map(({ to }) => to).sort()[0]
  const of = (kind: FindingKind, value: string, seen = ''): Seen => ({ fact: 'hours', kind, value, seen })
  return [
    ...(overlaps.length > 0 ? [of('hours-overlap', overlaps.map(({ path }) => path.join('.')).join(' '))] : []),
    ...(isEmptyWeek(service, today) ? [of('week-empty', '')] : []),
    ...exceptions.filter((one) => isEndless(one, today)).map((one) => of('exception-endless', spanOf(one), one.from)),
    ...(oldest === undefined ? [] : [of('exceptions-past', over.map(spanOf).sort().join(' '), oldest)]),
  ]
}

/** Closed for so long without a last day, somebody should look whether it still is. */
const longestUnsaid = { days: 60 }

/** Whether somebody should look: on the day that was chosen, or after a long time where none was. */
const isToLookAt = ({ from, to, lookAgain }: Closure, today: Temporal.PlainDate): boolean =>
  to === null && (lookAgain ?? Temporal.PlainDate.from(from).add(longestUnsaid).toString()) <= today.toString()

/** Another day to look again is another finding. */
export const closureSaid = ({ from, lookAgain }: Closure): string => (lookAgain ? `${from}/${lookAgain}` : from)

function noticesFound({ alert, closure }: Service, { today }: Judge): Seen[] {
  return [
    ...(closure && isToLookAt(closure, today)
      ? [{ fact: 'closure', kind: 'closure-endless', value: closureSaid(closure), seen: closure.from } as const]
      : []),
    // The office's form asks for the last day; a list that was brought may have none.
    ...(alert && alert.until === null ? [{ fact: 'alert', kind: 'alert-endless', value: '', seen: '' } as const] : []),
    ...(closure?.to && isOver(closure, today)
      ? [{ fact: 'closure', kind: 'closure-past', value: closure.to, seen: closure.to } as const]
      : []),
    ...(alert?.until && alert.until < today.toString()
      ? [{ fact: 'alert', kind: 'alert-past', value: alert.until, seen: alert.until } as const]
      : []),
  ]
}

export function serviceFindings(service: Service, judge: Judge): Found[] {
  const faults = judge.faultsOf(service)
  return [
    ...linksFound(service, judge),
    ...numbersFound(service, faults, judge),
    ...hoursFound(service, faults, judge),
    ...contradictionsFound(service, judge),
    ...noticesFound(service, judge),
  ].map((seen) => ({ thing: 'service', thingId: service.id, ...seen }))
}

/** Web addresses in words, without what ends a sentence. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'()[\]{}]+/gi) ?? []
  return [...new Set(found.map((each) => each.replace(/[.,;:!?،؛؟]+$/, '')))].filter((each) => URL.canParse(each))
}

/** Of a text in all its languages, each once. */
const linksInText = (text: LocalText): string[] => [
  ...new Set(Object.values(text).flatMap((wording) => linksIn(wording.text))),
]

const linksOfAnswer = ({ note }: Answer): string[] => linksInText(note)

/** All web addresses that a page names where readers follow them. */
export function linksOf(
  { services, answers, introduction }: Pick<SnapshotDocument, 'services' | 'answers' | 'introduction'>,
  textsOf: Judge['textsOf'],
): string[] {
  const own = services.flatMap(({ web, chat }) => [web, chat].filter((each) => each !== null))
  const inTexts = services.flatMap((service) => textsOf(service).flatMap(({ text }) => linksInText(text)))
  return [...new Set([...own, ...inTexts, ...answers.flatMap(linksOfAnswer), ...linksInText(introduction)])]
}

export function pageFindings(document: SnapshotDocument, judge: Judge): Found[] {
  return [
    ...document.services.flatMap((service) => serviceFindings(service, judge)),
    ...document.answers.flatMap((answer) =>
      linksOfAnswer(answer)
        .flatMap((url) => linkFound('note', url, judge))
        .map((seen) => ({ thing: 'answer', thingId: answer.kind, ...seen }) as const),
    ),
    ...linksInText(document.introduction)
      .flatMap((url) => linkFound('introduction', url, judge))
      .map((seen) => ({ thing: 'introduction', thingId: '', ...seen }) as const),
  ]
}
