/** Forms of the toolkit and of printed copies, each with one thing wrong in it. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const toolkit: readonly RefusedForm[] = [
  {
    audit: 'toolkit.translate',
    prepare: typedOver('toolkit.translate', undefined, { title: 'Eerste <b>&', body: 'Bel 0441 63296012', read: '' }),
    gone: { act: 'the button that was pressed' },
  },
  {
    audit: 'prints.order',
    prepare: typedOver('prints.order', undefined, {
      copies: 'many & more',
      address: 'Hall <1>\nSquare',
      note: 'A & b',
    }),
  },
  {
    audit: 'toolkit.write',
    prepare: typedOver('toolkit.write', undefined, {
      title: 'First <b>&',
      articles: 'five & six',
      sources: 'no address',
    }),
    gone: { act: 'the button that was pressed' },
  },
  {
    audit: 'toolkit.withdraw',
    prepare: typedOver('toolkit.withdraw', undefined, { reason: '' }),
  },
  {
    audit: 'toolkit.decide-original',
    prepare: typedOver('toolkit.decide-original', undefined, { decision: 'return', reasons: long(2_000) }),
  },
  {
    audit: 'toolkit.decide',
    prepare: typedOver('toolkit.decide', undefined, { decision: 'return', reasons: long(2_000) }),
  },
]
