/**
 * What a certificate says, read from the history of the register and not from the table beside it: whoever changed what is
 * certified would have to change a line of the history, and the next auditor would find it.
 */
import type { Line, PublicStatus, Said } from '../register/index.ts'

export interface HistoryEntry {
  readonly act: 'signed' | 'reaffirmed' | 'corrected' | 'merged' | 'withdrawn'
  readonly number: number
  /** Of its line. */
  readonly hash: string
  readonly line: Line
}

/** Days are written `YYYY-MM-DD`. */
export interface SignatureRecord {
  /** In the register. */
  readonly number: number
  readonly kind: string
  readonly country: string
  /** Of a public body; null where the history does not name who signed, as it may have to be forgotten. */
  readonly name: string | null
  /** Id of the authority that signed, if it was one. */
  readonly authority: string | null
  readonly signedOn: string
  readonly textVersion: string
  readonly textLanguage: string
  readonly reaffirmedOn: string | null
  readonly status: PublicStatus
  readonly statusSince: string
  /** Ids of the authorities that took its place. */
  readonly successors: readonly string[]
  /** The entry that signed: from it the code of the certificate is made. */
  readonly first: Proven
  /** The entry from which the rest is taken: the same, or the last that put something right. */
  readonly said: Proven
}

export interface Proven {
  readonly number: number
  readonly hash: string
  readonly enteredAt: Temporal.Instant
}

/** As the register decides it: since which day a signature stands as it does. */
export type SinceOf = (status: PublicStatus, said: Said) => string

/** @throws where the entries are no history of a signature. */
export function recordOf(entries: readonly HistoryEntry[], sinceOf: SinceOf): SignatureRecord {
  const [first, ...later] = entries
  if (first?.act !== 'signed') throw new Error('a signatory of the register has not signed')
  return later.reduce((before, entry) => after(before, entry, sinceOf), begun(first))
}

function begun(entry: HistoryEntry): SignatureRecord {
  const { line } = entry
  const signedOn = text(line, 'occurred_on')
  const number = line['register_number']
  if (typeof number !== 'number') throw new Error(`entry ${entry.number} has no number of the register`)
  return {
    number,
    kind: text(line, 'signatory'),
    country: text(line, 'country'),
    name: typeof line['name'] === 'string' ? line['name'] : null,
    authority: typeof line['authority'] === 'string' ? line['authority'] : null,
    signedOn,
    textVersion: text(line, 'text_version'),
    textLanguage: text(line, 'text_language'),
    ...{ reaffirmedOn: null, status: 'signed', statusSince: signedOn, successors: [] },
    first: proven(entry),
    said: proven(entry),
  }
}

function after(before: SignatureRecord, entry: HistoryEntry, sinceOf: SinceOf): SignatureRecord {
  const { line, act } = entry
  if (act === 'reaffirmed') return { ...before, reaffirmedOn: text(line, 'decided_on') }
  if (act === 'corrected') {
    const signedOn = text(line, 'signed_on')
    return {
      ...before,
      signedOn,
      statusSince: sinceOf(before.status, saidBy({ ...before, signedOn }, entry)),
      textVersion: text(line, 'text_version'),
      textLanguage: text(line, 'text_language'),
      said: proven(entry),
    }
  }
  if (act === 'signed') throw new Error(`entry ${entry.number} signs a second time`)
  const successors = act === 'merged' ? text(line, 'successors').split(' ') : []
  return { ...before, status: act, statusSince: sinceOf(act, saidBy(before, entry)), successors }
}

const saidBy = ({ signedOn, reaffirmedOn }: SignatureRecord, entry: HistoryEntry): Said => ({
  ...{ signedOn, reaffirmedOn, occurredOn: text(entry.line, 'occurred_on') },
  enteredAt: proven(entry).enteredAt,
})

const proven = ({ number, hash, line }: HistoryEntry): Proven => ({
  ...{ number, hash },
  enteredAt: Temporal.Instant.from(text(line, 'entered_at')),
})

function text(line: Line, member: string): string {
  const value = line[member]
  if (typeof value !== 'string') throw new Error(`entry ${line.number} has no ${member}`)
  return value
}
