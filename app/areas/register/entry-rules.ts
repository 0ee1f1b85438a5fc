/** What stands in a line of the register's history, by what happened. */
import type { PublicStatus } from './status-rules.ts'

/** As the database has them. */
export type SignatoryKind = 'municipality' | 'district' | 'region' | 'association' | 'representative' | 'organisation'

export type EntryAct = 'signed' | 'reaffirmed' | 'corrected' | 'merged' | 'withdrawn'

/**
 * Free text and persons, by field: a line holds them as commitments (`<field>_commitment`), so that they can be erased.
 * Those that are not public are known to the office alone.
 */
export const openFields = [
  /** Of a representative or an organisation: what it is called. */
  'name',
  /** Who decided: "Town council". */
  'decision_body',
  /** Its number in the minutes. */
  'decision_reference',
  /** The office that signed: "Mayor". */
  'signing_office',
  'ceremony_place',
  /** The town's own words, when it withdraws or its entry is corrected. */
  'words',
] as const
export const closedFields = [
  /** The person who signed, if the office gave a name. */
  'signing_person',
  'ceremony_witness',
] as const
export type OpenField = (typeof openFields)[number]
export type ClosedField = (typeof closedFields)[number]
export type CommittedField = OpenField | ClosedField
export type Texts = Partial<Readonly<Record<CommittedField, string>>>

export const isOpen = (field: string): field is OpenField => (openFields as readonly string[]).includes(field)

/** Who signs. */
export interface Signs {
  readonly kind: SignatoryKind
  /** ISO 3166-1, upper case. */
  readonly country: string
  /** Of a municipality, district or region. */
  readonly authority: string | null
  readonly association: string | null
  /** The official name. */
  readonly name: string
}

/** Days are written `YYYY-MM-DD`. */
export interface SignatureFacts {
  /** When it was signed; it never lies in the future. */
  readonly signedOn: string
  readonly decidedOn: string
  readonly textVersion: string
  /** Code. */
  readonly textLanguage: string
  /** Of the bytes of the council's decision, in hexadecimal digits; null where none was handed in. */
  readonly documentSha256: string | null
  readonly ceremonyOn: string | null
}

/** Names of bodies are public; what a representative or an organisation is called is erasable. */
export const nameIsOpening = (kind: SignatoryKind): boolean => kind === 'representative' || kind === 'organisation'

const given = (facts: Readonly<Record<string, string | number | null | undefined>>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(facts).flatMap(([key, value]) => (value == null ? [] : [[key, value]])))

/** The members that every line has, but for those of the chain. */
export function lineOf(
  act: EntryAct,
  registerNumber: number,
  enteredAt: Temporal.Instant,
  occurredOn: string,
  more: Readonly<Record<string, string | number | null | undefined>>,
): Record<string, string | number> {
  return {
    ...given(more),
    act,
    register_number: registerNumber,
    entered_at: enteredAt.toString({ smallestUnit: 'second' }),
    occurred_on: occurredOn,
  }
}

/** @param textSha256 of the text accepted, title and body; null where no such text is approved here. */
export function signedMembers(signs: Signs, facts: SignatureFacts, joint: string | null, textSha256: string | null) {
  const { kind, country, authority, association, name } = signs
  return {
    ...{ signatory: kind, country, authority, association, joint },
    name: nameIsOpening(kind) ? null : name,
    decided_on: facts.decidedOn,
    text_version: facts.textVersion,
    text_language: facts.textLanguage,
    text_sha256: textSha256,
    document_sha256: facts.documentSha256,
    ceremony_on: facts.ceremonyOn,
  }
}

/** Which status an entry leads to. */
export const statusOfAct = {
  signed: 'signed',
  reaffirmed: 'signed',
  corrected: 'signed',
  merged: 'merged',
  withdrawn: 'withdrawn',
} as const satisfies Record<EntryAct, PublicStatus>

/**
 * From which day the register says what an entry says. A list that is entered late may hold since a day before the signature was
 * given or reaffirmed: that it holds since then stays in the entry, but nothing ends before it has begun.
 *
 * @param latest day of what is known before it.
 */
function standsFrom(occurredOn: string, latest: string, enteredAt: Temporal.Instant): string {
  if (occurredOn >= latest) return occurredOn
  const entered = dayOf(enteredAt)
  return entered > latest ? entered : latest
}

/** What the register's history says of a signature, before an entry and by it. Days are written `YYYY-MM-DD`. */
export interface Said {
  readonly signedOn: string
  readonly reaffirmedOn: string | null
  readonly occurredOn: string
  readonly enteredAt: Temporal.Instant
}

/** Since which day a signature stands as it does: while it holds, the day on which it was given, as it was put right last. */
export function sinceOf(status: PublicStatus, { signedOn, reaffirmedOn, occurredOn, enteredAt }: Said): string {
  return status === 'signed' ? signedOn : standsFrom(occurredOn, reaffirmedOn ?? signedOn, enteredAt)
}

export const dayOf = (at: Temporal.Instant): string => at.toZonedDateTimeISO('UTC').toPlainDate().toString()
