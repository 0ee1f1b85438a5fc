import type { ColumnType } from 'kysely'

type Json = ColumnType<unknown, string, string>

export interface PublicPrintsTables {
  'published.town_arms': { authority: string; file: Json; changed_at: Date }
}

export interface PrintsTables {
  'office.print_order': {
    id: string
    authority: string
    association: string
    what: string
    language: string
    copies: number
    address: string
    note: string
    ordered_at: Date
    ordered_by: string | null
    done_at: Date | null
    done_by: string | null
  }
}
