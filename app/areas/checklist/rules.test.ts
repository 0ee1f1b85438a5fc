import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import type { RoleName, Scope } from '../../platform/session/actor.ts'
import { loadHelplines } from '../helplines/index.ts'
import { factChecksFor } from './fact-checks.ts'
import { loadChecklist } from './kinds.ts'
import { checklistPermissions } from './policy.ts'
import {
  answerReviewDue,
  changesSince,
  composeDocument,
  confidentialFaults,
  missingFirst,
  publishFaults,
  serviceFaults,
  serviceNotices,
  serviceReviewDue,
  withoutPlace,
} from './rules.ts'
import { type Address, type Answer, type Service, type ServiceFacts, serviceFacts } from './schema.ts'
import { at, facts, now, text } from './test-town.ts'

const checklist = loadChecklist()
const town = { country: 'NL', timeZone: 'Europe/Amsterdam', dialled: new Set(['1313']) }
const checks = factChecksFor(
  { checklist, helplines: loadHelplines(), languages: loadLanguages() },
  town,
  Temporal.Instant.from(now),
)
const codes = (given: Partial<ServiceFacts>) =>
  serviceFaults(facts(given), checks).map(({ code, path }) => `${path.join('.')} ${code}`)
const phone = (number: string, fictional = false) =>
  serviceFacts.shape.phones.parse([{ number, ...(fictional ? { fictional } : {}) }])

describe('the facts of a service', () => {
  it('are right as they stand', () => {
    expect(codes({})).toEqual([])
  })

  it('need a name and kinds of the checklist', () => {
    expect(codes({ name: {} })).toEqual(['name nameMissing'])
    expect(codes({ kinds: [] })).toEqual(['kinds kindMissing'])
    expect(codes({ kinds: ['child-helpline', 'no-such-kind'] })).toEqual(['kinds.1 kindUnknown'])
  })

  it('take a number of the country, an international one, one of our list, or a fictional one', () => {
    for (const number of ['020 123 4567', '+49 30 901820', '116 111', '112', '13 13'])
      expect(codes({ phones: phone(number) })).toEqual([])
    const refused = ['22 34', '311', '01632 960123'].map((number) => codes({ phones: phone(number) })[0]?.split(' ')[1])
    expect(refused).toEqual(['phoneInvalid', 'phoneShort', 'phoneInvalid'])
    expect(codes({ phones: phone('01632 960123', true) })).toEqual([])
  })

  it('contradict themselves nowhere', () => {
    expect(codes({ ages: { min: 18, max: 12 } })).toEqual(['ages.max agesOrder'])
    expect(codes({ ages: { min: 18, max: null } })).toEqual([])
    expect(codes({ closure: { from: '2026-03-02', to: '2026-03-01', text: {} } })).toEqual(['closure.to closureOrder'])
    expect(codes({ alert: { from: '2026-03-02', until: '2026-03-01', text: {} } })).toEqual(['alert.until alertOrder'])
    const hours = { ...facts().hours, weekly: [{ day: 1, opens: '09:00', closes: '09:00' }] }
    expect(codes({ hours })).toEqual(['hours.weekly.0.closes hoursZeroLength'])
  })

  it('know hours that are only worth a look from those that are wrong', () => {
    const hours = { ...facts().hours, weekly: [{ day: 1, opens: '09:00', closes: '05:00' }] }
    expect(codes({ hours })).toEqual([])
    expect(serviceNotices(facts({ hours }), checks)).toEqual([
      { code: 'hoursLongOvernight', path: ['hours', 'weekly', 0, 'closes'] },
    ])
  })

  it('speak languages that we know, and link to the web', () => {
    expect(codes({ languages: ['nl', 'xx'] })).toEqual(['languages.1 languageUnknown'])
    expect(codes({ feeNote: text('Free', 'xx') })).toEqual(['feeNote.xx languageUnknown'])
    expect(codes({ web: 'javascript:alert(1)' })).toEqual(['web linkInvalid'])
    expect(codes({ chat: 'https://user:secret@example.org' })).toEqual(['chat linkInvalid'])
  })
})

