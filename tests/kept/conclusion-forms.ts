/** Forms of conclusions, each with one thing wrong in it. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const conclusions: readonly RefusedForm[] = [
  { audit: 'meeting.ask', prepare: typedOver('meeting.ask', undefined, { body: long(5_000) }) },
  {
    audit: 'meeting.chair',
    prepare: typedOver('meeting.chair', undefined, { position: 'first & <best>', answer: 'Each <town> & all' }),
  },
  {
    audit: 'conclusions.add',
    prepare: typedOver('conclusions.add', undefined, { body: 'Every <town> & "all"', asks: long(200) }),
  },
  {
    audit: 'conclusions.save',
    prepare: typedOver('conclusions.save', undefined, {
      ...{
        body: 'Each <town> & all',
        asks: 'towns & <regions>',
        owner: 'authority',
        country: 'NL',
        name: 'No <such> & town',
      },
      ...{ due: '31.2. <or so>', 't-fr': 'On <dit> & fait' },
    }),
  },
  {
    audit: 'conclusions.adopt',
    prepare: typedOver('conclusions.adopt', undefined, { on: '31.2. <or so>', 'for-all': 'many & more' }),
  },
  {
    audit: 'conclusions.propose',
    prepare: typedOver('conclusions.propose', undefined, { body: 'Each <one> & all', reason: '' }),
  },
  { audit: 'conclusions.decide', prepare: typedOver('conclusions.decide', undefined, { answer: long(5_000) }) },
  {
    audit: 'conclusions.tell',
    prepare: typedOver('conclusions.tell', undefined, { state: 'done', note: long(5_000) }),
  },
]
