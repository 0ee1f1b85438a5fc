/** What areas tell about a person to that person, and how they forget one. Areas say it; `app/areas/privacy` gathers it. */
import type { Db, Tx } from '../db/tables.ts'

/** Whose data it is. */
export interface DataPerson {
  readonly id: string
  /** In lower case. */
  readonly email: string
  readonly name: string
}

/** How the page "My data" sums up what the file holds one by one. */
export const dataGroups = [
  'account',
  'roles',
  'signIn',
  'invitations',
  'mails',
  'trail',
  'drafts',
  'decisions',
  'support',
] as const
export type DataGroup = (typeof dataGroups)[number]

/** A table as the person gets it: rows that name them, and of these what is theirs to know. */
export interface TableSet {
  /** In the file. */
  readonly key: string
  readonly group: DataGroup
  /** `schema.table`. */
  readonly from: string
  /** Columns that are given out. Never a secret, nor a hash of one. */
  readonly shows: readonly string[]
  /** Columns that hold a person's id. */
  readonly byId?: readonly string[]
  /** Columns that hold an address. */
  readonly byAddress?: readonly string[]
  /** Rows that belong to rows of another table which name the person. */
  readonly through?: { readonly column: string; readonly table: string; readonly key: string; readonly byId: string }
}

export type DataRow = Readonly<Record<string, unknown>>

/** What no list of columns can say. */
export interface ReadSet extends Pick<TableSet, 'key' | 'group' | 'from' | 'byId' | 'byAddress'> {
  readonly read: (db: Db, person: DataPerson) => Promise<readonly DataRow[]>
}

export type PersonalSet = TableSet | ReadSet

/**
 * Forgets a person, in the transaction that deletes them and before their row goes: everything that names them by name or
 * address. Their id may stay where somebody has to be able to see later that one and the same person did two things.
 */
export type Erase = (tx: Tx, person: DataPerson) => Promise<void>
