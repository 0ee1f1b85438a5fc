/** Forms about areas that do not nest, and about where towns are, with one thing wrong in each. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const catchments: readonly RefusedForm[] = [
  {
    audit: 'coverage.fill-places',
    prepare: typedOver('coverage.fill-places', undefined, { pasted: 'code;place <b>\n1;2' }),
  },
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
