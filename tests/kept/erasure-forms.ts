/** The form by which a person is taken out of what a town says. */
import { type RefusedForm, typedOver } from './typed-over.ts'

export const erasure: readonly RefusedForm[] = [
  {
    audit: 'erasure.erase',
    prepare: typedOver('erasure.erase', undefined, { words: 'Anna\nM. "Voorbeeld" <b>', instead: 'Ring 12' }),
    gone: {
      step: 'the button',
      shown: 'where they stand is looked for anew once it can be read what is looked for',
      take: 'as for what was shown',
    },
  },
]
