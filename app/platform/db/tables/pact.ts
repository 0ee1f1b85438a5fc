import type { Generated } from 'kysely'

export interface PactDraftTable {
  id: string
  version: string
  language: string
  title: string
  body: string
  demonstration: Generated<boolean>
  revision: number
  written_by: string | null
  written_at: Date
}

export interface PactDocumentTable {
  association: string
  kind: 'decision' | 'letter'
  language: string
  title: string | null
  body: string | null
  revision: number
  changed_at: Date
}

export interface PactTables {
  'office.pact_draft': PactDraftTable
  'office.pact_model': PactDocumentTable
}
