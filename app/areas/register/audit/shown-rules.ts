/** Whether the register shows of its signatories what its history says. Pure. */
import type { Line } from '../chain-rules.ts'
import { sinceOf } from '../entry-rules.ts'

/** What both say of a signatory, by the members of the public file. */
export type Shown = Readonly<Record<(typeof compared)[number], unknown>>

const compared = [
  ...(['status', 'status_since', 'kind', 'country', 'name_when_signed', 'signed_on', 'reaffirmed_on'] as const),
  ...(['decided_on', 'document_sha256', 'ceremony_on', 'text_version', 'text_language'] as const),
  ...(['authority', 'association', 'joint', 'successor_ids', 'entries'] as const),
] as const

/** Members that a file needs so that it can be compared; earlier versions of this software had no others. */
export const comparable: readonly string[] = [...compared, 'name', 'listed_as']

/** By number in the register. */
export type Standings = Map<number, Shown>

/** Follows the history: what a line makes of the signatory that it is about. */
export function follow(standings: Standings, line: Line): void {
  const number = line['register_number']
  if (typeof number !== 'number') return
  const before = standings.get(number)
  if (line['act'] === 'signed') standings.set(number, begun(line))
  else if (before) {
    const entries = [...entriesOf(before), entryOf(line)]
    standings.set(number, { ...before, ...changed(before, line), entries })
  }
}

/** The name that a line only commits to, once its text is known: until then it counts as erased. */
export function called(standings: Standings, line: Line | undefined, name: string): void {
  const number = line?.['register_number']
  const before = typeof number === 'number' ? standings.get(number) : undefined
  if (line?.['act'] !== 'signed' || typeof number !== 'number' || !before) return
  standings.set(number, { ...before, name_when_signed: name })
}

/** A line as the public file lists it: number, what happened, on which day. */
const entryOf = ({ number, act, occurred_on }: Line): string => `${number} ${act} ${occurred_on}`

const entriesOf = ({ entries }: Shown): readonly unknown[] => (Array.isArray(entries) ? entries : [])

const begun = (line: Line): Shown => ({
  status: 'signed',
  status_since: line['occurred_on'],
  kind: line['signatory'],
  country: line['country'],
  name_when_signed: line['name'] ?? '',
  signed_on: line['occurred_on'],
  reaffirmed_on: null,
  decided_on: line['decided_on'],
  document_sha256: line['document_sha256'],
  ceremony_on: line['ceremony_on'],
  text_version: line['text_version'],
  text_language: line['text_language'],
  authority: line['authority'],
  association: line['association'],
  joint: line['joint'],
  successor_ids: [],
  entries: [entryOf(line)],
})

function changed(before: Shown, line: Line): Partial<Shown> {
  const { act, successors } = line
  if (act === 'withdrawn') return { status: act, status_since: since(act, before, line) }
  if (act === 'merged') {
    const successor_ids = typeof successors === 'string' ? successors.split(' ') : []
    return { status: act, status_since: since(act, before, line), successor_ids }
  }
  if (act === 'reaffirmed') return { reaffirmed_on: line['decided_on'] }
  if (act !== 'corrected') return {}
  const { signed_on, text_version, text_language } = line
  return { signed_on, status_since: signed_on, text_version, text_language }
}

/** As the register reckons it. What is no day or no time stays as it is written, and agrees with nothing. */
function since(status: 'merged' | 'withdrawn', { signed_on, reaffirmed_on }: Shown, line: Line): unknown {
  const { occurred_on, entered_at } = line
  const enteredAt = instantOf(entered_at)
  if (!enteredAt || typeof occurred_on !== 'string' || typeof signed_on !== 'string') return occurred_on
  const reaffirmedOn = typeof reaffirmed_on === 'string' ? reaffirmed_on : null
  return sinceOf(status, { signedOn: signed_on, reaffirmedOn, occurredOn: occurred_on, enteredAt })
}

function instantOf(text: unknown): Temporal.Instant | undefined {
  try {
    return typeof text === 'string' ? Temporal.Instant.from(text) : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether what is shown is what the history says: of the signatory itself, and of its place in the list, the counts and the
 * map. Whoever stands in no directory is called today what it was called when it signed.
 */
export function agrees(said: Shown, shown: Readonly<Record<string, unknown>>): boolean {
  const isListedSo = same(listedAs(said), shown['listed_as'])
  const isCalledSo = said.authority || said.association ? true : same(said.name_when_signed, shown['name'])
  return isListedSo && isCalledSo && bearsOut(said, shown, compared)
}

function listedAs({ status, kind, country, signed_on, joint, authority }: Shown): unknown[] {
  return [status, kind, country, signed_on, joint ? 'together' : 'alone', authority ?? '']
}

/** Whether what is shown is what the history says, of some members. */
export function bearsOut(
  said: Shown,
  shown: Readonly<Record<string, unknown>>,
  members: readonly (keyof Shown)[],
): boolean {
  return members.every((member) => same(said[member], shown[member]))
}

/** Texts, numbers, lists of them. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
