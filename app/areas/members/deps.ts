import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { MessageKey } from '../../platform/i18n/messages.gen.ts'
import type { Entry } from './member-rules.ts'

/** Why a file is no list: the last part of a message `mergers.new.fault.<code>`. */
export type FileFault = MessageKey extends infer Key
  ? Key extends `mergers.new.fault.${infer Code}`
    ? Exclude<Code, 'rows' | 'unbelievable'>
    : never
  : never

export interface MemberAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** A fictional one has fictional members alone. */
  readonly demonstration: boolean
}

/** What the use cases need. */
export interface MembersDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  /** Every form in which a name is looked for. */
  foldings(name: string): readonly string[]
}

/** What the pages need; the composition root gives it. */
export interface MembersOfficeDeps extends MembersDeps {
  readAssociation(db: Db, id: string): Promise<MemberAssociation | undefined>
  /** Codes and names of a table that somebody has sent, or why it is none. */
  readTable(content: Uint8Array): Promise<readonly Entry[] | FileFault>
  /** Areas of a country that have this code or name: none is a town. */
  findAreas(db: Db, country: string, codeOrName: string): Promise<readonly { readonly id: string }[]>
}
