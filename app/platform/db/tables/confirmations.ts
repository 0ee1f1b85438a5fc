import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface ProviderContactTable {
  service: string
  authority: string
  email: string | null
  postal: ColumnType<string | null, string | null | undefined, string | null>
  deputy_email: string | null
  language: string
  revision: Generated<number>
  changed_at: Date
  changed_by_person: string | null
  email_refused_at: Date | null
  email_refusal: string | null
  deputy_refused_at: Date | null
  deputy_refusal: string | null
}

export interface ConfirmationRequestTable {
  id: string
  authority: string
  service: string
  language: string
  facts_sha256: string
  asked_at: Date
  expires_at: Date
  closed_at: ColumnType<Date | null, Date | undefined, Date>
  outcome: ColumnType<string | null, string | undefined, string>
}

export interface ConfirmationLinkTable {
  secret_sha256: string
  request: string
  purpose: 'confirm' | 'change'
  letter: ColumnType<string | null, string | null | undefined, never>
}

export interface ConfirmationLetterTable {
  id: string
  request: string
  again: boolean
  due_at: Date
  printings: Generated<number>
  printed_at: ColumnType<Date | null, Date | undefined, Date>
  posted_at: ColumnType<Date | null, Date | undefined, Date>
}

export interface LetterSenderTable {
  authority: string
  lines: string
  revision: Generated<number>
  changed_at: Date
  changed_by_person: string | null
}

export interface ConfirmationStepTable {
  request: string
  step: string
  at: Date
  /** Of the step `association` alone. */
  told: ColumnType<'association' | 'secretariat' | null, 'association' | 'secretariat' | null | undefined, never>
}

export interface ProviderChangeTable {
  id: string
  request: string
  authority: string
  service: string
  sent_at: Date
  change: Json
  decided_at: ColumnType<Date | null, Date | undefined, Date>
  decided_by: ColumnType<string | null, string | undefined, string>
  taken: Generated<string[]>
}

export interface ServiceCheckTable {
  id: string
  authority: string
  service: string
  at: Date
  way: 'office' | 'telephone' | 'mail' | 'letter' | 'change'
  person: string | null
}

export interface ConfirmationsTables {
  'office.provider_contact': ProviderContactTable
  'office.confirmation_request': ConfirmationRequestTable
  'office.confirmation_link': ConfirmationLinkTable
  'office.confirmation_letter': ConfirmationLetterTable
  'office.letter_sender': LetterSenderTable
  'office.confirmation_step': ConfirmationStepTable
  'office.provider_change': ProviderChangeTable
  'office.service_check': ServiceCheckTable
}
