import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface ProviderContactTable {
  service: string
  authority: string
  email: string
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
}

export interface ConfirmationStepTable {
  request: string
  step: string
  at: Date
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
  way: 'office' | 'telephone' | 'mail' | 'change'
  person: string | null
}

export interface ConfirmationsTables {
  'office.provider_contact': ProviderContactTable
  'office.confirmation_request': ConfirmationRequestTable
  'office.confirmation_link': ConfirmationLinkTable
  'office.confirmation_step': ConfirmationStepTable
  'office.provider_change': ProviderChangeTable
  'office.service_check': ServiceCheckTable
}
