import type { ColumnType } from 'kysely'

/** ISO date. */
type Day = ColumnType<unknown, string, string>

export interface WebAddressTable {
  sha256: string
  url: string
  wanted_at: Date
  checked_on: ColumnType<unknown, never, string>
  outcome: ColumnType<string | null, never, string>
  seen: ColumnType<string, never, string>
  bad_nights: ColumnType<number, never, number>
  gone_nights: ColumnType<number, never, number>
  leads_to: ColumnType<string | null, never, string | null>
  leads_nights: ColumnType<number, never, number>
}

export interface FindingTable {
  id: string
  authority: string
  thing: string
  thing_id: string
  fact: string
  kind: string
  rank: number
  value: string
  seen: string
  first_seen: Day
  last_seen: Date
  times: ColumnType<number, never, number>
  hidden_at: ColumnType<Date | null, never, Date | null>
}

export interface TownLookedOverTable {
  authority: string
  night: Day
}

export interface CareToldTable {
  authority: string
  thing: string
  urgent: boolean
  told_at: Date
}

export interface WatchingTables {
  'office.care_told': CareToldTable
  'office.web_address': WebAddressTable
  'office.finding': FindingTable
  'office.town_looked_over': TownLookedOverTable
}
