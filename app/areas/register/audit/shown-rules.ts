/** Whether the register shows of its signatories what its history says. Pure. */
import type { Line } from '../chain-rules.ts'

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
  else if (before) standings.set(number, { ...before, ...changed(line) })
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

function changed(line: Line): Partial<Shown> {
  const { act } = line
  if (act === 'merged' || act === 'withdrawn') return { status: act, status_since: line['occurred_on'] }
  if (act === 'reaffirmed') return { reaffirmed_on: line['decided_on'] }
  const { signed_on, text_version, text_language } = line
  return act === 'corrected' ? { signed_on, text_version, text_language } : {}
}

/** Whether what is shown is what the history says. A name that may have to be forgotten stands in no line. */
export function agrees(said: Shown, shown: Readonly<Record<string, unknown>>): boolean {
  const fields = said.name_when_signed === undefined ? compared.filter((one) => one !== 'name_when_signed') : compared
  return fields.every((field) => (said[field] ?? null) === (shown[field] ?? null))
}
