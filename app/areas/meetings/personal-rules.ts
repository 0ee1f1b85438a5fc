/** What meetings hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const meetingsPersonalSets: readonly TableSet[] = [
  {
    ...{ key: 'host_bids_changed_by_me', group: 'support', from: 'office.host_bid' },
    ...{ shows: ['id', 'meeting', 'authority', 'changed_at'], byId: ['changed_by'] },
  },
  {
    ...{ key: 'host_questions_asked_by_me', group: 'support', from: 'office.host_question' },
    ...{ shows: ['id', 'meeting', 'text', 'asked_at'], byId: ['asked_by'] },
  },
  {
    ...{ key: 'host_choices_changed_by_me', group: 'support', from: 'office.host_choice' },
    ...{ shows: ['meeting', 'state', 'changed_at'], byId: ['changed_by'] },
  },
  {
    ...{ key: 'host_reviews_asked_of_me', group: 'support', from: 'office.host_reviewer' },
    ...{ shows: ['meeting', 'asked_at', 'given_at'], byId: ['person'] },
  },
  {
    ...{ key: 'host_scores_given_by_me', group: 'support', from: 'office.host_score' },
    ...{ shows: ['bid', 'scores', 'changed_at'], byId: ['person'] },
  },
]
