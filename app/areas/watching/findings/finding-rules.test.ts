import { describe, expect, test } from 'vitest'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { factChecksFor, loadChecklist, type Service, service, serviceNotices, textsOf } from '../../checklist/index.ts'
import { internationalFormIn, loadHelplines } from '../../helplines/index.ts'
import { type Judge, linksIn, linksOf, pageFindings, serviceFindings } from './finding-rules.ts'
import type { LinkState } from './link-rules.ts'
import { repaired, repairOf, stillSays } from './repair-rules.ts'

const today = Temporal.PlainDate.from('2026-03-10')
const id = '5afe7035-0000-8000-8000-000000000001'
const url = 'https://old.town.eu/children'

const serviceWith = (given: object): Service =>
  service.parse({ id, kinds: ['child-helpline'], name: { en: { text: 'Ear', origin: 'person' } }, ...given })

const judge = (given: Partial<Judge> = {}): Judge => ({
  today,
  faultsOf: () => [],
  noticesOf: () => [],
  linkOf: () => undefined,
  textsOf,
  internationalForm: internationalFormIn('NL'),
  knownShort: (number) => number === '116 111',
  ...given,
})

const link = (given: Partial<LinkState>): LinkState => ({
  url,
  outcome: 'answers',
  seen: '200',
  leadsTo: null,
  badNights: 0,
  goneNights: 0,
  leadsNights: 0,
  ...given,
})

const kindsOf = (one: Service, given: Partial<Judge> = {}) => serviceFindings(one, judge(given)).map(({ kind }) => kind)

describe('links', () => {
  const one = serviceWith({ web: url, chat: url })

  test('are told when they are gone, each field for itself', () => {
    const gone = { linkOf: () => link({ goneNights: 2, badNights: 2, seen: '404' }) }
    expect(serviceFindings(one, judge(gone))).toMatchObject([
      { fact: 'web', kind: 'link-gone', value: url, seen: '404' },
      { fact: 'chat', kind: 'link-gone' },
    ])
  })

  test('that lead elsewhere are told with where; of a confidential place nobody is told where', () => {
    const moved = { linkOf: () => link({ leadsTo: 'https://new.town.eu/Church-Lane-3', leadsNights: 2 }) }
    expect(kindsOf(one, moved)).toEqual(['link-moved', 'link-moved'])
    expect(kindsOf(serviceWith({ web: url, place: { type: 'confidential' } }), moved)).toEqual([])
  })

  test('stand in answers, too', () => {
    const note = { en: { text: `See (${url}), or call. Also http://second.town.eu.`, origin: 'person' as const } }
    const answer = {
      kind: 'child-helpline',
      status: 'not-our-task' as const,
      plannedFor: null,
      note,
      answeredOn: '2026-01-01',
    }
    const page = { authority: id, version: 1, publishedAt: '', introduction: {}, answers: [answer], services: [] }
    const found = pageFindings(page, judge({ linkOf: (each) => link({ url: each, badNights: 3, outcome: 'failing' }) }))
    expect(found.map(({ thing, thingId, value }) => [thing, thingId, value])).toEqual([
      ['answer', 'child-helpline', url],
      ['answer', 'child-helpline', 'http://second.town.eu'],
    ])
  })

  test('stand in every text of a service and in the introduction, once whatever the languages', () => {
    const words = (text: string) => ({
      en: { text, origin: 'person' as const },
      nl: { text, origin: 'machine' as const },
    })
    const texts = serviceWith({
      whatHappens: words(`See ${url}.`),
      phones: [{ number: '116 111', hours: words(`As on ${url}`) }],
      place: { type: 'addresses', addresses: [{ street: 'Markt 1', town: 'X', directions: words(url) }] },
      hours: {
        whenClosed: words(url),
        exceptions: [{ from: '2030-01-01', to: '2030-01-01', opens: null, closes: null, note: words(url) }],
      },
      alert: { text: words(url), until: '2030-01-01' },
    })
    const page = {
      authority: id,
      version: 1,
      publishedAt: '',
      introduction: words(url),
      answers: [],
      services: [texts],
    }
    expect(linksOf(page, textsOf)).toEqual([url])
    const found = pageFindings(page, judge({ linkOf: () => link({ goneNights: 2, badNights: 2, outcome: 'gone' }) }))
    const links = found.filter(({ kind }) => kind === 'link-gone')
    expect(links.map(({ thing, thingId, fact }) => [thing, thingId, fact])).toEqual([
      ['service', id, 'whatHappens'],
      ['service', id, 'phones-0-hours'],
      ['service', id, 'addresses-0-directions'],
      ['service', id, 'exceptions-0-note'],
      ['service', id, 'whenClosed'],
      ['service', id, 'alertText'],
      ['introduction', '', 'introduction'],
    ])
    // Words are somebody's own.
    for (const one of links) expect(repairOf({ ...one, kind: 'link-moved', seen: 'https://new.eu/' })).toBeUndefined()
  })

  test.each([
    ['https://a.eu/x, then', ['https://a.eu/x']],
    ['(https://a.eu/)', ['https://a.eu/']],
    ['انظر https://a.eu/ب؟', ['https://a.eu/ب']],
    ['a.eu and mailto:x@a.eu', []],
    ['https://a.eu https://a.eu', ['https://a.eu']],
  ])('%s', (words, links) => {
    expect(linksIn(words)).toEqual(links)
  })
})

