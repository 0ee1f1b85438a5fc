/** One entry of the register with everything public about it. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import { readAuthorities, readAuthority } from '../authorities/index.ts'
import {
  checkBorneOut,
  type ProvenTexts,
  provenEntries,
  type Signatory,
  signatoryByNumber,
  signedBefore,
  withTexts,
} from '../register/index.ts'

export interface NamedPlace {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly status: string
  /** Its own number in the register, if it stands by a signature. */
  readonly number: number | null
}

export interface Together {
  readonly number: number
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

export interface EntryFacts {
  readonly signatory: Signatory
  /** The town, district or region that signed. */
  readonly place: NamedPlace | undefined
  /** What it is called today; empty where it was erased. */
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** Those that signed with it. */
  readonly together: readonly Together[]
  /** Of a merged one: what has taken its place. */
  readonly successors: readonly NamedPlace[]
  /** Signatories whose place this one's authority has taken, also by way of another. */
  readonly predecessors: readonly Together[]
  readonly history: readonly ProvenTexts[]
}

/** Undefined: no entry has this number. @throws {RequestFault} unproven, where its history says something else. */
export async function readEntry(db: ReadDb, number: number): Promise<EntryFacts | undefined> {
  const signatory = await signatoryByNumber(db, number)
  if (!signatory) return undefined
  const history = await withTexts(db, await provenEntries(db, signatory))
  checkBorneOut(signatory, history)
  const authority = signatory.authority === null ? undefined : await readAuthority(db, signatory.authority)
  const association = signatory.association === null ? undefined : await associationName(db, signatory.association)
  const current = authority ?? association
  return {
    signatory,
    place: authority && { ...authority, number: signatory.status === 'signed' ? signatory.number : null },
    name: current?.name ?? signatory.name,
    names: current?.names ?? {},
    together: await signedTogether(db, signatory),
    successors: await placesOf(db, signatory.successors),
    predecessors: signatory.authority === null ? [] : await predecessorsOf(db, signatory.authority),
    history,
  }
}

async function associationName(db: ReadDb, id: string) {
  const { rows } = await sql<{ name: string; names: Record<string, string> }>`
    select name, names from published.association where id = ${id}`.execute(db)
  return rows[0]
}

const named = sql`s.number, coalesce(a.name, c.name, s.name) as name, coalesce(a.names, c.names, '{}'::jsonb) as names
  from published.signatory s
  left join published.authority a on a.id = s.authority left join published.association c on c.id = s.association`

async function signedTogether(db: ReadDb, { joint, number }: Signatory): Promise<Together[]> {
  if (joint === null) return []
  const { rows } = await sql<Together>`
    select ${named} where s.joint = ${joint} and s.number <> ${number} order by s.number`.execute(db)
  return rows
}

async function predecessorsOf(db: ReadDb, authority: string): Promise<Together[]> {
  const numbers = (await signedBefore(db, authority)).map(({ number }) => number)
  if (numbers.length === 0) return []
  const { rows } = await sql<Together>`
    select ${named} where s.number = any(${numbers}::int[]) order by s.number`.execute(db)
  return rows
}

async function placesOf(db: ReadDb, ids: readonly string[]): Promise<NamedPlace[]> {
  if (ids.length === 0) return []
  const authorities = await readAuthorities(db, ids)
  const { rows } = await sql<{ authority: string; number: number }>`
    select authority, number from published.signed_authority where authority = any(${[...ids]}::uuid[])`.execute(db)
  const numbers = new Map(rows.map(({ authority, number }) => [authority, number]))
  return authorities.map((one) => ({ ...one, number: numbers.get(one.id) ?? null }))
}
