/** Every form that can be refused for what was typed, with one thing wrong in it and everything else filled in. */
import { approver, town, townPeople } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import { formTo } from '../page-form.ts'
import { calls } from './call-forms.ts'
import { campaigns } from './campaign-forms.ts'
import { catchments } from './catchment-forms.ts'
import { conclusions } from './conclusion-forms.ts'
import { confirmations } from './confirmation-forms.ts'
import { erasure } from './erasure-forms.ts'
import { events } from './event-forms.ts'
import { exchange, standards } from './exchange-forms.ts'
import { delegations } from './meeting-forms.ts'
import { pact } from './pact-forms.ts'
import { parts } from './part-forms.ts'
import { plans } from './plan-forms.ts'
import { practices } from './practice-forms.ts'
import { reports } from './report-forms.ts'
import { signing } from './signing-forms.ts'
import { toolkit } from './toolkit-forms.ts'
import { long, type RefusedForm, typedOver } from './typed-over.ts'

const checklist: readonly RefusedForm[] = [
  { audit: 'checklist.copy-service', prepare: typedOver('checklist.copy-service', undefined, { name: long(4000) }) },
  {
    audit: 'checklist.keep-school-holidays',
    prepare: typedOver('checklist.keep-school-holidays', undefined, {
      'holiday-0-to': 'new year',
      'holiday-2-from': '1.5.2032',
      'holiday-2-to': '',
    }),
  },
  {
    audit: 'checklist.merge-services',
    prepare: typedOver('checklist.merge-services', undefined, { stays: '', 'fact-provider': 'one' }),
  },
  {
    audit: 'checklist.save-introduction',
    prepare: typedOver('checklist.save-introduction', undefined, {
      'introduction-nl': long(4000),
      'introduction-ar': 'أهلا\nوسهلا',
    }),
  },
  {
    audit: 'checklist.save-answer',
    prepare: typedOver('checklist.save-answer', undefined, {
      status: 'planned',
      'planned-day': '31',
      'planned-month': 'june',
      'planned-year': '2031',
      'note-partly-nl': 'For another answer',
      'note-not-available-ar': 'في لغة أخرى',
    }),
  },
  {
    audit: 'checklist.add-service',
    prepare: typedOver('checklist.add-service', undefined, {
      begin: 'template',
      name: '',
      whatHappens: 'Kom',
      provider: 'The house',
      place: 'addresses',
      'address-0-street': 'Market 1',
      'address-0-town': 'Here',
    }),
  },
  {
    audit: 'checklist.upload-list',
    prepare: typedOver('checklist.upload-list', undefined, { rows: 'one column <only> & "nothing"' }),
  },
  {
    audit: 'checklist.choose-columns',
    prepare: typedOver('checklist.choose-columns', undefined, { listName: long(200), 'column-2': 'name' }),
  },
  {
    audit: 'checklist.add-feed',
    prepare: typedOver('checklist.add-feed', undefined, { url: 'https://me:word@region.eu/x', every: 'week' }),
  },
  {
    audit: 'checklist.add-feed',
    which: 'of an association',
    prepare: typedOver('checklist.add-feed', 'of an association', {
      source: '',
      url: 'https://guide.eu/?key=1',
      hour: '22',
    }),
  },
  {
    audit: 'checklist.change-feed',
    prepare: typedOver('checklist.change-feed', undefined, { url: 'region.eu & more', hour: '22' }),
  },
  ...parts,
  {
    audit: 'checklist.ask-approval',
    prepare: typedOver('checklist.ask-approval', undefined, { words: long(1000) }),
  },
  {
    audit: 'checklist.approve',
    which: 'send back',
    prepare: typedOver('checklist.approve', 'send back', { words: long(1000) }),
    gone: { decision: 'is the button that is pressed' },
  },
]

