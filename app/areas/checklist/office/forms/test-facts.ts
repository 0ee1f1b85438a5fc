/** Any facts that the forms of the office can hold. */
import fc from 'fast-check'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { loadChecklist } from '../../kinds.ts'
import {
  accessFeatures,
  audiences,
  channels,
  type LocalText,
  type Place,
  type ServiceFacts,
  serviceFacts,
} from '../../schema.ts'
import { conditionTexts, fees, interpreterChoices, parentChoices, tellsChoices } from './conditions-form.ts'
import { costs } from './contact-form.ts'
import { appointmentChoices, holidayChoices } from './hours-form.ts'

const checklist = loadChecklist()
const languages = loadLanguages()
const kindIds = checklist.kinds.map(({ id }) => id)

const words = fc.stringMatching(/^[a-zé][a-zé ,.?!\n'"<&]{0,20}[a-zé]$/)
const person = words.map((text) => ({ text, origin: 'person' as const }))
/** Written in Dutch; the Arabic, where there is one, was made from it. */
const localText: fc.Arbitrary<LocalText> = fc.oneof(
  fc.constant({}),
  person.map((nl) => ({ nl })),
  fc
    .tuple(person, words)
    .map(([nl, text]) => ({ nl, ar: { text, origin: 'machine' as const, from: 'nl', fromRevision: 3 } })),
)
const written = fc
  .tuple(person, fc.boolean())
  .map(([nl, both]): LocalText => (both ? { nl, fr: { ...nl, from: 'nl' } } : { nl }))
const orNull = <T>(options: readonly T[]) => fc.option(fc.constantFrom(...options), { nil: null })
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const minute = fc.integer({ min: 0, max: 23 }).map((hour) => `${`${hour}`.padStart(2, '0')}:30`)

const phone = fc.record({
  number: fc.stringMatching(/^\+?[0-9][0-9 ]{1,12}[0-9]$/),
  label: localText,
  channels: fc.subarray([...channels], { minLength: 1 }),
  languages: fc.subarray(
    languages.list.map(({ code }) => code),
    { maxLength: 6 },
  ),
  hours: localText,
  cost: orNull(costs),
  showsOnBill: orNull([true, false]),
  fictional: fc.boolean(),
})

const address = fc
  .record({
    street: words,
    extra: fc.oneof(fc.constant(''), words),
    postcode: fc.stringMatching(/^[0-9]{4}$/),
    town: words,
    directions: localText,
  })
  .chain((one) =>
    fc.oneof(
      fc.constant({ ...one, latitude: null, longitude: null }),
      fc
        .tuple(fc.integer({ min: -8999, max: 8999 }), fc.integer({ min: -17999, max: 17999 }))
        .map(([south, east]) => ({ ...one, latitude: south / 100, longitude: east / 100 })),
    ),
  )
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant({ type: 'none' as const }),
  fc.constant({ type: 'confidential' as const }),
  fc
    .uniqueArray(address, { minLength: 1, maxLength: 3, selector: ({ street }) => street })
    .map((addresses) => ({ type: 'addresses' as const, addresses })),
)

const exception = fc
  .tuple(date, fc.integer({ min: 0, max: 9 }), fc.option(fc.tuple(minute, minute), { nil: null }), localText)
  .map(([from, days, span, note]) => ({
    from,
    to: Temporal.PlainDate.from(from).add({ days }).toString(),
    opens: span?.[0] ?? null,
    closes: span?.[1] ?? null,
    note,
  }))
const weekly = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), minute), { maxLength: 9, selector: (one) => one.join() })
  .map((openings) =>
    openings
      .map(([day, opens]) => ({ day, opens, closes: '24:00' }))
      .sort((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1)),
  )
const fortnightly = fc
  .uniqueArray(fc.tuple(date, minute), { maxLength: 4, selector: (one) => one.join() })
  .map((openings) =>
    openings
      .map(([from, opens]) => ({ from, opens, closes: '24:00' }))
      .sort((a, b) => (`${a.from} ${a.opens}` < `${b.from} ${b.opens}` ? -1 : 1)),
  )
const hours = fc
  .record({
    always: fc.boolean(),
    weekly,
    fortnightly,
    exceptions: fc.uniqueArray(exception, { maxLength: 4, selector: ({ from }) => from }),
    publicHolidays: orNull(holidayChoices),
    schoolHolidays: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom({ rule: 'closed' as const }, { rule: 'as-usual' as const }),
      weekly.filter((days) => days.length > 0).map((days) => ({ rule: 'other' as const, weekly: days })),
    ),
    appointment: orNull(appointmentChoices),
    note: localText,
    whenClosed: localText,
  })
  .map(({ schoolHolidays, ...one }) => ({ ...one, ...(schoolHolidays ? { schoolHolidays } : {}) }))
  .map((one) => (one.always ? { ...one, weekly: [], fortnightly: [] } : one))

const aged = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }))
const ages = fc.oneof(
  fc.constant(null),
  aged.map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  aged.map(([min]) => ({ min, max: null })),
)

export const anyFacts: fc.Arbitrary<ServiceFacts> = fc
  .record({
    kinds: fc.subarray(kindIds, { minLength: 1, maxLength: 3 }),
    name: written,
    whatHappens: localText,
    audiences: fc.subarray([...audiences]),
    ages,
    provider: fc.oneof(fc.constant(''), words),
    serves: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
    areaNote: localText,
    phones: fc.uniqueArray(phone, { maxLength: 3, selector: ({ number }) => number }),
    email: orNull(['help@example.org']),
    web: orNull(['https://example.org/help']),
    chat: orNull(['https://chat.example.org/']),
    place,
    hours,
    fee: orNull(fees),
    languages: fc.shuffledSubarray(languages.list.map(({ code }) => code)),
    interpreters: orNull(interpreterChoices),
    accessFeatures: fc.subarray([...accessFeatures]),
    parentNeeded: orNull(parentChoices),
    tellsOthers: orNull(tellsChoices),
    anonymous: orNull([true, false]),
    alert: fc.option(
      fc
        .record(
          { text: written, from: date, until: fc.option(date, { nil: null }) },
          { requiredKeys: ['text', 'until'] },
        )
        .map(({ from, ...rest }) => (from && (rest.until ?? from) >= from ? { ...rest, from } : rest)),
      { nil: null },
    ),
    closure: fc.option(
      fc
        .record({ from: date, to: fc.constant(null), lookAgain: date, text: localText })
        .map((one) => ({ ...one, lookAgain: one.lookAgain < one.from ? one.from : one.lookAgain })),
      { nil: null },
    ),
    notes: fc.record(Object.fromEntries(conditionTexts.map((name) => [name, localText]))),
  })
  .map(({ notes, ...rest }) => serviceFacts.parse({ ...rest, ...notes }))
