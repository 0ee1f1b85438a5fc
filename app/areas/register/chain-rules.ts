/**
 * The chain of the register's history: each line holds the SHA-256 of the RFC 8785 form of the line before, so that no old
 * line can be changed without changing all that follow. What persons are called and what somebody wrote stands in a line
 * only as a salted commitment: with its opening anybody can check it, without it nobody can tell what it was.
 */
import { canonicalJson, sha256Hex } from '../../platform/signing/canonical.ts'

/** What the first line follows. */
export const beforeTheFirst = '0'.repeat(64)

/** Strings and whole numbers alone: they have one form in every language of programming. */
export type Line = Readonly<Record<string, string | number>> & { readonly number: number; readonly previous: string }

export interface Link {
  readonly number: number
  /** Of its line, in lower-case hexadecimal digits. */
  readonly hash: string
}

export interface Linked extends Link {
  /** The RFC 8785 form, byte for byte what is hashed. */
  readonly line: string
}

/** Puts an entry behind the one before. @param before undefined: it is the first. */
export function linkEntry(before: Link | undefined, facts: Readonly<Record<string, string | number>>): Linked {
  const number = (before?.number ?? 0) + 1
  const line = canonicalJson({ ...facts, number, previous: before?.hash ?? beforeTheFirst })
  return { number, line, hash: sha256Hex(line) }
}

/** @param salt 64 hexadecimal digits, random, used for this text alone. */
export function commitmentOf(opening: { readonly salt: string; readonly value: string }): string {
  return sha256Hex(canonicalJson({ salt: opening.salt, value: opening.value }))
}

export type ChainFault =
  /** Not JSON, not an object of strings and whole numbers, or not in its RFC 8785 form. */
  | 'form'
  /** Not the number that follows. */
  | 'order'
  /** It does not hold the hash of the line before. */
  | 'broken'

/** @returns the line as the next link, or what is wrong with it. */
export function checkLine(before: Link | undefined, line: string): Link | ChainFault {
  const read = readLine(line)
  if (!read) return 'form'
  if (read.number !== (before?.number ?? 0) + 1) return 'order'
  if (read.previous !== (before?.hash ?? beforeTheFirst)) return 'broken'
  return { number: read.number, hash: sha256Hex(line) }
}

/** Undefined for what is not a line of the history. */
export function readLine(text: string): Line | undefined {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const members = Object.values(value)
  if (!members.every((member) => typeof member === 'string' || Number.isSafeInteger(member))) return undefined
  if (!('number' in value && 'previous' in value)) return undefined
  const { number, previous } = value
  if (typeof number !== 'number' || typeof previous !== 'string') return undefined
  if (!text.isWellFormed() || canonicalJson(value) !== text) return undefined
  return { ...(value as Readonly<Record<string, string | number>>), number, previous }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
