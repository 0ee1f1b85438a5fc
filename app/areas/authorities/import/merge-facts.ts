/** What is known of an authority and what a row says of it, together: pure. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { RowFacts } from './row.ts'

/** Everything an import keeps of an authority. Lists are sorted, so that equal facts have equal hashes. */
export type AuthorityFacts = {
  readonly kind: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly aliases: readonly string[]
  readonly formerNames: readonly string[]
  readonly officialLanguages: readonly string[]
  readonly timeZone: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly population: number | null
  readonly populationYear: number | null
  /** Left out where nobody has counted them, as in facts that were hashed before they were asked for. */
  readonly children?: number
  readonly childrenYear?: number
  readonly domains: readonly string[]
  readonly source: string
  /** Ids. */
  readonly areas: readonly string[]
  readonly successor: string | null
}

/** What is known, as the database has it. */
export type KnownFacts = Omit<AuthorityFacts, 'children' | 'childrenYear'> & {
  readonly children: number | null
  readonly childrenYear: number | null
}

export type Said = {
  readonly code: string
  readonly facts: RowFacts
  /** Undefined where the file has no such column. */
  readonly areas: readonly string[] | undefined
  readonly successor: string | null | undefined
}

export type CountryDefaults = { readonly officialLanguages: readonly string[]; readonly timeZone: string }

/** A renamed authority keeps its old name as a former one; former names are never forgotten. */
export function mergeFacts(known: KnownFacts | undefined, said: Said, country: CountryDefaults): AuthorityFacts {
  const { facts } = said
  // An area made from its code alone was never called that.
  const renamedFrom = known && known.name !== facts.name && known.name !== said.code ? [known.name] : []
  const former = new Set([...(known?.formerNames ?? []), ...(facts.formerNames ?? []), ...renamedFrom])
  former.delete(facts.name)
  return {
    kind: facts.kind ?? known?.kind ?? 'municipality',
    name: facts.name,
    names: mergeNames(known?.names ?? {}, facts.names),
    aliases: sorted(facts.aliases ?? known?.aliases ?? []),
    formerNames: sorted(former),
    officialLanguages: languagesOf(facts.languages, known, country),
    timeZone: given(facts.timeZone, known?.timeZone) ?? country.timeZone,
    latitude: given(facts.latitude, known?.latitude),
    longitude: given(facts.longitude, known?.longitude),
    population: given(facts.population, known?.population),
    populationYear: given(facts.populationYear, known?.populationYear),
    ...childrenOf(facts, known),
    domains: sorted(facts.domains ?? known?.domains ?? []),
    source: given(facts.source, known?.source) ?? '',
    areas: sorted(said.areas ?? known?.areas ?? []),
    successor: given(said.successor, known?.successor),
  }
}

function childrenOf(facts: RowFacts, known: KnownFacts | undefined): Pick<AuthorityFacts, 'children' | 'childrenYear'> {
  const [children, childrenYear] = [
    given(facts.children, known?.children),
    given(facts.childrenYear, known?.childrenYear),
  ]
  return { ...(children === null ? {} : { children }), ...(childrenYear === null ? {} : { childrenYear }) }
}

/** Of the RFC 8785 form. */
export function hashOf(facts: AuthorityFacts): string {
  return createHash('sha256')
    .update(canonicalize(facts) ?? '')
    .digest('hex')
}

/** What the row says; where it says nothing, what is known. */
function given<T>(said: T | null | undefined, known: T | null | undefined): T | null {
  return said === undefined ? (known ?? null) : said
}

/** An empty cell goes back to the languages of the country; order counts, the most used first. */
function languagesOf(said: readonly string[] | undefined, known: KnownFacts | undefined, country: CountryDefaults) {
  const languages = said ?? known?.officialLanguages ?? []
  return languages.length > 0 ? languages : country.officialLanguages
}

function mergeNames(known: Readonly<Record<string, string>>, said: Readonly<Record<string, string | null>>) {
  const names = Object.entries({ ...known, ...said })
  return Object.fromEntries(names.filter((entry): entry is [string, string] => entry[1] !== null))
}

function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort()
}
