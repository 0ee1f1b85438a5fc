import type { ColumnType } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface SiteSearchTable {
  association: string
  begun_at: Date
  stopped_at: Optional<Date>
}

export interface TownSiteTable {
  authority: string
  start_address: Optional<string>
  due_at: Optional<Date>
  asked_at: Optional<Date>
  begun_at: Optional<Date>
  walker: Optional<string>
  claimed_until: Optional<Date>
}

export interface SiteFindingTable {
  authority: string
  verdict: Optional<string>
  verdict_at: Optional<Date>
  found: Optional<string>
  found_at: Optional<Date>
  found_address: Optional<string>
  sentence: ColumnType<string, string | undefined, string>
  kinds: ColumnType<string[], string[] | undefined, string[]>
  made_at: Optional<Date>
  pages: ColumnType<number, number | undefined, number>
  tried_at: Optional<Date>
  unseen: Optional<string>
  unseen_detail: ColumnType<string, string | undefined, string>
  said: Optional<string>
  said_verdict: Optional<string>
  said_address: Optional<string>
  said_about: Optional<string>
  said_at: Optional<Date>
  said_by: Optional<string>
  kept_at: Date
  revision: ColumnType<number, number | undefined, number>
}

export interface PageFinderTables {
  'office.site_search': SiteSearchTable
  'office.town_site': TownSiteTable
  'office.site_finding': SiteFindingTable
}
