/** Forms of signing the Pact, each with one thing wrong in it. */
import { urls } from '../../app/urls.ts'
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const signing: readonly RefusedForm[] = [
  {
    audit: 'signing.save',
    prepare: typedOver('signing.save', undefined, { office: long(120), person: 'Ada <b>& "Ex"' }),
  },
  {
    audit: 'signing.save',
    which: 'the decision',
    prepare: typedOver('signing.save', 'the decision', { on: '31.2. <or so>', reference: 'B & 7' }),
  },
  {
    audit: 'signing.save',
    which: 'whom to ask',
    prepare: typedOver('signing.save', 'whom to ask', { email: 'no <address>', phone: '+31 & more' }),
  },
  {
    audit: 'signing.save',
    which: 'the ceremony',
    prepare: typedOver('signing.save', 'the ceremony', { on: 'soon', place: 'Hall <1>' }),
  },
  {
    audit: 'signing.save',
    which: 'who one is',
    prepare: async (world) => {
      const by = await world.somebody()
      const form = world.valuesOf(await by.read(urls.applyPact()), 'id')
      await by.post(urls.applyPact(), { ...form, kind: 'representative', country: 'NL' })
      const path = urls.applicationPage(urls.applyPact(), form['id'] ?? '', 'who')
      const fields = { revision: '0', name: 'Ada <Ex>', mandate: ' ', domain: 'no domain & more' }
      return { path, fields, by }
    },
  },
  {
    audit: 'signing.invite',
    prepare: typedOver('signing.invite', undefined, { body: 'Nowhere <at all>' }),
    gone: { authority: 'stands there where several have the name' },
  },
  {
    audit: 'signing.ask-mail',
    prepare: typedOver('signing.ask-mail', undefined, { email: 'ada@<elsewhere>.example' }),
  },
  {
    audit: 'signing.return',
    prepare: typedOver('signing.return', undefined, {
      words: long(2_000),
      days: '3',
      reasons: ['other', 'wrong-body'],
    }),
  },
  {
    audit: 'signing.print-letter',
    prepare: typedOver('signing.print-letter', undefined, { postal: 'One <line>' }),
  },
  { audit: 'signing.ask-body', prepare: typedOver('signing.ask-body', undefined, { name: long(200), web: 'x & y' }) },
  { audit: 'signing.answer-body', prepare: typedOver('signing.answer-body', undefined, { words: long(2_000) }) },
  {
    audit: 'signing.check-withdrawal',
    prepare: typedOver('signing.check-withdrawal', undefined, { on: 'yesterday', words: 'We <b>& "you"' }),
  },
  { audit: 'signing.withdraw', prepare: typedOver('signing.withdraw', undefined, { words: long(2_000) }) },
  {
    audit: 'signing.reaffirm',
    prepare: typedOver('signing.reaffirm', undefined, { on: '31.2.', reference: 'B <9>' }),
  },
  {
    audit: 'signing.decide-reaffirmation',
    prepare: typedOver('signing.decide-reaffirmation', undefined, { decision: 'return', words: long(2_000) }),
  },
  { audit: 'signing.correct', prepare: typedOver('signing.correct', undefined, { on: 'never', words: 'As <said>' }) },
  {
    audit: 'signing.ask-withdrawal',
    prepare: typedOver('signing.ask-withdrawal', undefined, { on: 'once', words: 'They <b>& "we"' }),
  },
  {
    audit: 'signing.add-election',
    prepare: typedOver('signing.add-election', undefined, {
      on: '2026',
      name: 'Elections <b>& "more"',
      scope: 'country',
      kinds: ['municipality', 'region'],
    }),
  },
  {
    audit: 'signing.add-election',
    which: 'of a country',
    prepare: typedOver('signing.add-election', 'of a country', { on: 'in spring', name: long(120) }),
  },
  {
    audit: 'signing.add-election',
    which: 'of areas',
    prepare: async (world) => {
      const areas = world.db.selectFrom('published.authority').select('id').where('country', '=', 'NL')
      const region = await areas.where('kind', '=', 'region').executeTakeFirstOrThrow()
      const typed = { on: '2026', scope: 'areas', areas: region.id }
      return typedOver('signing.add-election', undefined, typed)(world)
    },
  },
]
