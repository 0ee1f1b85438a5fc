/** Every part of a service as its page is filled in, with one thing wrong in it. */
import { formOf, type Sent } from '../page-form.ts'
import { acts } from '../twice/acts.ts'
import { long, type RefusedForm } from './typed-over.ts'

const kind = 'child-helpline'

/** A part of a service, as its page is filled in. */
function part(name: string, typed: Sent): RefusedForm {
  return {
    audit: 'checklist.save-service',
    which: name,
    prepare: async (world) => {
      const act = acts.find((one) => one.audit === 'checklist.save-service')
      const { path: conditions = '', by } = (await act?.prepare(world)) ?? {}
      if (!by) throw new Error('nobody fills in the form')
      const path = conditions.replace(/conditions$/, name)
      const shown = `${path}${name === 'languages' ? '?into=ar' : ''}`
      return { path, fields: { ...formOf(await by.read(shown)), ...typed }, by }
    },
  }
}

const phone = (index: number, number: string): Sent => ({
  [`phone-${index}-number`]: number,
  [`phone-${index}-label`]: 'By day',
  [`phone-${index}-channels`]: ['voice', 'text'],
  [`phone-${index}-languages`]: 'Nederlands, العربية',
  [`phone-${index}-hours`]: 'mornings',
  [`phone-${index}-cost`]: 'free',
  [`phone-${index}-bill`]: 'no',
})

export const parts: readonly RefusedForm[] = [
  part('about', {
    name: 'Oor <b>& "Co"',
    whatHappens: 'Kom binnen\n\nen vraag',
    kinds: [kind, 'crisis-counselling'],
    audiences: ['teens', 'parents'],
    ageMin: 'twelve',
    ageMax: '18',
    provider: 'The house',
  }),
  part('contact', { ...phone(0, '0800 1111'), ...phone(2, 'ring the bell'), email: 'x@example.org', web: 'x.example' }),
  part('place', {
    place: 'addresses',
    'address-0-street': 'Market 1',
    'address-0-town': '',
    'address-0-postcode': '1234 ZZ',
    'address-0-point': 'here',
    'address-0-directions': 'Ring twice',
  }),
  part('hours', {
    when: 'weekly',
    'day-1': '9-12, 13-17',
    'day-2': '25-99',
    publicHolidays: 'closed',
    schoolHolidays: 'other',
    'school-day-3': '10-12',
    appointment: 'possible',
    hoursNote: 'Ring',
    whenClosed: 'Call 112',
    'fortnight-1-from': '7.12.2031',
    'fortnight-1-hours': '17-19',
    'exception-1-from': '24.12.2031',
    'exception-1-hours': '9-11',
    'exception-1-note': 'Eve',
  }),
  part('conditions', {
    fee: 'paid',
    feeNote: long(4000),
    languages: ['nl', 'ar'],
    interpreters: 'on-request',
    accessFeatures: ['step-free', 'online'],
    accessNote: 'Lift',
    parentNeeded: 'depends',
    parentNote: 'Ask',
    tellsOthers: 'in-danger',
    tellsNote: 'Rarely',
    anonymous: 'yes',
    howDecided: 'Together',
    howToComplain: 'Write',
  }),
  part('area', { scope: 'more', codes: 'Nowhere at all\nElsewhere', areaNote: 'Most of it' }),
  part('notice', {
    alertText: '',
    'alertFrom-day': '31',
    'alertFrom-month': 'june',
    'alertFrom-year': '2031',
    'alertUntil-day': '1',
    'alertUntil-month': '9',
    'alertUntil-year': '2031',
    closed: 'yes',
    closureText: 'Renovation',
    'closureFrom-day': '31',
    'closureFrom-month': 'june',
    'closureFrom-year': '2031',
    'closureLookAgain-day': '1',
    'closureLookAgain-month': '7',
    'closureLookAgain-year': '2031',
  }),
  part('languages', { 'text-name': long(4000), 'machine-name': 'yes' }),
]
