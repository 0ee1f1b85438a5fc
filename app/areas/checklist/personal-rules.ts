/** What a person did to drafts and versions, as the person gets it. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const checklistPersonalSets: readonly TableSet[] = [
  {
    key: 'introductions_last_changed_by_me',
    group: 'drafts',
    from: 'office.draft_page',
    shows: ['changed_at', 'authority', 'introduction', 'changed_by'],
    byId: ['changed_by_person'],
  },
  {
    key: 'answers_last_changed_by_me',
    group: 'drafts',
    from: 'office.draft_answer',
    shows: ['changed_at', 'authority', 'kind', 'answer', 'changed_by'],
    byId: ['changed_by_person'],
  },
  {
    key: 'services_last_changed_by_me',
    group: 'drafts',
    from: 'office.draft_service',
    shows: ['changed_at', 'authority', 'id', 'facts', 'removed_at', 'changed_by'],
    byId: ['changed_by_person'],
  },
  {
    key: 'changes_made_by_me',
    group: 'drafts',
    from: 'office.change',
    shows: ['at', 'authority', 'thing', 'thing_id', 'before', 'after'],
    through: { column: 'record', table: 'audit.record', key: 'id', byId: 'person' },
  },
  {
    key: 'versions_published_by_me',
    group: 'drafts',
    from: 'office.publication',
    shows: ['published_at', 'authority', 'version', 'published_by'],
    byId: ['published_by_person'],
  },
  {
    key: 'lists_brought_by_me',
    group: 'drafts',
    from: 'office.service_upload',
    shows: ['uploaded_at', 'authority', 'name', 'format'],
    byId: ['uploaded_by'],
  },
  {
    key: 'feeds_set_up_by_me',
    group: 'drafts',
    from: 'office.service_feed',
    shows: ['set_up_at', 'authority', 'association', 'source', 'url', 'every', 'hour', 'conflict'],
    byId: ['set_up_by'],
  },
  {
    key: 'second_pair_of_eyes_wanted_by_me',
    group: 'decisions',
    from: 'office.two_pairs',
    shows: ['since', 'authority'],
    byId: ['switched_on_by'],
  },
  {
    key: 'approvals',
    group: 'decisions',
    from: 'office.approval',
    shows: ['asked_at', 'authority', 'state', 'asked_by', 'note', 'due', 'decided_at', 'decided_by', 'answer'],
    byId: ['asked_by', 'decided_by'],
  },
  {
    key: 'changed_contacts_i_can_put_back',
    group: 'decisions',
    from: 'office.contact_change',
    shows: ['changed_at', 'authority', 'service', 'version', 'undo_until', 'undone_at'],
    through: { column: 'id', table: 'office.contact_undo', key: 'change', byId: 'person' },
  },
]
