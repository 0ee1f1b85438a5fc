/** What an authority is, and how it gets its place in addresses. */
import { transliterate } from './fold.ts'

export const authorityKinds = ['municipality', 'district', 'region', 'country', 'joint'] as const
export type AuthorityKind = (typeof authorityKinds)[number]

export const authorityStatuses = ['active', 'merged', 'split'] as const
export type AuthorityStatus = (typeof authorityStatuses)[number]

export type Authority = {
  readonly id: string
  readonly kind: AuthorityKind
  /** ISO 3166-1, upper case. */
  readonly country: string
  /** Unique in its country and stable for ever: a rename keeps it, no other authority ever gets it. */
  readonly slug: string
  /** The official name, as the official list writes it. */
  readonly name: string
  /** Names in further languages, by language code. */
  readonly names: Readonly<Record<string, string>>
  /** Language codes, the most used first. */
  readonly officialLanguages: readonly string[]
  /** IANA time zone. */
  readonly timeZone: string
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly population: number | null
  readonly populationYear: number | null
  readonly status: AuthorityStatus
  /** Id of the authority it was merged into; null unless merged. */
  readonly successor: string | null
  /** A fictional authority: every page of it says so. */
  readonly demonstration: boolean
}

/** The name in a language, or the official one. */
export function nameIn(authority: Pick<Authority, 'name' | 'names'>, language: string): string {
  return authority.names[language] ?? authority.name
}

const longestSlug = 60
const numbered = 20

/**
 * The slugs an authority can get, best first, each made when it is asked for: its name in ASCII; its name and official
 * code; then numbered ones. Finite, so that a store can ask for all that are taken in one query.
 */
export function* slugCandidates(name: string, code: string): Generator<string, void> {
  const base = hyphened(name) || codeSlugOf(code)
  yield base
  const codeSlug = codeSlugOf(code)
  const coded = base === codeSlug ? base : `${base}-${codeSlug}`
  if (coded !== base) yield coded
  for (let number = 2; number < numbered + 2; number += 1) yield `${coded}-${number}`
}

const codeSlugOf = (code: string) => hyphened(code) || 'x'

/**
 * @param taken says whether a slug is or ever was another authority's in the country, or is a reserved word.
 * @throws RangeError where all candidates are taken.
 */
export function slugFor(name: string, taken: (slug: string) => boolean, code: string): string {
  const free = slugCandidates(name, code).find((slug) => !taken(slug))
  if (free === undefined) throw new RangeError('all slugs of this name and code are taken')
  return free
}

/** Cut between words where it is long. */
function hyphened(text: string): string {
  const words = transliterate(text).split(' ')
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (slug && longer.length > longestSlug) break
    slug = longer.slice(0, longestSlug)
  }
  return slug
}
