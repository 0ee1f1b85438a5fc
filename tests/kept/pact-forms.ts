/** Forms about the Pact's texts and documents, and about certificates. */
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const pact: readonly RefusedForm[] = [
  {
    audit: 'pact-texts.start',
    prepare: typedOver('pact-texts.start', undefined, { version: '1,2', title: 'Pact <b>&', body: 'Een\n\n# Twee' }),
  },
  {
    audit: 'pact-texts.save',
    prepare: typedOver('pact-texts.save', undefined, { title: long(200), body: 'ميثاق' }),
  },
  {
    audit: 'pact-documents.save',
    prepare: typedOver('pact-documents.save', undefined, { title: 'Aan "hen"', body: 'Dag {iemand}\n\n<b>' }),
  },
  {
    audit: 'certificates.enter-code',
    prepare: typedOver('certificates.enter-code', undefined, { code: '12-no <such> code' }),
  },
]
