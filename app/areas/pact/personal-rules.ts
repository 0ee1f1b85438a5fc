/** What the Pact's texts hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const pactPersonalSets: readonly TableSet[] = [
  {
    key: 'pact_texts_waiting_by_me',
    group: 'drafts',
    from: 'office.pact_draft',
    shows: ['written_at', 'version', 'language', 'title'],
    byId: ['written_by'],
  },
]