const members: readonly RefusedForm[] = [
  {
    audit: 'members.bring-list',
    prepare: typedOver('members.bring-list', undefined, { lines: ' ', act: 'end' }),
  },
  {
    audit: 'members.bring-area',
    prepare: typedOver('members.bring-area', undefined, { area: 'Nowhere <at all>', areaAct: 'end' }),
  },
]

const people: readonly RefusedForm[] = [
  {
    audit: 'people.invite',
    prepare: typedOver('people.invite', undefined, { email: 'no address', role: 'moderator', language: 'ar' }),
  },
  {
    audit: 'people.accept-invitation',
    prepare: typedOver('people.accept-invitation', undefined, { name: ' ', language: 'de' }),
  },
  {
    audit: 'people.ask',
    prepare: typedOver('people.ask', undefined, { email: 'no address', post: 'Youth <services>' }),
  },
  {
    audit: 'people.decide',
    prepare: typedOver('people.decide', undefined, { decision: 'refuse', reason: long(2000) }),
  },
  {
    audit: 'people.hand-over',
    prepare: async (world) => {
      const leaver = await world.somebody('moderator')
      const fields = { successor: 'new', email: 'no address', language: 'ar' }
      return { path: urls.peopleHandOver(townPeople, leaver.id), fields, by: await world.browserOf(approver) }
    },
  },
]

const accounts: readonly RefusedForm[] = [
  {
    audit: 'accounts.ask-link',
    prepare: async (world) => ({
      path: urls.signIn(),
      fields: { ...formTo(await world.read(urls.signIn(urls.officeTown(town))), urls.signIn()), email: 'no <address>' },
    }),
    gone: { form: 'is made with each page' },
  },
  {
    audit: 'accounts.ask-newcomer',
    prepare: async (world) => ({
      path: urls.newcomer(),
      fields: { ...formTo(await world.read(urls.newcomer()), urls.newcomer()), email: 'no <address>' },
    }),
    gone: { form: 'is made with each page' },
  },
  {
    audit: 'accounts.introduce',
    prepare: typedOver('accounts.introduce', undefined, { name: ' ', language: 'de' }),
  },
  { audit: 'accounts.change', prepare: typedOver('accounts.change', undefined, { name: long(200), language: 'ar' }) },
  {
    audit: 'notifications.choose',
    prepare: typedOver('notifications.choose', undefined, { approval: 'sometimes' }),
    gone: { approval: 'was none of the choices' },
  },
  {
    audit: 'accounts.ask-address',
    prepare: typedOver('accounts.ask-address', undefined, { email: 'no <address>' }),
  },
  {
    audit: 'accounts.rename-passkey',
    prepare: typedOver('accounts.rename-passkey', undefined, { name: long(100) }),
  },
]

const helplines: readonly RefusedForm[] = [
  {
    audit: 'helplines.confirm',
    prepare: typedOver('helplines.confirm', undefined, {
      how: 'website',
      source: '',
      note: 'Read twice',
      'on-day': '31',
      'on-month': 'june',
    }),
  },
  {
    audit: 'helplines.correct',
    prepare: typedOver('helplines.correct', undefined, {
      number: 'ring the bell',
      name: 'Oor <b>& "Co"',
      url: 'example.org',
      channels: ['voice', 'chat'],
      languages: 'Nederlands, العربية',
      when: 'weekly',
      'day-1': '9-12, 13-17',
      'day-2': '25-99',
      free: 'yes',
      bill: 'no',
      note: 'Somebody answered',
    }),
  },
  {
    audit: 'helplines.add',
    prepare: typedOver('helplines.add', undefined, { number: '19 19', short: 'yes', how: 'read', note: long(500) }),
    gone: { how: 'was none of the choices' },
  },
  {
    audit: 'helplines.withdraw',
    prepare: typedOver('helplines.withdraw', undefined, { reason: 'wrong', note: long(500) }),
  },
]

const watching: readonly RefusedForm[] = [
  {
    audit: 'watching.decide',
    prepare: typedOver('watching.decide', undefined, { outcome: 'perhaps' }),
    gone: { outcome: 'was none of the choices' },
  },
]

