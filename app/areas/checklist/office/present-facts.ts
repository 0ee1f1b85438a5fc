/** The facts of a service and of an answer in words, part by part: for overviews, conflicts and earlier versions. */

import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { inSentence } from '../../../ui/lists.ts'
import { weekdayOf } from '../hours/fortnight.ts'
import { weekLines } from '../hours/week-lines.ts'
import type { Checklist } from '../kinds.ts'
import type { Answer, LocalText, Phone, ServiceFacts } from '../schema.ts'
import type { AuthorityChoice } from './forms/context.ts'
import type { PartId } from './service-parts.ts'
import { textsOf } from './service-texts.ts'
import { kindName, longDate, weekdayName } from './wording.ts'

/** One fact: its name, and what is said, line by line; none where nobody has said anything. */
export interface FactRow {
  readonly label: string
  readonly values: readonly string[]
  /** The fields of its form that it tells of: see `merge/merge-groups.ts`. */
  readonly group: string
}

export interface FactWords {
  readonly translator: Translator
  readonly checklist: Checklist
  readonly languages: Languages
  /** Names of the authorities that the service is for. */
  readonly served: readonly AuthorityChoice[]
  /** Each text names its language, also where there is only one: in comparisons a second one may have come. */
  readonly everyLanguage?: boolean
}

type Rows = (
  facts: ServiceFacts,
  words: FactWords,
) => readonly (readonly [group: string, label: string, values: Values])[]
type Values = string | null | undefined | false | readonly (string | null | undefined | false)[]

export function factRows(part: PartId, facts: ServiceFacts, words: FactWords): FactRow[] {
  return rowsOf[part](facts, words).map(([group, label, values]) => ({
    group,
    label,
    values: [values].flat().filter((value) => typeof value === 'string' && value !== '') as string[],
  }))
}

/** Parts in which somebody else's words about a service stand: not for whom a town offers it, nor its translations. */
const saidParts = ['about', 'contact', 'place', 'hours', 'conditions', 'notice'] as const

/** All that somebody else says of a service, in the order of its parts. */
export function factsSaid(facts: ServiceFacts, words: FactWords): FactRow[] {
  return saidParts
    .filter((part) => part !== 'place' || facts.place.type !== 'none')
    .flatMap((part) => factRows(part, facts, words))
    .filter(({ values }) => values.length > 0)
}

/** What is written, each with its language where there are several. */
export function wordsOf(text: LocalText, { translator: { t }, languages, everyLanguage }: FactWords): string[] {
  const entries = Object.entries(text)
  if (entries.length === 1 && !everyLanguage) return entries.map(([, { text: words }]) => words)
  return entries.map(([code, { text: words }]) =>
    t('checklist.office.fact.inLanguage', { language: languages.byCode(code)?.autonym ?? code, text: words }),
  )
}

const about: Rows = (facts, words) => {
  const { t, tag } = words.translator
  return [
    ['name', t('checklist.office.about.name'), wordsOf(facts.name, words)],
    ['whatHappens', t('checklist.office.about.whatHappens'), wordsOf(facts.whatHappens, words)],
    [
      'kinds',
      t('checklist.office.about.kinds'),
      facts.kinds.map((id) => kindName(words.translator, words.checklist, id)),
    ],
    [
      'audiences',
      t('checklist.office.about.audiences'),
      inSentence(
        tag,
        facts.audiences.map((one) => t(`service.audience.${one}`)),
      ),
    ],
    ['ages', t('service.ages'), agesWords(facts, words)],
    ['provider', t('checklist.office.about.provider'), facts.provider],
    // Only where there is one: a row that says "no standard text" would puzzle everybody else.
    ...(facts.standard === undefined
      ? []
      : [['standard', t('checklist.office.about.standard'), t('checklist.office.about.standardUsed')] as const]),
  ]
}

function agesWords({ ages }: ServiceFacts, { translator: { t } }: FactWords): string | null {
  if (!ages) return null
  const { min, max } = ages
  if (min !== null && max !== null) return t('service.ages.between', { min, max })
  if (min !== null) return t('service.ages.from', { min })
  return max === null ? null : t('service.ages.to', { max })
}