describe('numbers', () => {
  const numbers = (...given: string[]) => serviceWith({ phones: given.map((number) => ({ number })) })

  test('that are fine are left alone, and so are short and fictional ones', () => {
    expect(kindsOf(numbers('020 624 1111', '+31 20 624 1111', '0800 0432', '116 111'))).toEqual([])
    expect(kindsOf(serviceWith({ phones: [{ number: '0031 20 624 1111', fictional: true }] }))).toEqual([])
  })

  test.each(['0031 20 624 1111', '31 20 624 1111', '+31 (0)20 624 1111'])('%s has a better form', (number) => {
    expect(serviceFindings(numbers(number), judge())).toMatchObject([
      { kind: 'number-form', value: number, seen: '+31 20 624 1111' },
    ])
  })

  test('that are not valid are told first, with a better form where it is clear what was meant', () => {
    const faultsOf = () => [{ code: 'phoneInvalid' as const, path: ['phones', 0, 'number'] }]
    expect(serviceFindings(numbers('49 30 22730'), judge({ faultsOf }))).toMatchObject([
      { kind: 'number-invalid', seen: '+49 30 22730' },
    ])
    expect(serviceFindings(numbers('12'), judge({ faultsOf }))).toMatchObject([{ kind: 'number-invalid', seen: '' }])
  })
})

describe('hours and notices', () => {
  const exception = (from: string, to: string, opens: string | null = null, closes: string | null = null) => ({
    from,
    to,
    opens,
    closes,
  })
  const hours = (given: object) => serviceWith({ hours: given })
  const words = { en: { text: 'Words', origin: 'person' } }

  test('days that are over, one finding for all of them', () => {
    const one = hours({
      weekly: [{ day: 1, opens: '09:00', closes: '12:00' }],
      exceptions: [
        exception('2026-12-24', '2026-12-24'),
        exception('2025-12-24', '2025-12-26'),
        exception('2024-05-01', '2024-05-01'),
      ],
    })
    expect(serviceFindings(one, judge())).toMatchObject([
      { kind: 'exceptions-past', value: '2024-05-01/2024-05-01 2025-12-24/2025-12-26', seen: '2024-05-01' },
    ])
  })

  test('an exception of today is not over; one that has lasted for a year is no exception', () => {
    const week = { weekly: [{ day: 1, opens: '09:00', closes: '12:00' }] }
    expect(kindsOf(hours({ ...week, exceptions: [exception('2026-03-10', '2026-03-10')] }))).toEqual([])
    expect(kindsOf(hours({ ...week, exceptions: [exception('2025-03-10', '2027-01-01')] }))).toEqual([
      'exception-endless',
    ])
    expect(kindsOf(hours({ ...week, exceptions: [exception('2025-03-11', '2027-01-01')] }))).toEqual([])
  })

  test('a week without any opening, unless something says why or nobody has begun', () => {
    expect(kindsOf(hours({ publicHolidays: 'closed' }))).toEqual(['week-empty'])
    expect(kindsOf(hours({ whenClosed: words }))).toEqual(['week-empty'])
    expect(kindsOf(hours({}))).toEqual([])
    expect(kindsOf(hours({ publicHolidays: 'closed', note: words }))).toEqual([])
    expect(kindsOf(hours({ publicHolidays: 'closed', appointment: 'required' }))).toEqual([])
    expect(kindsOf(hours({ publicHolidays: 'closed', always: true }))).toEqual([])
    expect(kindsOf(hours({ exceptions: [exception('2026-04-01', '2026-04-01', '09:00', '12:00')] }))).toEqual([])
  })

  test('overlapping hours, once for a service', () => {
    const faultsOf = () => [
      { code: 'hoursOverlapping' as const, path: ['hours', 'weekly', 1] },
      { code: 'hoursOverlapping' as const, path: ['hours', 'weekly', 2] },
    ]
    const always = hours({ always: true })
    expect(kindsOf(always, { faultsOf })).toEqual(['hours-overlap'])
  })

  test('what can be published and can hardly be meant, once for each way', () => {
    const checks = factChecksFor(
      { checklist: loadChecklist(), helplines: loadHelplines(), languages: loadLanguages() },
      { country: 'NL', timeZone: 'Europe/Amsterdam', dialled: new Set() },
      Temporal.Instant.from('2026-03-10T09:00:00Z'),
    )
    const noticesOf = ({ id: _, ...facts }: Service) => serviceNotices(facts, checks)
    const found = (given: object) =>
      serviceFindings(hours(given), judge({ noticesOf })).map(({ kind, value }) => `${kind} ${value}`)
    const monday = { weekly: [{ day: 1, opens: '09:00', closes: '05:00' }] }
    expect(found(monday)).toEqual(['hours-overnight 1///09:00/05:00'])
    // Another time is another finding: one that somebody has called no mistake comes back.
    expect(found({ weekly: [{ day: 1, opens: '09:00', closes: '06:00' }] })).toEqual([
      'hours-overnight 1///09:00/06:00',
    ])
    const week = { weekly: [{ day: 1, opens: '09:00', closes: '12:00' }] }
    const both = [exception('2026-04-01', '2026-04-01', '09:00', '12:00'), exception('2026-04-01', '2026-04-02')]
    expect(found({ ...week, exceptions: both })).toEqual(['hours-open-and-closed /2026-04-01/2026-04-02//'])
    expect(found({ always: true, publicHolidays: 'closed' })).toEqual(['hours-always-but-closed ////'])
    // What is over has a finding of its own.
    expect(found({ ...week, exceptions: [exception('2026-01-01', '2026-01-01')] })).toEqual([
      'exceptions-past 2026-01-01/2026-01-01',
    ])
  })

  test('a closure without a last day stands on the list on the day on which the office wanted to look again', () => {
    const on = (given: object) => serviceWith({ closure: { from: '2026-03-01', to: null, text: words, ...given } })
    expect(kindsOf(on({ lookAgain: '2026-03-11' }))).toEqual([])
    expect(serviceFindings(on({ lookAgain: '2026-03-10' }), judge())).toMatchObject([
      { kind: 'closure-endless', value: '2026-03-01/2026-03-10', seen: '2026-03-01' },
    ])
    // Somebody has looked: it is still closed, until another day.
    const before = {
      thing: 'service',
      fact: 'closure',
      kind: 'closure-endless',
      value: '2026-03-01/2026-03-10',
    } as const
    const facts = (day: string) => on({ lookAgain: day })
    expect([
      stillSays(facts('2026-03-10'), { ...before, seen: '' }),
      stillSays(facts('2026-04-01'), { ...before, seen: '' }),
    ]).toEqual([true, false])
  })

  test('closures and notices that have run out; today is still in', () => {
    expect(kindsOf(serviceWith({ closure: { from: '2026-01-01', to: '2026-03-09', text: words } }))).toEqual([
      'closure-past',
    ])
    expect(kindsOf(serviceWith({ closure: { from: '2026-01-01', to: '2026-03-10', text: words } }))).toEqual([])
    // Nobody has said until when: after sixty days somebody should look.
    expect(kindsOf(serviceWith({ closure: { from: '2026-01-10', to: null, text: words } }))).toEqual([])
    expect(kindsOf(serviceWith({ closure: { from: '2026-01-09', to: null, text: words } }))).toEqual([
      'closure-endless',
    ])
    expect(kindsOf(serviceWith({ alert: { text: words, until: '2026-03-09' } }))).toEqual(['alert-past'])
    expect(kindsOf(serviceWith({ alert: { text: words, until: null } }))).toEqual(['alert-endless'])
  })
})

