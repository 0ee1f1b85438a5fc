/** What progress reports hold of a person. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'

export const reportsPersonalSets: readonly TableSet[] = [
  {
    key: 'progress_reports_written_last_by_me',
    group: 'drafts',
    from: 'office.report',
    shows: ['changed_at', 'authority', 'cycle', 'form', 'opened_at', 'submitted_at'],
    byId: ['changed_by'],
  },
  {
    key: 'reviews_of_reports_by_me',
    group: 'decisions',
    from: 'office.report_review',
    shows: ['assigned_at', 'report', 'countries', 'strong', 'ask', 'helped', 'given_at', 'answered_at'],
    byId: ['reviewer', 'assigned_by', 'answered_by'],
  },
]
