/** Forms of action plans, each with one thing wrong in it. */
import { type RefusedForm, typedOver } from './typed-over.ts'

export const plans: readonly RefusedForm[] = [
  {
    audit: 'plans.begin',
    prepare: typedOver('plans.begin', undefined, {
      ...{ title: 'Safe <b>& "sound"', starts: '31.2. <or so>' },
      ...{ 'heard-0-said': 'Dark <rooms>', 'heard-0-done': 'Lit & bright' },
    }),
  },
  { audit: 'plans.save', prepare: typedOver('plans.save', undefined, { ends: 'soon & sure', office: 'Room <1>' }) },
  {
    audit: 'plans.save-measure',
    prepare: typedOver('plans.save-measure', undefined, {
      ...{
        title: 'Train <all>',
        what: 'Two & two',
        articles: ['4', '5'],
        kinds: ['safe-sport', 'child-helpline'],
        starts: '31.2.',
      },
      ...{ 'indicator-0-name': 'Trained <people>', 'indicator-0-target': 'many & more', 'indicator-0-target-on': 'x' },
      ...{
        'indicator-0-value-0-value': '3',
        'indicator-0-value-0-on': '1.1.2020',
        'indicator-0-value-0-note': 'A & b',
      },
      ...{ 'evidence-0-title': 'Report <1>', 'evidence-0-url': 'no address & more', shared: 'yes' },
    }),
  },
  { audit: 'plans.invite', prepare: typedOver('plans.invite', undefined, { name: 'Nowhere <at all>' }) },
]
