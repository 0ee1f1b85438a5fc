/** What the toolkit holds of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const toolkitPersonalSets: readonly TableSet[] = [
  {
    key: 'toolkit_translations_by_me',
    group: 'decisions',
    from: 'office.resource_offer',
    shows: ['begun_at', 'resource', 'language', 'state', 'title', 'summary', 'body', 'link', 'changed_at', 'reasons'],
    byId: ['begun_by', 'changed_by', 'decided_by'],
  },
  {
    key: 'toolkit_originals_by_me',
    group: 'decisions',
    from: 'office.resource_draft',
    shows: ['begun_at', 'resource', 'state', 'title', 'summary', 'body', 'link', 'sources', 'changed_at', 'reasons'],
    byId: ['begun_by', 'changed_by', 'decided_by'],
  },
]
