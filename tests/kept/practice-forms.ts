/** Forms of good practices, each with one thing wrong in it. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const practices: readonly RefusedForm[] = [
  {
    audit: 'practices.write',
    prepare: typedOver('practices.write', undefined, {
      title: 'Us <b>& "them"',
      done: '\nCall 020 7946 0123',
      articles: '5, many',
      yearTo: 'soon',
      targets: ['parents', 'children'],
    }),
  },
  {
    audit: 'practices.save',
    prepare: typedOver('practices.save', undefined, { title: '', summary: 'One <line>', contactMail: 'youth' }),
  },
  {
    audit: 'practices.decide',
    prepare: typedOver('practices.decide', 'returned', { reasons: long(2_000) }),
  },
  {
    audit: 'practices.translate',
    prepare: typedOver('practices.translate', undefined, { title: 'Soirées <b>&', needs: '', machine: 'yes' }),
  },
  {
    audit: 'practices.use',
    prepare: typedOver('practices.use', undefined, { sentence: 'Ask anna@town.example & co' }),
  },
  { audit: 'practices.ask', prepare: typedOver('practices.ask', undefined, { text: long(4_000) }) },
  { audit: 'practices.answer', prepare: typedOver('practices.answer', undefined, { text: long(4_000) }) },
  {
    audit: 'practices.collect',
    prepare: typedOver('practices.collect', undefined, { title: 'A <b>& "C"', practices: 'no address\nat all' }),
  },
  {
    audit: 'practices.change-collection',
    prepare: typedOver('practices.change-collection', undefined, { title: long(120) }),
  },
]
