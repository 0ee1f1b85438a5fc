/** Forms about whoever runs a service, with one thing wrong in each. */
import { type RefusedForm, typedOver } from './typed-over.ts'

export const confirmations: readonly RefusedForm[] = [
  {
    audit: 'confirmations.keep-contact',
    prepare: typedOver('confirmations.keep-contact', undefined, { email: 'no <address>', language: 'ar' }),
  },
  {
    audit: 'confirmations.keep-contact',
    which: 'by letter',
    prepare: typedOver('confirmations.keep-contact', undefined, { way: 'letter', postal: 'One line <alone>' }),
  },
  {
    audit: 'confirmations.keep-contacts',
    prepare: async (world) => {
      const { path, fields, by } = await typedOver('confirmations.keep-contacts', undefined, {})(world)
      const wrong = Object.keys(fields).filter((name) => name.startsWith('email-'))
      const typed = Object.fromEntries(wrong.map((name) => [name, 'no <address>']))
      return { path, fields: { ...fields, ...typed }, ...(by ? { by } : {}) }
    },
  },
  {
    audit: 'confirmations.print-letters',
    prepare: typedOver('confirmations.print-letters', undefined, { sender: 'One line <alone>' }),
  },
  {
    audit: 'confirmations.post-letters',
    prepare: typedOver('confirmations.post-letters', undefined, { letters: '', sender: 'Typed <again>' }),
  },
  {
    audit: 'confirmations.enter-code',
    prepare: typedOver('confirmations.enter-code', undefined, { code: 'no such <code>' }),
  },
  {
    audit: 'confirmations.send-change',
    prepare: typedOver('confirmations.send-change', undefined, {
      phones: '0800 1111\nring the bell',
      web: 'www.provider.example',
      hours: 'Mon & Tue <9-12>',
      closed: 'for-now',
      until: '31.6.2031',
      other: 'أهلا\nوسهلا',
    }),
  },
]
