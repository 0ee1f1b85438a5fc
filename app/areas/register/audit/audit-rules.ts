/** Checks the history of a register from outside: what it says now, and against what was seen before. */
import { canonicalJson } from '../../../platform/signing/canonical.ts'
import { type ChainFault, checkLine, commitmentOf, type Line, type Link } from '../chain-rules.ts'

export interface SeenHead extends Link {
  readonly timestamp: string
  readonly key_id: string
  /** Multibase, base58btc. */
  readonly signature: string
}

export type AuditFault =
  | { readonly fault: ChainFault; readonly number: number }
  /** The history ends before its head, goes on behind it, or has another hash there. */
  | { readonly fault: 'head'; readonly number: number }
  /** The head is not signed by the key that it names. */
  | { readonly fault: 'signature' }
  /** The key that it names is none of this instance's. */
  | { readonly fault: 'key' }
  /** The key that it names was retired: whoever retires one signs the head with the next. */
  | { readonly fault: 'retired' }
  /** What was the head when somebody looked last is not part of the history any more. */
  | { readonly fault: 'rewritten'; readonly number: number }
  /** The history is shorter than it was. */
  | { readonly fault: 'shortened'; readonly number: number }
  /** A text that the register shows to a line is not the one that the line commits to. */
  | { readonly fault: 'text'; readonly number: number }
  /** The text of the Pact that an entry accepts is another one today. */
  | { readonly fault: 'pact-text'; readonly number: number }
  /** Of the signatory with this number the register shows something else than its history says. */
  | { readonly fault: 'shown'; readonly number: number }

/** Follows the history line by line. */
export interface Walk {
  readonly last: Link | undefined
  readonly fault: AuditFault | undefined
}

export const atTheBeginning: Walk = { last: undefined, fault: undefined }

/** @param seen the head that was seen last, if any: it has to be a line of the history. */
export function walk({ last, fault }: Walk, line: string, seen: Link | undefined): Walk {
  if (fault) return { last, fault }
  const next = checkLine(last, line)
  const number = (last?.number ?? 0) + 1
  if (typeof next === 'string') return { last, fault: { fault: next, number } }
  const isOther = seen?.number === next.number && seen.hash !== next.hash
  return { last: next, fault: isOther ? { fault: 'rewritten', number } : undefined }
}

/** A key of an instance as it is published. */
export interface ListedKey {
  /** A Multikey. */
  readonly id: string
  /** It is in use: neither retired nor revoked. */
  readonly inUse: boolean
}

/** @param isSigned whether the signature holds. */
export function verdict(
  { last, fault }: Walk,
  head: SeenHead,
  seen: Link | undefined,
  keys: readonly ListedKey[],
  isSigned: (head: SeenHead) => boolean,
): AuditFault | undefined {
  if (fault) return fault
  if (seen && (last?.number ?? 0) < seen.number) return { fault: 'shortened', number: seen.number }
  if (last?.number !== head.number || last.hash !== head.hash) return { fault: 'head', number: head.number }
  const key = keys.find(({ id }) => id === head.key_id)
  if (!key) return { fault: 'key' }
  if (!key.inUse) return { fault: 'retired' }
  return isSigned(head) ? undefined : { fault: 'signature' }
}

/** A text with the salt that its commitment was made with. */
export interface ShownText {
  readonly entry: number
  readonly field: string
  readonly salt: string
  readonly value: string
}

/** A text that is gone may have been erased; one that is there has to be what was entered. @param lines by their number. */
export function checkTexts(lines: ReadonlyMap<number, Line>, texts: readonly ShownText[]): AuditFault | undefined {
  const wrong = texts.find((text) => lines.get(text.entry)?.[`${text.field}_commitment`] !== commitmentOf(text))
  return wrong && { fault: 'text', number: wrong.entry }
}

/** By version and language: the text that entries accept, with the entry that says so first, for each hash that they say. */
export type AcceptedTexts = Map<string, AcceptedText[]>

export interface AcceptedText {
  readonly version: string
  readonly language: string
  readonly sha256: string
  readonly entry: number
}

/** Lines of earlier versions of this software name a text without its hash: nobody can hold them to it. */
export function accepts(texts: AcceptedTexts, line: Line): void {
  const { number, text_version: version, text_language: language, text_sha256: sha256 } = line
  if (typeof version !== 'string' || typeof language !== 'string' || typeof sha256 !== 'string') return
  const key = `${version} ${language}`
  const known = texts.get(key) ?? []
  if (!known.some((one) => one.sha256 === sha256)) {
    texts.set(key, [...known, { version, language, sha256, entry: number }])
  }
}

/** The bytes that a head's signature is over, as text. */
export function signedForm({ number, hash, timestamp, key_id }: Omit<SeenHead, 'signature'>): string {
  return canonicalJson({ number, hash, timestamp, key_id })
}
