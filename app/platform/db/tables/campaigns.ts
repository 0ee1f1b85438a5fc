import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface TownContactTable {
  association: string
  authority: string
  office: string
  email: string | null
  postal: string | null
  language: string | null
  revision: Generated<number>
  changed_at: Date
  changed_by_person: string | null
  used_at: Later<Date>
  refused_at: Later<Date>
  refusal: Later<string>
}

export interface ContactUploadTable {
  id: string
  association: string
  uploaded_at: Date
  uploaded_by: string
  content: Json
}

export interface LettersStoppedTable {
  association: string
  address_sha256: string
  at: Date
}

export interface NoLettersTable {
  association: string
  authority: string
  at: Date
}

export interface ReplyAddressTable {
  id: string
  association: string
  email: string
  token_sha256: string
  asked_at: Date
  asked_by_person: string | null
  confirmed_at: Later<Date>
}

export interface CampaignTable {
  id: string
  association: string
  name: string
  state: string
  revision: Generated<number>
  segment: Json
  first_language: string
  reply_address: Later<string>
  reminder_days: Later<number>
  sender: Generated<string>
  start_at: Later<Date>
  created_at: Date
  changed_at: Date
  started_by_person: Later<string>
  started_at: Later<Date>
  ended_at: Later<Date>
}

export interface CampaignLetterTable {
  campaign: string
  language: string
  subject: string
  body: string
}

export interface CampaignRecipientTable {
  id: string
  campaign: string
  authority: string
  way: 'mail' | 'letter'
  domain: string | null
  language: string
  step_before: string
  marks_before: string[]
  version_before: number | null
  written_before: number | null
  answers_before: number | null
  state: string
  round: Generated<number>
  reminder_decided: Generated<boolean>
  queued_at: Later<Date>
  handed_at: Later<Date>
  reminded_at: Later<Date>
  answer: Later<string>
  secret_sha256: Later<string>
}

export interface CampaignsTables {
  'office.town_contact': TownContactTable
  'office.contact_upload': ContactUploadTable
  'office.no_letters': NoLettersTable
  'office.letters_stopped': LettersStoppedTable
  'office.reply_address': ReplyAddressTable
  'office.campaign': CampaignTable
  'office.campaign_letter': CampaignLetterTable
  'office.campaign_recipient': CampaignRecipientTable
}
