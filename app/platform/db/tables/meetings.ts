/** Meetings of signatories. */
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type DayOrNull = ColumnType<string | null, string | null, string | null>

interface MeetingTable {
  id: string
  year: number
  kind: string
  starts: DayOrNull
  ends: DayOrNull
  place: string
  country: string | null
  time_zone: string
  host: string | null
  host_then: string | null
  about: Json
  source: string
  demonstration: Generated<boolean>
  revision: Generated<number>
  changed_at: Date
}

interface MarketStandTable {
  meeting: string
  practice: string
  authority: string
  stand: Generated<string>
  day: DayOrNull
  starts: string | null
  ends: string | null
  offered_at: Date
  revision: Generated<number>
}

export interface MeetingsTables {
  'published.market_stand': MarketStandTable
  'published.meeting': MeetingTable
}
