import type { ColumnType, Generated } from 'kysely'
import type { SignatoryKind } from './register.ts'

/** Days are read as text, `YYYY-MM-DD`. */
type Day = ColumnType<string, string, string>
type DayOrNone = ColumnType<string | null, string | null, string | null>

export interface PactApplicationTable {
  id: string
  kind: SignatoryKind
  country: string
  authority: string | null
  association: string | null
  case_id: string
  status: 'draft' | 'submitted' | 'returned' | 'signed'
  answers: ColumnType<unknown, string, string>
  begun_at: Date
  begun_by: string | null
  changed_at: Date
  ready_at: Date | null
  submitted_at: Date | null
  due: DayOrNone
  signed_at: Date | null
  signatory: string | null
  ended_at: Date | null
}

export interface PactWriterTable {
  application: string
  person: string
  first_at: Date
}

export interface PactContactTable {
  application: string
  name: string
  email: string
  phone: string
  revision: number
  changed_at: Date
  decided_at: Date | null
}

export interface PactDocumentTable {
  id: string
  application: string | null
  reaffirmation: string | null
  name: string
  content: Uint8Array
  sha256: string
  pages: number
  scanned: boolean
  uploaded_at: Date
  uploaded_by: string | null
}

export interface PactEventTable {
  id: Generated<string>
  application: string
  at: Date
  step: string
  person: string | null
  reasons: Generated<string[]>
  words: Generated<string>
  promised_days: number | null
}

export interface PactAgreementTable {
  case_id: string
  person: string
  at: Date
}

export interface PactProofTable {
  id: string
  application: string
  way: 'mail' | 'association' | 'letter'
  association: string | null
  domain: string | null
  code_sha256: string | null
  expires_at: Date | null
  wrong_codes: Generated<number>
  printings: Generated<number>
  asked_at: Date
  asked_by: string | null
  given_at: Date | null
  given_by: string | null
  declined_at: Date | null
}

export interface PactDomainTable {
  application: string
  domain: string
  checked_at: Date
  checked_by: string | null
}

export interface PactBodyRequestTable {
  id: string
  country: string
  name: string
  web: string
  asked_at: Date
  asked_by: string | null
  answered_at: Date | null
  answered_by: string | null
  answer: Generated<string>
}

type ElectedKind = 'municipality' | 'district' | 'region'

export interface LocalElectionTable {
  id: string
  association: string | null
  country: string
  scope: 'country' | 'members' | 'areas'
  /** Ids; none where it is no election of parts of a country. */
  areas: Generated<string[]>
  kinds: ElectedKind[]
  name: string
  held_on: Day
  entered_at: Date
  entered_by: string | null
  invited_at: Date | null
}

export interface ReaffirmInvitationTable {
  election: string
  signatory: string
  authority: string
  held_on: Day
  invited_at: Date
}

export interface PactReaffirmationTable {
  id: string
  signatory: string
  authority: string
  state: 'waiting' | 'entered' | 'returned'
  decision_body: string
  decision_reference: string
  decided_on: Day
  sent_at: Date
  sent_by: string | null
  due: Day
  decided_at: Date | null
  decided_by: string | null
  words: Generated<string>
  ended_at: Date | null
}

export interface PactWithdrawalTable {
  id: string
  signatory: string
  decided_on: Day
  words: string
  asked_at: Date
  asked_by: string
}

export interface SigningTables {
  'office.pact_application': PactApplicationTable
  'office.pact_writer': PactWriterTable
  'office.pact_contact': PactContactTable
  'office.pact_document': PactDocumentTable
  'office.pact_event': PactEventTable
  'office.pact_agreement': PactAgreementTable
  'office.pact_proof': PactProofTable
  'office.pact_domain': PactDomainTable
  'office.pact_body_request': PactBodyRequestTable
  'office.local_election': LocalElectionTable
  'office.reaffirm_invitation': ReaffirmInvitationTable
  'office.pact_reaffirmation': PactReaffirmationTable
  'office.pact_withdrawal': PactWithdrawalTable
}