describe('a confidential place', () => {
  const place = { type: 'confidential' } as const

  it('is given away by no field in any language', () => {
    const where = 'Kerkstraat 12'
    const everywhere = facts({
      place,
      name: { ...text('Shelter'), ...text(where, 'nl') },
      whatHappens: text('улица Ленина 5', 'ru'),
      provider: where,
      areaNote: text(where),
      phones: [
        ...phone('116 111').map((each) => ({ ...each, label: text(where), hours: text(where) })),
        ...phone(where, true),
      ],
      web: 'https://maps.google.com/?q=1',
      chat: 'https://example.org/kerkstraat-12',
      alert: { text: text(where), until: null },
      closure: { from: '2026-03-01', to: null, text: text(where) },
      hours: {
        ...facts().hours,
        note: text(where),
        whenClosed: text('52.3702, 4.8952'),
        exceptions: [{ from: '2026-12-24', to: '2026-12-24', opens: null, closes: null, note: text(where) }],
      },
      howToComplain: text(where),
    })
    const found = confidentialFaults(everywhere).map(({ path }) => path.join('.'))
    expect(found.toSorted()).toEqual(
      [
        'name.nl.text',
        'whatHappens.ru.text',
        'provider',
        'areaNote.en.text',
        'phones.0.label.en.text',
        'phones.0.hours.en.text',
        'phones.1.number',
        'web',
        'chat',
        'alert.text.en.text',
        'closure.text.en.text',
        'hours.note.en.text',
        'hours.whenClosed.en.text',
        'hours.exceptions.0.note.en.text',
        'howToComplain.en.text',
      ].toSorted(),
    )
    expect(confidentialFaults(withoutPlace(everywhere))).toEqual([])
    expect(withoutPlace(everywhere).name).toEqual(text('Shelter'))
  })

  it('may be described with numbers, times and links', () => {
    const plain = facts({
      place,
      whatHappens: text('Call 116 111, day and night, 24/7. Two adults and 3 children can stay for 6 weeks.'),
      phones: phone('+31 20 123 4567'),
      web: 'https://example.org/help/2026/03/01',
      email: 'help@example.org',
      checked: { on: '2026-03-01', by: 'office' },
    })
    expect(confidentialFaults(plain)).toEqual([])
  })

  const known: Address = {
    street: 'Zonnehof 17',
    extra: '',
    postcode: '1234 ZZ',
    town: 'Example Town',
    latitude: 52.370217,
    longitude: null,
    directions: {},
  }

  it('keeps nothing of an address it had, however that is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Zonnehof 17', 'ZONNEHOF', 'zonnehof', 'zónnehof', '1234zz', '1234 ZZ', '52.370217'),
        fc.constantFrom('', 'We live at ', 'Bel ons: '),
        fc.constantFrom<keyof ServiceFacts>('whatHappens', 'accessNote', 'howDecided'),
        (trace, before, field) => {
          const given = facts({ place: { type: 'addresses', addresses: [known] }, [field]: text(`${before}${trace}.`) })
          const clean = withoutPlace(given)
          expect(clean[field]).toEqual({})
          expect(clean.place).toEqual(place)
        },
      ),
    )
  })

  it('loses nothing that does not say where it is', () => {
    const given = facts({
      place: at('Zonnehof 17'),
      whatHappens: text('You can always come.'),
      phones: phone('116 111'),
    })
    expect(withoutPlace(given)).toEqual({ ...given, place })
  })
})

const answer = (kind: string, given: Partial<Answer> = {}): Answer => ({
  kind,
  status: 'available',
  plannedFor: null,
  note: {},
  answeredOn: '2026-03-01',
  ...given,
})
const today = Temporal.PlainDate.from('2026-03-10')

