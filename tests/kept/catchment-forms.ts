/** Forms about areas that do not nest, with one thing wrong in each. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const catchments: readonly RefusedForm[] = [
  {
    audit: 'catchments.bring-list',
    prepare: typedOver('catchments.bring-list', undefined, { pasted: 'area;no code\nA <b>;1', act: 'complete' }),
  },
  {
    audit: 'catchments.bring-new',
    prepare: typedOver('catchments.bring-new', undefined, { name: long(200), code: 'A <1>', towns: '1\n2' }),
  },
  {
    audit: 'catchments.bring-towns',
    prepare: typedOver('catchments.bring-towns', undefined, { towns: ' ', act: 'end' }),
    gone: { towns: 'holds nothing but a space' },
  },
  {
    audit: 'catchments.describe',
    prepare: typedOver('catchments.describe', undefined, { name: long(200), kind: 'police' }),
  },
]
