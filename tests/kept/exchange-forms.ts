/** Forms of the exchange between associations and of standard texts, each with one thing wrong in it. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const exchange: readonly RefusedForm[] = [
  {
    audit: 'exchange.share',
    prepare: typedOver('exchange.share', undefined, { title: long(120), letter: 'Write to <anna@town.example>' }),
  },
  { audit: 'exchange.change', prepare: typedOver('exchange.change', undefined, { letter: 'Call 0441 63296012' }) },
  { audit: 'exchange.say-used', prepare: typedOver('exchange.say-used', undefined, { sentence: long(300) }) },
  { audit: 'exchange.take-down', prepare: typedOver('exchange.take-down', undefined, { reason: long(500) }) },
]

export const standards: readonly RefusedForm[] = [
  {
    audit: 'standards.start',
    prepare: typedOver('standards.start', undefined, { kind: '', language: 'ar' }),
  },
  {
    audit: 'standards.save',
    prepare: typedOver('standards.save', undefined, {
      whatHappens: 'Oor <b>& "Co"',
      feeNote: 'Bel 0800 0432',
      howDecided: long(4000),
      audiences: ['teens', 'parents'],
    }),
  },
]