describe('when to look again', () => {
  it('follows the clock of the kind, or the plan where that comes first', () => {
    const short = checklist.kinds.find((kind) => kind.reviewEveryMonths === 3)
    const long = checklist.kinds.find((kind) => kind.reviewEveryMonths === 12)
    if (!short || !long) throw new Error('the checklist has clocks of 3 and of 12 months')
    expect(answerReviewDue(answer(short.id, { answeredOn: '2025-11-30' }), checklist)).toBe('2026-02-28')
    expect(answerReviewDue(answer(long.id), checklist)).toBe('2027-03-01')
    expect(answerReviewDue(answer(long.id, { status: 'planned', plannedFor: '2026-06-01' }), checklist)).toBe(
      '2026-06-01',
    )
    const both = facts({ kinds: [long.id, short.id], checked: { on: '2026-03-01', by: 'provider' } })
    expect(serviceReviewDue(both, checklist)).toBe('2026-06-01')
    expect(serviceReviewDue(facts(), checklist)).toBeUndefined()
  })
})

describe('what is missing', () => {
  const checked = { on: '2026-03-09', by: 'office' } as const
  const stateOf = (draft: Parameters<typeof missingFirst>[1], kind: string, served?: ReadonlySet<string>) =>
    missingFirst(checklist, draft, today, checklist, served).find((each) => each.kind.id === kind)

  it('comes first: must before should, complete last, each in the order of the checklist', () => {
    const must = checklist.kinds.filter((kind) => kind.level === 'must')
    const [first, second, third] = must
    if (!first || !second || !third) throw new Error('there are core kinds')
    const draft = {
      answers: [
        { answer: answer(first.id, { status: 'not-available', note: text('Ask the region') }) },
        { answer: answer(second.id) },
        { answer: answer(third.id, { status: 'not-available', answeredOn: '2020-01-01' }) },
      ],
      services: [],
    }
    const states = missingFirst(checklist, draft, today, checklist)
    expect(states).toHaveLength(42)
    expect(states.at(-1)).toMatchObject({ kind: { id: first.id }, state: 'complete' })
    const levels = states.slice(0, -1).map(({ kind }) => kind.level)
    expect(levels).toEqual([...levels].sort())
    const mustStates = states.slice(0, must.length - 1).map(({ state }) => state)
    expect(mustStates.slice(-2)).toEqual(second.duty ? ['review-due', 'complete'] : ['needs-service', 'review-due'])
    expect(new Set(mustStates.slice(0, -2))).toEqual(new Set(['unanswered']))
  })

  it('is a service where one is promised, unless another authority offers it or it is a duty', () => {
    const answers = [{ answer: answer('child-helpline') }]
    expect(stateOf({ answers, services: [] }, 'child-helpline')?.state).toBe('needs-service')
    expect(stateOf({ answers, services: [] }, 'child-helpline', new Set(['child-helpline']))?.state).toBe('complete')
    const services = [{ facts: facts({ checked }) }]
    expect(stateOf({ answers, services }, 'child-helpline')).toMatchObject({ state: 'complete', services: 1 })
    const [duty] = checklist.duties
    const duties = [{ answer: answer(duty ?? '') }]
    expect(stateOf({ answers: duties, services: [] }, duty ?? '')?.state).toBe('complete')
  })

  it('is a look at what is old or was never checked', () => {
    const answers = [{ answer: answer('child-helpline') }]
    const old = facts({ checked: { on: '2024-01-01', by: 'office' } })
    expect(stateOf({ answers, services: [{ facts: old }] }, 'child-helpline')?.state).toBe('review-due')
    expect(stateOf({ answers, services: [{ facts: facts() }] }, 'child-helpline')?.state).toBe('review-due')
  })
})

const service = (id: string, given: Partial<ServiceFacts> = {}): Service => ({ ...facts(given), id })
const document = (given: { answers?: Answer[]; services?: Service[]; version?: number } = {}) =>
  composeDocument(checklist, {
    authority: '00000000-0000-4000-8000-000000000000',
    version: 1,
    at: Temporal.Instant.from(now),
    introduction: {},
    answers: [],
    services: [],
    ...given,
  })

