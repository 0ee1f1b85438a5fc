/** Whether the register shows of its signatories what its history says. Pure. */
import type { Line } from '../chain-rules.ts'
import { sinceOf } from '../entry-rules.ts'

/** What both say of a signatory, by the members of the public file. */
export type Shown = Readonly<Record<(typeof compared)[number], unknown>>

const compared = [
  ...(['status', 'status_since', 'kind', 'country', 'name_when_signed', 'signed_on', 'reaffirmed_on'] as const),
  ...(['decided_on', 'document_sha256', 'ceremony_on', 'text_version', 'text_language'] as const),
] as const

/** By number in the register. */
export type Standings = Map<number, Shown>

/** Follows the history: what a line makes of the signatory that it is about. */
export function follow(standings: Standings, line: Line): void {
  const number = line['register_number']
  if (typeof number !== 'number') return
  const before = standings.get(number)
  if (line['act'] === 'signed') standings.set(number, begun(line))
  else if (before) standings.set(number, { ...before, ...changed(before, line) })
}

const begun = (line: Line): Shown => ({
  status: 'signed',
  status_since: line['occurred_on'],
  kind: line['signatory'],
  country: line['country'],
  name_when_signed: line['name'],
  signed_on: line['occurred_on'],
  reaffirmed_on: null,
  decided_on: line['decided_on'],
  document_sha256: line['document_sha256'],
  ceremony_on: line['ceremony_on'],
  text_version: line['text_version'],
  text_language: line['text_language'],
})

function changed(before: Shown, line: Line): Partial<Shown> {
  const { act } = line
  if (act === 'merged' || act === 'withdrawn') return { status: act, status_since: since(act, before, line) }
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

/** Whether what is shown is what the history says. A name that may have to be forgotten stands in no line. */
export function agrees(said: Shown, shown: Readonly<Record<string, unknown>>): boolean {
  const fields = said.name_when_signed === undefined ? compared.filter((one) => one !== 'name_when_signed') : compared
  return fields.every((field) => (said[field] ?? null) === (shown[field] ?? null))
}
