import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormFields } from '../../../../platform/http/form.ts'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { loadChecklist } from '../../kinds.ts'
import { type ServiceFacts, serviceFacts } from '../../schema.ts'
import { partIds, serviceParts } from '../service-parts.ts'
import type { FormContext } from './context.ts'
import { typed } from './form.ts'
import { anyFacts } from './test-facts.ts'

const checklist = loadChecklist()
const languages = loadLanguages()

const context = (one: ServiceFacts): FormContext => ({
  checklist,
  languages,
  official: ['nl'],
  demonstration: false,
  revision: 3,
  translateInto: 'ar',
  areas: one.serves.map((id) => ({ id, name: id })),
  found: new Map(),
})

describe('every part of a service', () => {
  it.each(partIds)('%s: what is shown and saved unchanged changes nothing', (id) => {
    const part = serviceParts[id]
    fc.assert(
      fc.property(anyFacts, (one) => {
        // An alert that a list brought without its last day is asked for it before it is saved here.
        fc.pre(one.alert === null || one.alert.until !== null)
        const saved = part.factsFrom(part.fieldsFrom(one, context(one)), one, context(one))
        expect(saved).toEqual({ ok: true, value: one })
      }),
      { numRuns: 60 },
    )
  })

  it.each(partIds)('%s: whatever is sent is read or refused by field, never thrown', (id) => {
    const part = serviceParts[id]
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('yes', 'addresses', 'more', '9-12', '31', 'ar'),
    )
    fc.assert(
      fc.property(anyFacts, fc.array(fc.tuple(fc.nat(), value), { maxLength: 12 }), (one, changes) => {
        const fields = new Map(part.fieldsFrom(one, context(one)))
        const names = [...fields.keys()]
        for (const [index, text] of changes) fields.set(names[index % names.length] ?? 'name', [text])
        const read = part.factsFrom(fields, one, context(one))
        if (!read.ok) expect(read.faults.length).toBeGreaterThan(0)
        else
          expect({ ...read.value, ...heldOf(one, part.holds) }).toEqual({
            ...one,
            ...(id === 'languages' || id === 'about' ? read.value : {}),
            ...heldOf(one, part.holds),
          })
      }),
      { numRuns: 60 },
    )
  })
})

function heldOf(one: ServiceFacts, holds: readonly (keyof ServiceFacts)[]): Partial<ServiceFacts> {
  return Object.fromEntries(holds.map((key) => [key, one[key]]))
}

const base = serviceFacts.parse({
  kinds: ['child-helpline'],
  name: { nl: { text: 'Luisterend Oor', origin: 'person' } },
})

function save(id: (typeof partIds)[number], before: ServiceFacts, entries: Record<string, string | string[]>) {
  const fields: FormFields = new Map(Object.entries(entries).map(([name, value]) => [name, [value].flat()]))
  return serviceParts[id].factsFrom(fields, before, context(before))
}

const faultsOf = (read: ReturnType<typeof save>) =>
  read.ok
    ? []
    : read.faults.map(
        (fault) => `${fault.field}: ${'code' in fault ? fault.code : 'codeIn' in fault ? fault.codeIn : fault.fact}`,
      )

describe('a confidential place', () => {
  const somewhere = { place: 'confidential', 'address-0-street': 'Kerkstraat 1', 'address-0-town': 'Example Town' }

  it('leaves nothing of an address in the facts or in what is shown again', () => {
    const saved = save('place', base, somewhere)
    expect(saved).toEqual({ ok: true, value: { ...base, place: { type: 'confidential' } } })
    const fields = new Map(Object.entries(somewhere).map(([name, value]) => [name, [value]]))
    const shown = serviceParts.place.fieldsToShow?.(fields) ?? fields
    expect(JSON.stringify([...shown])).not.toContain('Kerkstraat')
    expect(typed(shown, 'place')).toBe('confidential')
  })
})

