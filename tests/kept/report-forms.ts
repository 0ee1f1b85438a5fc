/** Forms of progress reports, each with one thing wrong in it. */
import { acts } from '../twice/acts.ts'
import { long, type RefusedForm, typedOver } from './typed-over.ts'

export const reports: readonly RefusedForm[] = [
  {
    audit: 'progress.save-measures',
    prepare: async (world) => {
      const act = acts.find((one) => one.audit === 'progress.save-measures')
      const { path = '', fields = {}, by } = (await act?.prepare(world)) ?? {}
      const named = Object.entries(fields).map(([name, value]) => [name, name.startsWith('reason-') ? ' ' : value])
      return { path, fields: Object.fromEntries(named), ...(by ? { by } : {}) }
    },
  },
  {
    audit: 'progress.save-answers',
    prepare: typedOver('progress.save-answers', undefined, {
      'answer-steering': long(4000),
      'answer-children': 'Two <b>schools</b> & "a club"',
    }),
  },
  {
    audit: 'progress.assign',
    prepare: typedOver('progress.assign', undefined, { reviewer: '' }),
    gone: { id: 'is made with each page', report: 'each report has its own form' },
  },
  {
    audit: 'progress.feedback',
    prepare: typedOver('progress.feedback', undefined, { strong: ' ', ask: 'More <b> & "less"', helped: long(4000) }),
  },
  { audit: 'progress.answer', prepare: typedOver('progress.answer', undefined, { answer: long(4000) }) },
  { audit: 'progress.add-cycle', prepare: typedOver('progress.add-cycle', undefined, { due: '31.2. <or so>' }) },
  {
    audit: 'progress.change-cycle',
    prepare: typedOver('progress.change-cycle', undefined, { meeting: 'in spring & "soon"' }),
  },
]