const contact: Rows = (facts, words) => {
  const { t } = words.translator
  return [
    ...facts.phones.map(
      (phone, index) =>
        ['phones', t('checklist.office.contact.phone', { number: index + 1 }), phoneWords(phone, words)] as const,
    ),
    ...(facts.phones.length === 0 ? [['phones', t('checklist.office.contact.phones'), null] as const] : []),
    ['email', t('service.email'), facts.email],
    ['web', t('service.web'), facts.web],
    ['chat', t('service.chat'), facts.chat],
  ]
}

function phoneWords(phone: Phone, words: FactWords): (string | false)[] {
  const { t, tag } = words.translator
  return [
    phone.number,
    phone.fictional && t('service.fictional'),
    ...wordsOf(phone.label, words),
    inSentence(
      tag,
      phone.channels.map((one) => t(`service.channel.${one}`)),
    ),
    inSentence(
      tag,
      phone.languages.map((code) => words.languages.byCode(code)?.autonym ?? code),
    ),
    ...wordsOf(phone.hours, words),
    phone.cost !== null && t(`service.phone.${phone.cost}`),
    phone.showsOnBill !== null && t(phone.showsOnBill ? 'service.phone.onBill' : 'service.phone.notOnBill'),
  ]
}

const place: Rows = ({ place: where }, words) => {
  const { t } = words.translator
  const label = t('checklist.office.place.title')
  if (where.type !== 'addresses') return [['place', label, t(`checklist.office.place.${where.type}`)]]
  return where.addresses.map((address, index) => [
    'place',
    where.addresses.length === 1 ? label : t('checklist.office.place.address', { number: index + 1 }),
    [
      address.street,
      address.extra,
      [address.postcode, address.town].filter(Boolean).join(' '),
      address.latitude !== null && address.longitude !== null && `${address.latitude}, ${address.longitude}`,
      ...wordsOf(address.directions, words),
    ],
  ])
}

const hours: Rows = ({ hours: when }, words) => {
  const { t } = words.translator
  const span = ({ opens, closes }: { opens: string; closes: string }) => `${opens}–${closes}`
  const linesOf = (week: Parameters<typeof weekLines>[0]) =>
    weekLines(week).map(({ days: [first = 1, ...rest], intervals }) => {
      const last = rest.at(-1)
      const from = weekdayName(words.translator, first)
      const named =
        last === undefined ? from : t('checklist.office.hours.days', { from, to: weekdayName(words.translator, last) })
      const times = intervals.length === 0 ? t('service.hours.closedDay') : intervals.map(span).join(', ')
      return t('checklist.office.hours.line', { days: named, times })
    })
  const school = when.schoolHolidays
  return [
    ['week', t('service.hours'), when.always ? t('service.hours.always') : linesOf(when)],
    ['fortnightly', t('checklist.office.hours.fortnights'), when.fortnightly.map((one) => fortnightWords(one, words))],
    ['exceptions', t('checklist.office.hours.exceptions'), when.exceptions.map((one) => exceptionWords(one, words))],
    [
      'publicHolidays',
      t('checklist.office.hours.publicHolidays'),
      when.publicHolidays &&
        t(when.publicHolidays === 'closed' ? 'service.hours.holidaysClosed' : 'service.hours.holidaysAsUsual'),
    ],
    [
      'schoolHolidays',
      t('checklist.office.hours.schoolHolidays'),
      school?.rule === 'other'
        ? linesOf({ always: false, weekly: school.weekly })
        : school &&
          t(school.rule === 'closed' ? 'service.hours.schoolHolidaysClosed' : 'service.hours.schoolHolidaysAsUsual'),
    ],
    [
      'appointment',
      t('checklist.office.hours.appointment'),
      when.appointment && t(`checklist.office.hours.appointment.${when.appointment}`),
    ],
    ['hoursNote', t('checklist.office.hours.note'), wordsOf(when.note, words)],
    ['whenClosed', t('checklist.office.hours.whenClosed'), wordsOf(when.whenClosed, words)],
  ]
}

function fortnightWords(
  { from, opens, closes }: ServiceFacts['hours']['fortnightly'][number],
  words: FactWords,
): string {
  const { translator } = words
  const day = weekdayName(translator, weekdayOf(from))
  return translator.t('checklist.office.hours.fortnightLine', {
    day,
    date: longDate(translator, from),
    times: `${opens}–${closes}`,
  })
}