describe('what was typed', () => {
  it('becomes hours, days with other hours, and faults by field', () => {
    const read = save('hours', base, {
      when: 'weekly',
      'day-1': '9-12, 13:30-17:00',
      'day-5': '٢٢-٦',
      'fortnight-1-from': '7.12.2027',
      'fortnight-1-hours': '14-16, 17-19',
      'exception-0-from': '24.12.2027',
      'exception-0-closed': 'yes',
      'exception-2-from': '2027-12-31',
      'exception-2-hours': '9-11; 12-13',
    })
    expect(read.ok && read.value.hours).toMatchObject({
      weekly: [
        { day: 1, opens: '09:00', closes: '12:00' },
        { day: 1, opens: '13:30', closes: '17:00' },
        { day: 5, opens: '22:00', closes: '06:00' },
      ],
      fortnightly: [
        { from: '2027-12-07', opens: '14:00', closes: '16:00' },
        { from: '2027-12-07', opens: '17:00', closes: '19:00' },
      ],
      exceptions: [
        { from: '2027-12-24', to: '2027-12-24', opens: null, closes: null },
        { from: '2027-12-31', to: '2027-12-31', opens: '09:00', closes: '11:00' },
        { from: '2027-12-31', to: '2027-12-31', opens: '12:00', closes: '13:00' },
      ],
    })
    const faulty = {
      when: 'always',
      'day-2': 'morning',
      'day-3': '9-12',
      'fortnight-0-from': '7.12.2027',
      'fortnight-2-hours': '9-12',
      'exception-0-from': '30.2.2027',
      'exception-1-hours': '9-12',
    }
    expect(faultsOf(save('hours', base, faulty))).toEqual([
      'day-2: hours',
      'fortnight-0-hours: fortnightHoursMissing',
      'fortnight-2-from: fortnightFromMissing',
      'when: alwaysWithDays',
      'exception-0-from: date',
      'exception-0-hours: exceptionHoursMissing',
      'exception-1-from: exceptionFromMissing',
    ])
  })

  it('a phone row needs a number and a way to use it; languages are read in any language', () => {
    const row = { 'phone-0-number': '0800 1111', 'phone-0-channels': 'voice' }
    const read = save('contact', base, {
      ...row,
      'phone-0-languages': 'Nederlands, arabisch، TÜRKÇE, en',
      web: 'www.example.org',
    })
    expect(read.ok && read.value.phones[0]?.languages).toEqual(['nl', 'ar', 'tr', 'en'])
    expect(read.ok && read.value.web).toBe('https://www.example.org')
    const faulty = {
      'phone-0-label': 'At night',
      'phone-1-number': '116 111',
      'phone-1-channels': 'voice',
      'phone-1-languages': 'Klingon',
    }
    expect(faultsOf(save('contact', base, { ...faulty, email: 'nobody', web: 'javascript:alert(1)' }))).toEqual([
      'phone-0-number: numberMissing',
      'phone-0-channels: channelMissing',
      'phone-1-languages: language',
      'email: email',
      'web: link',
    ])
  })

  it('changed text makes its translations outdated, emptied text takes them out', () => {
    const translated = {
      ...base,
      whatHappens: {
        nl: { text: 'Kom', origin: 'person' as const },
        ar: { text: 'تعال', origin: 'machine' as const, from: 'nl', fromRevision: 4 },
      },
    }
    const fields = { language: 'nl', name: 'Luisterend Oor', kinds: 'child-helpline' }
    const changed = save('about', translated, { ...fields, whatHappens: 'Kom langs' })
    expect(changed.ok && changed.value.whatHappens).toMatchObject({
      nl: { text: 'Kom langs' },
      ar: { fromRevision: 0 },
    })
    const emptied = save('about', translated, { ...fields, whatHappens: '' })
    expect(emptied.ok && emptied.value.whatHappens).toEqual({})
    const relabelled = save('about', base, { ...fields, language: 'fr', whatHappens: '' })
    expect(relabelled.ok && relabelled.value.name).toEqual({ fr: Object.values(base.name)[0] })
  })

  it('names of areas are found, unknown and ambiguous ones refused', () => {
    const id = '0b8e7c1e-1111-4222-8333-444455556666'
    const found = new Map([
      ['GM0001', [{ id, name: 'A' }]],
      [
        'Twin',
        [
          { id, name: 'A' },
          { id, name: 'B' },
        ],
      ],
    ])
    const read = (codes: string) =>
      serviceParts.area.factsFrom(
        new Map([
          ['scope', ['more']],
          ['codes', [codes]],
        ]),
        base,
        { ...context(base), found },
      )
    const good = read('GM0001\n')
    expect(good.ok && good.value.serves).toEqual([id])
    expect(faultsOf(read('Twin\nNowhere'))).toEqual([
      'codes: authorityAmbiguous',
      'codes: authorityUnknown',
      'codes: areaMissing',
    ])
  })
})
