import type { ColumnType } from 'kysely'

export interface WebsiteLookTable {
  authority: string
  address: string
  looked_at: Date
  findings: ColumnType<unknown, string, string>
  revision: ColumnType<number, number | undefined, number>
}

export interface WebsitesTables {
  'office.website_look': WebsiteLookTable
}
