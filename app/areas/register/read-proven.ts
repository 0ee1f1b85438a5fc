/** What the history bears out of a signatory: each line held against its hash, and what stands beside it against the line. */
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import { RequestFault } from '../../platform/http/faults.ts'
import { sha256Hex } from '../../platform/signing/canonical.ts'
import { bearsOut, called, follow, type Shown, type Standings } from './audit/shown-rules.ts'
import { commitmentOf, type Line, readLine } from './chain-rules.ts'
import { type Opening, openingsOf } from './chain-store.ts'
import type { OpenField } from './entry-rules.ts'
import { type RegisterEntry, registerEntries } from './entry-store.ts'
import type { Signatory } from './signatory-store.ts'

export interface ProvenEntry extends RegisterEntry {
  /** What its line says. */
  readonly said: Line
}

export interface ProvenTexts extends ProvenEntry {
  /** Those of its public texts that were not erased. */
  readonly openings: readonly ProvenText[]
}
export type ProvenText = Omit<Opening, 'entry'>

/** Whoever runs this instance has to clear up what does not fit; until then nothing is said of it. */
export const unproven = (number: number, why: string): RequestFault =>
  new RequestFault('unproven', `number ${number} of the register is not borne out: ${why}; run audit-register`)

/** Every entry of a signatory, in order. @throws {RequestFault} unproven */
export async function provenEntries(db: Db | ReadDb, { id, number }: Signatory): Promise<ProvenEntry[]> {
  return (await registerEntries(db, id)).map((entry) => proven(number, entry))
}

function proven(registerNumber: number, entry: RegisterEntry): ProvenEntry {
  const said = readLine(entry.line)
  const isAsEntered =
    sha256Hex(entry.line) === entry.hash &&
    said?.number === entry.number &&
    said['act'] === entry.act &&
    said['occurred_on'] === entry.occurredOn &&
    said['register_number'] === registerNumber
  if (!said || !isAsEntered) throw unproven(registerNumber, `entry ${entry.number} is not as it was entered`)
  return { ...entry, said }
}

/**
 * Entries with the texts that they commit to.
 *
 * @param only this field; left out: all that are public.
 * @throws {RequestFault} unproven where another text stands beside an entry.
 */
export async function withTexts(
  db: Db | ReadDb,
  entries: readonly ProvenEntry[],
  only?: OpenField,
): Promise<ProvenTexts[]> {
  const found = await openingsOf(
    db,
    entries.map(({ number }) => number),
  )
  const of = Map.groupBy(found, ({ entry }) => entry)
  return entries.map((entry) => {
    const openings = (of.get(entry.number) ?? []).filter(({ field }) => only === undefined || field === only)
    const wrong = openings.find((one) => commitmentOf(one) !== entry.said[`${one.field}_commitment`])
    if (wrong) throw unproven(Number(entry.said['register_number']), `a text of entry ${entry.number} is another one`)
    return { ...entry, openings: openings.map(({ field, salt, value }) => ({ field, salt, value })) }
  })
}

const kept = [
  ...(['status', 'status_since', 'kind', 'country', 'name_when_signed', 'signed_on', 'reaffirmed_on'] as const),
  ...(['text_version', 'text_language', 'authority', 'association', 'joint', 'successor_ids'] as const),
] as const satisfies readonly (keyof Shown)[]

/** Refuses a signatory of which its own history says something else. @throws {RequestFault} unproven */
export function checkBorneOut(signatory: Signatory, entries: readonly ProvenTexts[]): void {
  const standings: Standings = new Map()
  for (const { said, openings } of entries) {
    follow(standings, said)
    const name = openings.find(({ field }) => field === 'name')
    if (name) called(standings, said, name.value)
  }
  const said = standings.get(signatory.number)
  if (!said || !bearsOut(said, membersOf(signatory), kept)) {
    throw unproven(signatory.number, 'the register has it otherwise than its history')
  }
}

const membersOf = (one: Signatory): Readonly<Record<(typeof kept)[number], unknown>> => ({
  ...{ status: one.status, status_since: one.statusSince, kind: one.kind, country: one.country },
  ...{ name_when_signed: one.name, signed_on: one.signedOn, reaffirmed_on: one.reaffirmedOn },
  ...{ text_version: one.textVersion, text_language: one.textLanguage, authority: one.authority },
  ...{ association: one.association, joint: one.joint, successor_ids: one.successors.toSorted() },
})
