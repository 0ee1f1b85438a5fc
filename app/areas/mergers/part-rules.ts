/** Which of a new list may be parts of what is gone, and whom somebody means by a code or a name. Pure. */
import { type CodeRef, codesApart, type Ref } from './plan-rules.ts'

/** Somebody who can be named: with the name as it can be compared. */
export interface Nameable extends Ref {
  readonly folded: string
}

export type NamedRefs =
  | { readonly refs: readonly CodeRef[] }
  /** Nobody has this code or name. */
  | { readonly unknown: string }
  /** Several have this name. */
  | { readonly several: string; readonly refs: readonly Ref[] }

const keyOf = ({ scheme, code }: CodeRef) => `${scheme}:${code}`

/** What stands between commas, semicolons and line breaks; each once. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;،؛\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

/**
 * Each by its code or, where nobody has it for a code, by its name.
 *
 * @param fold makes a name comparable.
 */
export function refsNamed(
  words: readonly string[],
  scheme: string,
  known: readonly Nameable[],
  fold: (name: string) => string,
): NamedRefs {
  const byCode = new Map(known.map((one) => [keyOf(one), one]))
  const byName = Map.groupBy(known, ({ folded }) => folded)
  const refs: CodeRef[] = []
  for (const word of words) {
    const ref = codesApart(word, scheme)
    const [only, ...others] = (ref && byCode.has(keyOf(ref)) ? [ref] : byName.get(fold(word))) ?? []
    if (!only) return { unknown: word }
    if (others.length > 0) return { several: word, refs: byName.get(fold(word)) ?? [] }
    refs.push({ scheme: only.scheme, code: only.code })
  }
  return { refs }
}

interface Place {
  readonly latitude: number
  readonly longitude: number
}

/** So many can be looked through at a glance; others are named. */
const mostOffered = 10

/**
 * Of the new ones those that are offered as parts: what the movements say, then the nearest.
 *
 * @param at where it was; without, the first by code.
 */
export function offeredParts<Row extends Ref & { readonly point: Place | null }>(
  said: readonly Ref[],
  rows: readonly Row[],
  at: Place | null,
): Ref[] {
  const keys = new Set(said.map(keyOf))
  const away = ({ point }: Row): number =>
    at && point
      ? Math.hypot(point.latitude - at.latitude, (point.longitude - at.longitude) * Math.cos(radians(at.latitude)))
      : Number.POSITIVE_INFINITY
  const others = rows
    .filter((row) => !keys.has(keyOf(row)))
    .toSorted((a, b) => (away(a) === away(b) ? (keyOf(a) < keyOf(b) ? -1 : 1) : away(a) - away(b)))
    .slice(0, Math.max(0, mostOffered - said.length))
  return [...said, ...others].map(({ scheme, code, name }) => ({ scheme, code, name }))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