function exceptionWords(one: ServiceFacts['hours']['exceptions'][number], words: FactWords): string {
  const { translator } = words
  const times = one.opens === null ? translator.t('service.hours.closedDay') : `${one.opens}–${one.closes}`
  const from = longDate(translator, one.from)
  const days =
    one.to === one.from ? from : translator.t('checklist.office.hours.days', { from, to: longDate(translator, one.to) })
  return [translator.t('checklist.office.hours.line', { days, times }), ...wordsOf(one.note, words)].join('\n')
}

const conditions: Rows = (facts, words) => {
  const { t, tag } = words.translator
  const spoken = facts.languages.map((code) => words.languages.byCode(code)?.autonym ?? code)
  return [
    ['fee', t('service.fee'), [facts.fee && t(`service.fee.${facts.fee}`), ...wordsOf(facts.feeNote, words)]],
    ['languages', t('service.languages'), inSentence(tag, spoken)],
    ['interpreters', t('service.interpreters'), facts.interpreters && t(`service.interpreters.${facts.interpreters}`)],
    [
      'access',
      t('service.access'),
      [
        inSentence(
          tag,
          facts.accessFeatures.map((one) => t(`service.access.${one}`)),
        ),
        ...wordsOf(facts.accessNote, words),
      ],
    ],
    [
      'parent',
      t('service.parent'),
      [facts.parentNeeded && t(`service.parent.${facts.parentNeeded}`), ...wordsOf(facts.parentNote, words)],
    ],
    [
      'tells',
      t('service.tells'),
      [facts.tellsOthers && t(`service.tells.${facts.tellsOthers}`), ...wordsOf(facts.tellsNote, words)],
    ],
    [
      'anonymous',
      t('service.anonymous'),
      facts.anonymous !== null && t(facts.anonymous ? 'service.anonymous.yes' : 'service.anonymous.no'),
    ],
    ['howDecided', t('service.decided'), wordsOf(facts.howDecided, words)],
    ['howToComplain', t('service.complain'), wordsOf(facts.howToComplain, words)],
  ]
}

const area: Rows = (facts, words) => {
  const { t } = words.translator
  const names = facts.serves.map((id) => words.served.find((one) => one.id === id)?.name ?? id)
  return [
    ['serves', t('checklist.office.area.title'), names.length > 0 ? names : t('checklist.office.area.own')],
    ['areaNote', t('checklist.office.area.note'), wordsOf(facts.areaNote, words)],
  ]
}

const notice: Rows = ({ alert, closure }, words) => {
  const { t } = words.translator
  const day = (date: string) => longDate(words.translator, date)
  const from = alert?.from && t('checklist.office.notice.from', { date: day(alert.from) })
  const until = alert?.until && t('checklist.office.notice.until', { date: day(alert.until) })
  const closed =
    closure &&
    (closure.to
      ? t('service.closure', { from: day(closure.from), to: day(closure.to) })
      : t('service.closureOpen', { from: day(closure.from) }))
  const again = closure?.lookAgain && t('checklist.office.notice.lookAgain', { date: day(closure.lookAgain) })
  return [
    ['alert', t('checklist.office.notice.alert'), alert && [...wordsOf(alert.text, words), from, until]],
    ['closure', t('checklist.office.notice.closure'), closure && [closed, again, ...wordsOf(closure.text, words)]],
  ]
}

/** Which languages there are, and how much of the service each has. */
const languages: Rows = (facts, words) => {
  const texts = textsOf(facts).filter(({ text }) => Object.keys(text).length > 0)
  const codes = [...new Set(texts.flatMap(({ text }) => Object.keys(text)))]
  return codes.map((code) => [
    code,
    words.languages.byCode(code)?.autonym ?? code,
    words.translator.t('checklist.office.languages.share', {
      done: texts.filter(({ text }) => text[code]).length,
      all: texts.length,
    }),
  ])
}

const rowsOf: Readonly<Record<PartId, Rows>> = { about, contact, place, hours, conditions, area, notice, languages }

/** What a town answers about a kind. */
export function answerRows(answer: Omit<Answer, 'answeredOn'> | undefined, words: FactWords): FactRow[] {
  const { t } = words.translator
  return [
    {
      group: 'status',
      label: t('checklist.office.answer.status'),
      values: answer ? [t(`answer.${answer.status}`)] : [],
    },
    {
      group: 'planned',
      label: t('checklist.office.answer.plannedFor'),
      values: answer?.plannedFor ? [longDate(words.translator, answer.plannedFor)] : [],
    },
    { group: 'note', label: t('checklist.office.answer.note'), values: answer ? wordsOf(answer.note, words) : [] },
  ]
}
