import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface DraftPageTable {
  authority: string
  introduction: Json
  revision: Generated<number>
  changed_at: Date
  changed_by: string
  changed_by_person: string | null
}

export interface DraftAnswerTable {
  authority: string
  kind: string
  answer: Json
  revision: Generated<number>
  changed_at: Date
  changed_by: string
  changed_by_person: string | null
}

export interface DraftServiceTable {
  id: string
  authority: string
  facts: Json
  source: string | null
  source_id: string | null
  source_sha256: string | null
  revision: Generated<number>
  removed_at: Date | null
  changed_at: Date
  changed_by: string
  changed_by_person: string | null
}

export interface PublicationTable {
  authority: string
  version: number
  published_by: string
  published_by_person: string | null
  published_at: Date
}

export interface ChangeTable {
  record: string
  authority: string
  at: Date
  thing: 'introduction' | 'answer' | 'service'
  thing_id: string
  before: ColumnType<unknown, string | null, string | null>
  after: ColumnType<unknown, string | null, string | null>
}

export interface ServiceMergeTable {
  removed: string
  authority: string
  stays: string
  at: Date
}

export interface NotSameTable {
  authority: string
  one: string
  other: string
  facts_sha256: string
  at: Date
}

export interface TwoPairsTable {
  authority: string
  since: Date
  switched_on_by: string
}

export interface ReviewClockTable {
  authority: string
  instead_of: number
  months: number
}

export interface DialledShortNumberTable {
  authority: string
  /** Digits. */
  number: string
  at: Date
}

export interface CompletenessMonthTable {
  authority: string
  /** Its first day, ISO. */
  month: ColumnType<unknown, string, never>
  core_answered: number
  core: number
  services: number
  services_complete: number
  services_fresh: number
  languages: number
}

export interface ApprovalTable {
  id: string
  authority: string
  state: 'asked' | 'approved' | 'sent-back' | 'withdrawn'
  asked_at: Date
  asked_by: string
  note: string
  /** ISO date. */
  due: ColumnType<unknown, string, string>
  draft_sha256: string | null
  decided_at: Date | null
  decided_by: string | null
  answer: Generated<string>
}

export interface SupportTable {
  id: string
  authority: string
  association: string
  asked_at: Date | null
  asked_by: string | null
  granted_at: Date | null
  granted_by: string | null
  until: Date | null
  ended_at: Date | null
  ended_by: string | null
}

export interface ContactChangeTable {
  id: string
  authority: string
  service: string
  version: number
  name: Json
  before: Json
  after: Json
  changed_at: Date
  undo_until: Date
  told_at: ColumnType<Date | null, Date | undefined, Date>
  undone_at: ColumnType<Date | null, Date | undefined, Date>
}

export interface ContactUndoTable {
  secret_sha256: string
  change: string
  person: string | null
}

export interface HelplineActTable {
  id: string
  country: string
  line: string
  revision: number
  at: Date
  action: string
  office: string
  person: string
  reason: string | null
  note: string
  before: ColumnType<unknown, string | null, never>
  after: ColumnType<unknown, string, never>
}

export interface ReaderReportTable {
  id: string
  authority: string
  service: string
  reason: string
  forms: string[]
  first_at: Date
  last_at: Date
  /** ISO date. */
  due: ColumnType<unknown, string, never>
  overdue_told_at: ColumnType<Date | null, never, Date>
  decided_at: ColumnType<Date | null, never, Date>
  outcome: ColumnType<string | null, never, string>
}

export interface ServiceUploadTable {
  id: string
  authority: string
  uploaded_at: Date
  uploaded_by: string
  name: string
  format: 'csv' | 'xlsx' | 'hsds-json' | 'hsds-csv'
  content: Uint8Array
  choice: ColumnType<unknown, string | undefined, string>
  feed: ColumnType<string | null, string | undefined, never>
  headings: ColumnType<unknown, string | null | undefined, never>
}

export interface ServiceFeedTable {
  id: string
  /** One of the two. */
  authority: string | null
  association: string | null
  source: string
  url: string
  language: string
  default_kind: string
  every: 'day' | 'week'
  hour: number
  conflict: 'feed' | 'own' | 'ask'
  revision: Generated<number>
  set_up_by: string
  set_up_at: Date
  next_at: Date
  look: Generated<boolean>
  claim: string | null
  claimed_until: Date | null
  etag: string | null
  last_modified: string | null
  failures: Generated<number>
  results: ColumnType<unknown, string | undefined, string>
  gone: ColumnType<unknown, never, string>
  fictional: Generated<boolean>
  may_lose: number | null
  batch: string | null
  fetched_at: Date | null
  placed: ColumnType<unknown, string | null | undefined, string | null>
}

export interface DirectoryServiceTable {
  feed: string
  batch: string
  source_id: string
  facts: Json
  facts_sha256: string
  authorities: string[]
  fits_by: 'area' | 'name' | 'point'
  marks: string[]
}

export interface ImportColumnsTable {
  id: Generated<string>
  authority: string
  choice: Json
  headings: Json | null
  changed_at: Date
}

export interface AskingContactTable {
  holder: string
  facts: Json
  revision: number
  changed_at: Date
}

export interface StandardDraftTable {
  id: string
  owner_type: string
  owner: string
  kind: string
  language: string
  words: Json
  revision: number
  changed_at: Date
}

export interface StandardLookTable {
  service: string
  standard: string
  version: number
  withdrawn: ColumnType<boolean, boolean | undefined, boolean>
}

export interface AnswerLookTable {
  authority: string
  kind: string
  standard: string
  version: number
  withdrawn: ColumnType<boolean, boolean | undefined, boolean>
}

export interface ProposalDecisionTable {
  authority: string
  item: string
  decision: 'accepted' | 'refused'
  origin: string | null
  kind: string
  service: string | null
  directory: string | null
  decided_at: Date
}

export interface OfficeTables {
  'office.draft_page': DraftPageTable
  'office.draft_answer': DraftAnswerTable
  'office.draft_service': DraftServiceTable
  'office.publication': PublicationTable
  'office.contact_change': ContactChangeTable
  'office.contact_undo': ContactUndoTable
  'office.change': ChangeTable
  'office.service_merge': ServiceMergeTable
  'office.not_same': NotSameTable
  'office.review_clock': ReviewClockTable
  'office.dialled_short_number': DialledShortNumberTable
  'office.completeness_month': CompletenessMonthTable
  'office.two_pairs': TwoPairsTable
  'office.approval': ApprovalTable
  'office.support': SupportTable
  'office.helpline_act': HelplineActTable
  'office.reader_report': ReaderReportTable
  'office.service_upload': ServiceUploadTable
  'office.import_columns': ImportColumnsTable
  'office.service_feed': ServiceFeedTable
  'office.directory_service': DirectoryServiceTable
  'office.asking_contact': AskingContactTable
  'office.standard_draft': StandardDraftTable
  'office.standard_look': StandardLookTable
  'office.answer_look': AnswerLookTable
  'office.proposal_decision': ProposalDecisionTable
}
