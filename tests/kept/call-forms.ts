/** Forms of meetings, of the call for a host and of bids, each with one thing wrong in it. */
import { fileForms } from '../twice/meeting-acts.ts'
import { long, type RefusedForm, typedOver } from './typed-over.ts'

const over = (audit: string, typed: Parameters<typeof typedOver>[2]): RefusedForm => ({
  audit,
  prepare: typedOver(audit, undefined, typed),
})

export const calls: readonly RefusedForm[] = [
  over('meetings.add', {
    ...{ year: 'soon & <so>', starts: '31.2. <or so>', ends: 'late & later', place: 'Here <b>& "there"' },
    ...{ zone: 'Mars <1>', 'about-fr': 'Deux <ans> & plus', source: 'no address & more' },
  }),
  over('meetings.change', {
    ...{ starts: '31.2. <or so>', place: 'Here <b>& "there"', zone: 'Mars <1>', 'about-en': 'Two <years>' },
    source: 'no address & more',
  }),
  over('meetings.call', {
    ...{ opens: 'soon <or> so', deadline: 'late & later', zone: 'Mars <1>', scoresBy: '31.2. <or so>' },
    ...{ 'requirements-en': 'Room <for> & all', weights: '3, many', 'criteria-ar': 'آمن\nقريب' },
    documents: 'Guide <1> & no address',
  }),
  over('meetings.answer', { text: 'May <rooms> & halls\nbe apart?', answer: long(5_000) }),
  over('meetings.choose', { reasons: long(5_000) }),
  over('meetings.score', { 'score-0': '6 & <more>', 'reason-0': 'Safe <b>& "sound"', 'score-1': '' }),
  over('meetings.ask', { text: long(5_000) }),
  over('meetings.save-bid', {
    ...{ venue: 'Hall <1> & more', capacity: 'many & <more>', letters: 'Mayor <M> & no address' },
  }),
  // Without a file, which has to be chosen again.
  ...(
    [
      ['meetings.add-letter', fileForms.letter],
      ['meetings.add-document', fileForms.document],
    ] as const
  ).map(([audit, form]) => ({
    audit,
    prepare: async (world: Parameters<RefusedForm['prepare']>[0]) => {
      const { fields, ...sent } = await form(world)
      return { ...sent, fields: { ...fields, title: 'Mayor <1> & "more"' } }
    },
  })),
  ...['meetings.leave', 'meetings.town-leave'].map((audit) =>
    over(audit, { kind: 'budget', title: '', text: 'Early <b>& "often"', link: 'no address & more', language: 'fr' }),
  ),
]
