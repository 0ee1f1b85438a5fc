import { describe, expect, it, test } from 'vitest'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { loadChecklist } from '../../kinds.ts'
import { openingHours } from '../../schema.ts'
import { at, facts, text } from '../../test-town.ts'
import { answerFieldsFrom } from '../forms/answer-form.ts'
import type { FormContext } from '../forms/context.ts'
import { partIds, serviceParts } from '../service-parts.ts'
import { answerGroups, newServiceGroups, partGroups, typedWords } from './merge-groups.ts'
import { formOfPart, newServiceForm } from './service-form.ts'

const context: FormContext = {
  checklist: loadChecklist(),
  languages: loadLanguages(),
  official: ['en'],
  demonstration: true,
  revision: 1,
  translateInto: 'ar',
  areas: [],
  found: new Map(),
}
const phone = { label: text('Day'), channels: ['voice' as const], languages: ['nl'], hours: text('mornings') }
/** Says something in every field that a form has. */
const full = facts({
  name: { ...text('Ear'), ar: { text: 'أذن', origin: 'machine', from: 'en', fromRevision: 1 } },
  whatHappens: text('Come'),
  audiences: ['teens'],
  ages: { min: 6, max: 18 },
  provider: 'House',
  serves: ['00000000-0000-4000-8000-000000000001'],
  areaNote: text('All'),
  phones: [{ ...phone, number: '0800 1111', cost: 'free', showsOnBill: false, fictional: true }],
  email: 'a@example.org',
  web: 'https://example.org/',
  chat: 'https://example.org/chat',
  place: at('Market 1'),
  hours: openingHours.parse({
    weekly: [{ day: 1, opens: '09:00', closes: '12:00' }],
    fortnightly: [{ from: '2031-01-07', opens: '17:00', closes: '19:00' }],
    exceptions: [{ from: '2031-12-24', to: '2031-12-25', opens: null, closes: null, note: text('Eve') }],
    publicHolidays: 'closed',
    appointment: 'possible',
    note: text('Ring'),
    whenClosed: text('Call'),
  }),
  fee: 'paid',
  feeNote: text('Ten'),
  languages: ['nl'],
  interpreters: 'yes',
  accessFeatures: ['step-free'],
  accessNote: text('Lift'),
  parentNeeded: 'no',
  parentNote: text('Never'),
  tellsOthers: 'no',
  tellsNote: text('Nobody'),
  anonymous: true,
  howDecided: text('Together'),
  howToComplain: text('Write'),
  alert: { text: text('Ring twice'), until: '2031-01-02' },
  closure: { from: '2031-01-02', to: '2031-01-03', text: text('Paint') },
})

/** The language, and sources that nobody has translated yet: there is nothing to decide about. */
const aside = /^(into$|source-)/

describe('the fields of every form are decided in exactly one group', () => {
  it.each(partIds)('%s', (id) => {
    const fields = formOfPart(serviceParts[id]).fieldsFrom(full, context)
    const groups = partGroups(id, [fields])
    const holders = [...fields.keys()].map((name) => [name, groups.filter(({ holds }) => holds(name)).length])
    expect(holders.filter(([name, count]) => count !== 1 && !aside.test(`${name}`))).toEqual([])
    expect(holders.length).toBeGreaterThan(1)
  })

  it('a new service, but for what its form does not ask', () => {
    const names = [...newServiceForm.fieldsFrom(full, context).keys()].filter((name) => !/^(age|audiences)/.test(name))
    for (const name of names)
      expect([name, newServiceGroups.filter(({ holds }) => holds(name)).length]).toEqual([name, 1])
  })

  it.each(['partly', 'planned', 'available'] as const)('an answer: %s', (status) => {
    const note = status === 'partly' ? { ...text('Half', 'nl'), ...text('Half', 'en') } : {}
    const plannedFor = status === 'planned' ? '2031-01-02' : null
    const fields = answerFieldsFrom({ kind: 'x', status, plannedFor, note, answeredOn: '2031-01-01' })
    const other = new Map([['status', ['not-available']]])
    for (const forms of [[fields], [fields, other]]) {
      const groups = answerGroups(forms, ['nl', 'en'])
      for (const name of fields.keys()) expect(groups.filter(({ holds }) => holds(name))).toHaveLength(1)
    }
  })
})

test('words that were typed are told from choices and figures', () => {
  const [fee] = partGroups('conditions', [])
  if (!fee) throw new Error('no group')
  const typed = (given: Record<string, string>) => new Map(Object.entries(given).map(([name, one]) => [name, [one]]))
  expect(typedWords(fee, typed({ fee: 'paid', feeNote: 'Ten' }), typed({ fee: 'free', feeNote: 'Ten' }))).toBe(false)
  expect(typedWords(fee, typed({ fee: 'free', feeNote: 'Behind the bakery' }), typed({ fee: 'free' }))).toBe(true)
})