const websites: readonly RefusedForm[] = [
  { audit: 'websites.look', prepare: typedOver('websites.look', undefined, { address: 'our website' }) },
]

const pageFinder: readonly RefusedForm[] = [
  { audit: 'page-finder.say', prepare: typedOver('page-finder.say', undefined, { page: 'our <page> & "more"' }) },
  {
    audit: 'page-finder.keep-address',
    prepare: typedOver('page-finder.keep-address', undefined, { address: 'our website' }),
  },
]

const offers: readonly RefusedForm[] = (['offers.decide', 'offers.decide-for'] as const).map((audit) => ({
  audit,
  prepare: typedOver(audit, audit === 'offers.decide' ? 'accept' : undefined, { decision: 'perhaps' }),
  gone: { decision: 'was none of the choices' },
}))

const mergers: readonly RefusedForm[] = [
  {
    audit: 'mergers.bring-list',
    prepare: typedOver('mergers.bring-list', undefined, { list: 'one heading alone' }),
    gone: { list: 'is a file, which a browser asks for again' },
  },
  {
    audit: 'mergers.plan',
    prepare: typedOver('mergers.plan', undefined, {
      validFrom: '1.1.2027',
      'column-2': 'name',
      source: 'Statistik <b>& "Co"',
    }),
  },
  { audit: 'mergers.decide', prepare: typedOver('mergers.decide', undefined, { into: '<nowhere> & "back"' }) },
]

const associations: readonly RefusedForm[] = [
  {
    audit: 'associations.keep-contact',
    prepare: typedOver('associations.keep-contact', undefined, {
      name: 'Oor <b>& "Co"',
      'name-ar': 'المشورة',
      email: 'advice@example.org',
      phone: 'ring the bell',
      'day-2': '25-99',
      languages: 'Nederlands, Quenya',
    }),
  },
]

const questions: readonly RefusedForm[] = [
  {
    audit: 'questions.ask',
    prepare: typedOver('questions.ask', undefined, { subject: long(150), text: 'Half <b> & more' }),
  },
  { audit: 'questions.write', prepare: typedOver('questions.write', undefined, { text: long(8000) }) },
  {
    audit: 'questions.answer',
    prepare: typedOver('questions.answer', undefined, { text: long(8000), next: 'asks-back' }),
  },
  { audit: 'questions.note', prepare: typedOver('questions.note', undefined, { text: long(8000) }) },
  {
    audit: 'questions.paste',
    prepare: typedOver('questions.paste', undefined, { received: '31.2. <or so>', text: 'They said "yes"' }),
  },
]

const country: readonly RefusedForm[] = [
  {
    audit: 'legal.save',
    prepare: typedOver('legal.save', undefined, {
      text: 'Iedereen <b>& "ook"',
      law: 'Wet',
      article: 'art. <1>',
      url: 'law.example & more',
      checkedOn: 'yesterday',
    }),
  },
  {
    audit: 'letters.start',
    prepare: typedOver('letters.start', undefined, { title: 'Aan {iemand}', body: 'Dag <b>& "jij"', language: 'ar' }),
  },
  { audit: 'letters.save', prepare: typedOver('letters.save', undefined, { title: '', body: 'Dag\n\n{town} {' }) },
]

export const refusedForms: readonly RefusedForm[] = [
  ...associations,
  ...checklist,
  ...confirmations,
  ...erasure,
  ...people,
  ...members,
  ...catchments,
  ...accounts,
  ...helplines,
  ...watching,
  ...websites,
  ...pageFinder,
  ...offers,
  ...mergers,
  ...standards,
  ...country,
  ...pact,
  ...questions,
  ...exchange,
  ...toolkit,
  ...signing,
  ...plans,
  ...practices,
  ...events,
  ...calls,
  ...delegations,
  ...conclusions,
  ...reports,
  ...campaigns,
]
