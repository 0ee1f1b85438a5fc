/** The fictional authorities as rows of the list that everybody's towns are imported from. */
import type { DemonstrationAuthority } from './network.ts'

/** Official codes of the demonstration are of a scheme of its own: no real list can ever name them. */
const demonstrationScheme = 'DEMO'

const several = (values: readonly string[]): string => values.join(';')

/** Records by the headings of `import authorities`; every row has the same columns. */
export function authorityRows(authorities: readonly DemonstrationAuthority[]): Record<string, string>[] {
  const languages = new Set(authorities.flatMap(({ names }) => Object.keys(names)))
  return authorities.map((authority) => rowOf(authority, languages))
}

function rowOf(authority: DemonstrationAuthority, languages: ReadonlySet<string>): Record<string, string> {
  const { code, kind, country, name, names, population, populationYear } = authority
  return {
    country,
    code,
    scheme: demonstrationScheme,
    name,
    ...Object.fromEntries([...languages].map((language) => [`name_${language}`, names[language] ?? ''])),
    kind,
    languages: several(authority.languages),
    areas: several(authority.areas),
    aliases: several(authority.aliases),
    former_names: several(authority.formerNames),
    // Whoever had published something is merged once that is loaded.
    merged_into: authority.mergedOn ? '' : (authority.mergedInto ?? ''),
    population: population?.toString() ?? '',
    population_year: populationYear?.toString() ?? '',
    latitude: authority.point?.latitude.toString() ?? '',
    longitude: authority.point?.longitude.toString() ?? '',
    domains: several(authority.domains),
    source: 'data/demonstration/authorities.json: fictional',
  }
}