describe('one click', () => {
  const before = serviceWith({
    web: url,
    phones: [{ number: '0031 20 624 1111' }, { number: '116 111' }],
    closure: { from: '2026-01-01', to: '2026-03-09', text: {} },
    alert: { text: {}, until: '2026-03-09' },
    hours: {
      weekly: [{ day: 1, opens: '09:00', closes: '12:00' }],
      exceptions: [
        { from: '2025-12-24', to: '2025-12-24', opens: null, closes: null },
        { from: '2026-12-24', to: '2026-12-24', opens: null, closes: null },
      ],
    },
  })
  const linkOf = () => link({ leadsTo: 'https://new.town.eu/', leadsNights: 2 })
  const found = serviceFindings(before, judge({ linkOf }))
  const { id: _, ...facts } = before

  test('puts each thing right that it can, and nothing else', () => {
    expect(found.map(({ kind }) => kind).sort()).toEqual([
      'alert-past',
      'closure-past',
      'exceptions-past',
      'link-moved',
      'number-form',
    ])
    for (const finding of found) {
      const after = repaired(facts, finding, today)
      if (!after) throw new Error(`${finding.kind} was not repaired`)
      expect(stillSays(after, finding), finding.kind).toBe(false)
      expect(repaired(after, finding, today), finding.kind).toBeUndefined()
      const left = serviceFindings({ ...after, id }, judge({ linkOf: (each) => (each === url ? linkOf() : undefined) }))
      expect(left).toEqual(found.filter((each) => each !== finding))
    }
  })

  test('does nothing where somebody has to think', () => {
    const gone = { thing: 'service', fact: 'web', kind: 'link-gone', value: url, seen: '404' } as const
    expect([repairOf(gone), repaired(facts, gone, today)]).toEqual([undefined, undefined])
    const answer = { thing: 'answer', fact: 'note', kind: 'link-moved', value: url, seen: 'https://new.eu/' } as const
    expect(repairOf(answer)).toBeUndefined()
  })
})