describe('changes', () => {
  it('name what was added, changed and removed, and its fields', () => {
    const before = document({ answers: [answer('child-helpline')], services: [service('a'), service('b')] })
    const after = document({
      version: 2,
      answers: [answer('child-helpline', { status: 'partly' })],
      services: [service('b', { fee: 'free', place: at('Markt 1') }), service('c')],
    })
    expect(changesSince(before, after)).toEqual([
      { type: 'answer', id: 'child-helpline', change: 'changed', fields: ['status'] },
      { type: 'service', id: 'b', change: 'changed', fields: ['place', 'fee'] },
      { type: 'service', id: 'c', change: 'added', fields: [] },
      { type: 'service', id: 'a', change: 'removed', fields: [] },
    ])
    expect(changesSince(undefined, before).map(({ change }) => change)).toEqual(['added', 'added', 'added'])
  })

  it('are none between a document and itself, in any order and at any time', () => {
    const services = ['a', 'b', 'c'].map((id) => service(id, { name: text(id) }))
    fc.assert(
      fc.property(fc.shuffledSubarray(services, { minLength: 3 }), (shuffled) => {
        const one = document({ services })
        const other = document({ services: shuffled, version: 9 })
        expect(changesSince(one, JSON.parse(JSON.stringify(other)))).toEqual([])
        expect(other.services).toEqual(one.services)
      }),
    )
  })
})

describe('publishing', () => {
  it('is stopped by a fault of any answer or service, which it names', () => {
    const draft = document({
      answers: [
        answer('child-helpline', { status: 'planned' }),
        answer('family-info-service', { status: 'not-our-task' }),
      ],
      services: [service('a', { name: {} })],
    })
    expect(publishFaults(draft, checks)).toEqual([
      { code: 'noteMissing', path: ['note'], kind: 'family-info-service' },
      { code: 'plannedDateMissing', path: ['plannedFor'], kind: 'child-helpline' },
      { code: 'nameMissing', path: ['name'], service: 'a' },
    ])
  })
})

describe('who may edit', () => {
  const actor = (role: RoleName, scope: Scope) => ({
    id: 'p',
    email: 'p@example.org',
    name: 'P',
    language: 'en',
    roles: [{ role, scope }],
  })
  const town = (id: string) => ({ kind: 'authority', id, country: 'NL', slug: id, associations: ['u'] }) as const

  const officer = actor('officer', { kind: 'authority', id: 'x' })
  const approver = actor('approver', { kind: 'authority', id: 'x' })
  const coordinator = actor('coordinator', { kind: 'association', id: 'u' })

  it('is an officer or an approver of that town, nobody else', () => {
    const { 'checklist.follow-directories': _, ...ofTowns } = checklistPermissions
    for (const [name, may] of Object.entries(ofTowns)) {
      expect(may(officer, town('x'))).toBe(name !== 'checklist.approve')
      expect(may(approver, town('x'))).toBe(true)
      expect(may(officer, town('y'))).toBe(false)
      expect(may(officer, { kind: 'self' })).toBe(false)
      expect(may(actor('secretariat', { kind: 'instance' }), town('x'))).toBe(false)
      expect(may(coordinator, town('x'))).toBe(false)
    }
  })

  it('is a coordinator of that association where directories are followed for its towns', () => {
    const may = checklistPermissions['checklist.follow-directories']
    const own = { kind: 'association', id: 'u', country: 'NL', slug: 'u' } as const
    expect([may(coordinator, own), may(coordinator, { ...own, id: 'other' })]).toEqual([true, false])
    expect([may(coordinator, town('x')), may(officer, own)]).toEqual([false, false])
  })

  it('looks, where the town has said yes, and does nothing else', () => {
    const open = { ...town('x'), support: ['u'] }
    const allowed = Object.entries(checklistPermissions).filter(([, may]) => may(coordinator, open))
    expect(allowed.map(([name]) => name)).toEqual(['checklist.read'])
    expect(checklistPermissions['checklist.read'](coordinator, { ...open, support: ['other'] })).toBe(false)
    expect(checklistPermissions['checklist.read'](coordinator, { ...open, associations: [] })).toBe(false)
  })
})
