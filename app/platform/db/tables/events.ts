import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
/** `YYYY-MM-DDTHH:MM` when written. */
type LocalTime = ColumnType<unknown, string, string>

export interface EventTable {
  id: string
  authority: string
  facts: Json
  after: ColumnType<unknown, string | null | undefined, string | null>
  cancelled: Generated<boolean>
  revision: Generated<number>
  begun_at: Date
  changed_at: Date
  changed_by: string | null
  asked_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  asked_by: ColumnType<string | null, string | null | undefined, string | null>
  asked_revision: ColumnType<number | null, number | null | undefined, number | null>
  answer: Generated<string>
}

export interface EventEditionTable {
  year: number
  themes: ColumnType<Record<string, string>, string, string>
  source: string
  demonstration: boolean
  revision: Generated<number>
  changed_at: Date
}

export interface PublishedEventTable {
  id: string
  authority: string
  country: string
  year: number
  version: number
  status: 'planned' | 'cancelled'
  access: 'public' | 'invited'
  kind: string
  starts: LocalTime
  ends: ColumnType<unknown, string | null, string | null>
  zone: string
  starts_at: Date
  place: string | null
  online: boolean
  language: string
  languages: string[]
  titles: ColumnType<Record<string, string>, string, string>
  texts: ColumnType<Record<string, string>, string, string>
  people: number | null
  told: boolean
  first_published_at: Date
  published_at: Date
}

export interface EventVersionTable {
  event: string
  version: number
  document: Json
  published_at: Date
  redacted: Generated<boolean>
}

/** What the public side reads. */
export interface PublicEventsTables {
  'published.event_edition': EventEditionTable
  'published.event': PublishedEventTable
  'published.event_version': EventVersionTable
}

export interface EventsTables {
  'office.event': EventTable
}
